import { readFileSync } from "node:fs";

export type ServerAction = { id: string; name: string; file: string };

/** Every server action of the build, as an attacker finds them in the bundles. */
export function serverActions(): ServerAction[] {
  const manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as { node: Record<string, { filename: string; exportedName: string }> };
  return Object.entries(manifest.node).map(([id, { filename, exportedName }]) => ({
    id,
    name: exportedName,
    file: filename,
  }));
}

/** The id of one action by its name. */
export function actionId(name: string): string {
  const action = serverActions().find((candidate) => candidate.name === name);
  if (!action) throw new Error(`There is no action ${name}.`);
  return action.id;
}

/** Calls an action as the browser does, with any arguments, on any page, as anybody. */
export async function postAction(
  baseURL: string,
  id: string,
  args: unknown[],
  { path = "/sign-in", headers = {} }: { path?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(path, baseURL), {
    method: "POST",
    redirect: "manual",
    headers: {
      "next-action": id,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      origin: new URL(baseURL).origin,
      ...headers,
    },
    body: JSON.stringify(args),
  });
  return { status: response.status, text: await response.text() };
}
