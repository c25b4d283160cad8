import "server-only";
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { ADMIN, AREAS } from "./areas";
import { areaCors } from "./cors";
import { DIALECTS, unauthorizedFor, unauthorizedV2 } from "./generation";
import { mountGenerations } from "./mount";
import { RequestFault } from "./request-fault";
import { callerOf, type RestEnv, refusalOf } from "./route";

/** Every request to the API, web-standard in and out. */
export function answer(request: Request): Promise<Response> {
  return Promise.resolve(app.fetch(request));
}

const { 1: v1 } = DIALECTS;
const app = new Hono<RestEnv>({ strict: false });

app.use(async (c, next) => {
  await next();
  c.header("cache-control", "private, no-store");
  c.header("x-request-id", c.req.header("x-request-id") ?? randomUUID());
});

for (const { paths, origins } of AREAS) for (const path of paths) app.use(path, areaCors(origins));

mountGenerations(app);

for (const area of ADMIN.paths)
  app.all(area, async (c) =>
    (await callerOf(c, "shared")) ? nothingHere(c) : unauthorizedAt(area, c.req.raw),
  );
app.notFound(nothingHere);
app.onError((error) => v1.refuse(refusalOf(error)));

function nothingHere(c: Context<RestEnv>): Response {
  return v1.refuse(new RequestFault(404, `There is no ${c.req.method} ${c.req.path}.`));
}

function unauthorizedAt(area: string, request: Request): Response {
  if (area.startsWith("/v1/")) return v1.unauthorized();
  return area.startsWith("/v2/") ? unauthorizedV2(request) : unauthorizedFor(request);
}
