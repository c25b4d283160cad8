import type {
  Method,
  OpenApi,
  Operation,
  Parameter,
  Ref,
  ResponseObject,
} from "@/lib/openapi/schema";

/** One operation of the document with what it refers to. */
export type ReferenceRoute = {
  method: Uppercase<Method>;
  path: string;
  operation: Operation;
  parameters: Parameter[];
  example?: unknown;
  /** Status → answer, by whether it is a success. */
  answers: [string, ResponseObject][];
  refusals: [string, ResponseObject][];
};

export type ReferenceTag = { name: string; anchor: string; routes: ReferenceRoute[] };
export type ReferencePart = {
  title: string;
  about: string;
  anchor: string;
  tags: ReferenceTag[];
  objects: string[];
};

/** The document in the order in which it is read: generations, their tags, the routes of each. */
export function partsOf(document: OpenApi): ReferencePart[] {
  const routes = routesOf(document);
  return document["x-tagGroups"].map(({ name, tags }) => {
    const [mount = ""] = tags[0]?.split(" ") ?? [];
    return {
      title: name,
      about: document.tags.find((tag) => tag.name === tags[0])?.description ?? "",
      anchor: mount,
      tags: tags.map((tag) => ({
        name: document.tags.find((one) => one.name === tag)?.["x-displayName"] ?? tag,
        anchor: tag.toLowerCase().replace(/\W+/g, "-"),
        routes: routes.filter(({ operation }) => operation.tags[0] === tag),
      })),
      objects: Object.keys(document.components.schemas).filter((one) =>
        one.startsWith(mount.toUpperCase()),
      ),
    };
  });
}

function routesOf(document: OpenApi): ReferenceRoute[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const responses = Object.entries(operation.responses).map(
        ([status, one]): [string, ResponseObject] => [status, found(one, document)],
      );
      return {
        method: method.toUpperCase() as Uppercase<Method>,
        path,
        operation,
        parameters: operation.parameters.map((one) => found(one, document)),
        example: operation.requestBody?.content["application/json"]?.example,
        answers: responses.filter(([status]) => status < "400"),
        refusals: responses.filter(([status]) => status >= "400"),
      };
    }),
  );
}

/** What a reference to a component stands for. Throws when the document lacks it. */
function found<T extends object>(one: T | Ref, { components }: OpenApi): T {
  if (!("$ref" in one)) return one;
  const [kind, name] = one.$ref.split("/").slice(-2) as [keyof typeof components, string];
  const component = components[kind][name];
  if (!component) throw new Error(`The document lacks ${one.$ref}.`);
  return component as T;
}
