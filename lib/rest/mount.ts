import type { Hono } from "hono";
import type { Caller, Generation } from "../auth/rest-guard";
import type { Dialect, Route } from "./dialect";
import { DIALECTS, generationOf, speaksV2, unauthorizedFor, unauthorizedV2 } from "./generation";
import { answer, callerOf, type RestEnv, refusalOf } from "./route";

/** Hangs up the routes of both generations: at the root the credential decides where both have one, a mount always. */
export function mountGenerations(app: Hono<RestEnv>): void {
  const { 1: v1, 2: v2 } = DIALECTS;
  const inV2 = new Map(v2.routes.map((route) => [keyOf(route), route]));
  for (const route of v1.routes) {
    const other = inV2.get(keyOf(route));
    inV2.delete(keyOf(route));
    if (other) mountShared(app, { 1: route, 2: other });
    else mountOwned(app, v1, route, "v1");
  }
  for (const route of inV2.values()) mountOwned(app, v2, route, "v2");
  for (const route of v1.routes)
    app.on(route.method, `/v1${route.path}`, (c) =>
      answer(c, v1, route, {
        findCaller: () => callerOf(c, "v1"),
        unauthorized: () => v1.unauthorized(),
      }),
    );
  for (const route of v2.routes)
    app.on(route.method, `/v2${route.path}`, (c) =>
      answer(c, v2, route, {
        findCaller: () => callerOf(c, "v2"),
        unauthorized: () => unauthorizedV2(c.req.raw),
      }),
    );
}

function mountOwned(app: Hono<RestEnv>, dialect: Dialect, route: Route, order: "v1" | "v2"): void {
  app.on(route.method, route.path, (c) =>
    answer(c, dialect, route, {
      findCaller: () => callerOf(c, order),
      unauthorized: () => unauthorizedFor(c.req.raw),
    }),
  );
}

/** The caller is looked up once, and then is the route's. */
function mountShared(app: Hono<RestEnv>, routes: Record<Generation, Route>): void {
  if (routes[1].path !== routes[2].path)
    throw new Error(`Both generations should name the parts of ${routes[1].path} alike.`);
  app.on(routes[1].method, routes[1].path, async (c) => {
    const request = c.req.raw;
    let caller: Caller | null;
    try {
      caller = await callerOf(c, "shared");
    } catch (error) {
      return DIALECTS[speaksV2(request) ? 2 : 1].refuse(refusalOf(error));
    }
    if (!caller) return unauthorizedFor(request);
    const generation = generationOf(caller, request);
    return answer(c, DIALECTS[generation], routes[generation], {
      findCaller: async () => caller,
      unauthorized: () => unauthorizedFor(request),
    });
  });
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path.replace(/:\w+/g, ":")}`;
}
