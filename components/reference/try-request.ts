import { credentialHeader } from "./credential-header";

export type TryParameter = {
  name: string;
  place: "path" | "query" | "header";
  required: boolean;
  /** What may stand in brackets behind the name. */
  operators: string[];
  example: string;
};

export type Outcome = {
  status: number;
  statusText: string;
  milliseconds: number;
  headers: string;
  body: string;
};

type Given = {
  method: string;
  path: string;
  parameters: readonly TryParameter[];
  values: FormData;
  credential: string;
};

/** Sends what the form holds, as a page of ours, and tells what came back. Throws when nothing came. */
export async function sendRequest(given: Given): Promise<Outcome> {
  const { method, credential, path, values } = given;
  const body = values.get("body");
  const started = performance.now();
  const answer = await fetch(urlOf(given), {
    method,
    credentials: credential ? "omit" : "same-origin",
    headers: {
      ...credentialHeader(credential, path.slice(1, 3)),
      ...(typeof body === "string" && { "content-type": "application/json" }),
      ...headersOf(given),
    },
    ...(typeof body === "string" && { body }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    statusText: answer.statusText,
    milliseconds: Math.round(performance.now() - started),
    headers: [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n"),
    body: readable(text),
  };
}

/** The names under which a parameter's values stand in the form: one for each of its operators. */
export function inputNames({ name, operators }: TryParameter): string[] {
  return operators.length > 0 ? operators.map((operator) => `${name}[${operator}]`) : [name];
}

function urlOf({ path, parameters, values }: Given): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(textOf(values, name)));
  const query = new URLSearchParams(
    parameters
      .filter(({ place }) => place === "query")
      .flatMap(inputNames)
      .flatMap((name) => valuesOf(name, textOf(values, name)).map((value) => [name, value])),
  );
  return query.size > 0 ? `${filled}?${query}` : filled;
}

/** A list is typed with commas between. */
function valuesOf(name: string, text: string): string[] {
  if (text === "") return [];
  return name.endsWith("[]") ? text.split(",").map((one) => one.trim()) : [text];
}

function headersOf({ parameters, values }: Given): Record<string, string> {
  const named = parameters.filter(({ place }) => place === "header").map(({ name }) => name);
  return Object.fromEntries(
    named.flatMap((name) => (textOf(values, name) ? [[name, textOf(values, name)]] : [])),
  );
}

function textOf(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
