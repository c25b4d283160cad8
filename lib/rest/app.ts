import "server-only";
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { env } from "../env";
import type { OriginRule } from "../origin-rules";
import { allowedOrigin, areaCors } from "./cors";
import { RequestFault } from "./request-fault";
import { callerOf, mount, type RestEnv, refusalOf } from "./route";
import { v1 } from "./v1/dialect";

/** Every request to the API, web-standard in and out. */
export function answer(request: Request): Promise<Response> {
  return Promise.resolve(app.fetch(request));
}

const app = new Hono<RestEnv>({ strict: false });

app.use(async (c, next) => {
  await next();
  c.header("cache-control", "private, no-store");
  c.header("x-request-id", c.req.header("x-request-id") ?? randomUUID());
});

const ADMIN_AREAS = ["/admin/*", "/v1/admin/*"];
const STORE_AREAS = ["/store/*", "/v1/store/*"];
openTo(ADMIN_AREAS, () => env().CLIENTELE_ADMIN_CORS);
openTo(STORE_AREAS, () => env().CLIENTELE_STORE_CORS);

// A path that two generations share is answered by the one that the credential belongs to; under its own
// mount each generation is always the one.
mount(app, "", v1);
mount(app, "/v1", v1);

for (const area of ADMIN_AREAS)
  app.all(area, async (c) => ((await callerOf(c)) ? nothingHere(c) : v1.unauthorized()));
app.notFound(nothingHere);
app.onError((error) => v1.refuse(refusalOf(error)));

/** Lets the pages of these origins call these paths. */
function openTo(areas: string[], rules: () => readonly OriginRule[]): void {
  for (const area of areas) {
    app.use(area, async (c, next) => {
      c.set("allowedOrigin", allowedOrigin(c.req.raw.headers, rules()));
      await next();
    });
    app.use(area, areaCors(rules));
  }
}

function nothingHere(c: Context<RestEnv>): Response {
  return v1.refuse(new RequestFault(404, `There is no ${c.req.method} ${c.req.path}.`));
}
