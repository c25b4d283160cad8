import { answer } from "../rest/app";
import { createAdmin } from "../team/admins";
import { createApiKey } from "../team/api-keys";
import { anAdmin } from "./actors";

export type Answer = {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what came, as a client without types sees it
  body: any;
};
type Init = { method?: string; body?: unknown; headers?: Record<string, string> };

/** Calls the API in this process, as a client without credentials; an object body is sent as JSON. */
export async function call(path: string, { method, body, headers }: Init = {}): Promise<Answer> {
  const raw = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(`http://localhost:3000${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    body: raw as string | undefined,
  });
  const response = await answer(request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

/** A client with an API token of its own. */
export async function client(access: "read" | "write" = "write") {
  const { token } = await createApiKey(await anAdmin(), { title: `Test ${access}`, access });
  const as = (init: Init = {}): Init => ({
    ...init,
    headers: { "x-medusa-access-token": token, ...init.headers },
  });
  return {
    token,
    get: (path: string, headers?: Record<string, string>) => call(path, as({ headers })),
    post: (path: string, body: unknown, headers?: Record<string, string>) =>
      call(path, as({ method: "POST", body, headers })),
    send: (path: string, init: Init) => call(path, as(init)),
  };
}

export const PASSWORD = "plum-violet-kettle-orbit";

/** An admin who can sign in with PASSWORD. */
export async function anAdminWithPassword(role: "owner" | "admin" | "viewer" = "admin") {
  const email = someEmail();
  const { id } = await createAdmin(await anAdmin(), {
    email,
    role,
    password: PASSWORD,
    firstName: "Ada",
    lastName: "Berg",
  });
  return { id, email };
}

/** An address nobody else in the run uses. */
export function someEmail(): string {
  return `c${crypto.randomUUID().slice(0, 13)}@example.com`;
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
