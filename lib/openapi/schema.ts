// The parts of OpenAPI 3.1 that our document uses, as plain data: what makes it and what shows it share them.

/** A JSON Schema of the 2020-12 draft. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  not?: JsonSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
  example?: unknown;
  description?: string;
};

export type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  style?: "form" | "deepObject" | "simple";
  explode?: boolean;
  schema: JsonSchema;
  example?: unknown;
};

export type Ref = { $ref: string };
export type Media = { schema: JsonSchema; example?: unknown };
export type Content = Record<string, Media>;
export type Header = { description: string; schema: JsonSchema };
export type ResponseObject = {
  description: string;
  headers?: Record<string, Header | Ref>;
  content?: Content;
};

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** The right that a caller needs; `open` is for everybody, `customer` for a customer of the shop. */
export type Access = "read" | "own" | "write" | "team" | "customer" | "open";

export type Operation = {
  operationId: string;
  tags: [string];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters: (Parameter | Ref)[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, ResponseObject | Ref>;
  "x-access": Access;
  /** The path without a mount, where the credential decides which generation answers. */
  "x-bare-path": string;
};

export type Tag = { name: string; description: string; "x-displayName": string };

export type OpenApi = {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string; license: object };
  servers: { url: string; description: string }[];
  tags: Tag[];
  /** Which tags belong to which generation, as several viewers read it. */
  "x-tagGroups": { name: string; tags: string[] }[];
  paths: Record<string, Partial<Record<Method, Operation>>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, ResponseObject>;
    parameters: Record<string, Parameter>;
    headers: Record<string, Header>;
    securitySchemes: Record<string, object>;
  };
};
