import type { Hono } from "hono";
import type { Caller, CredentialOrder, Generation } from "../auth/rest-guard";
import type { Dialect, Route } from "./dialect";
import { DIALECTS, generationOf, speaksV2, unauthorizedFor, unauthorizedV2 } from "./generation";
import { answer, callerOf, type RestEnv, refusalOf } from "./route";

/** Hangs up the routes of both generations: at the root the credential decides where both have one, a mount always. */
export function mountGenerations(app: Hono<RestEnv>): void {
  const { 1: v1, 2: v2 } = DIALECTS;
  const inV1 = new Set(v1.routes.map(keyOf));
  const inV2 = new Map(v2.routes.map((route) => [keyOf(route), route]));
  for (const route of v1.routes) {
    const other = inV2.get(keyOf(route));
    if (other) hangShared(app, { 1: route, 2: other });
    else hang(app, v1, route, { order: "v1", unauthorized: unauthorizedFor });
    hang(app, v1, route, { base: "/v1", order: "v1", unauthorized: v1.unauthorized });
  }
  for (const route of v2.routes) {
    if (!inV1.has(keyOf(route)))
      hang(app, v2, route, { order: "v2", unauthorized: unauthorizedFor });
    hang(app, v2, route, { base: "/v2", order: "v2", unauthorized: unauthorizedV2 });
  }
}

type Place = {
  base?: string;
  order: CredentialOrder;
  unauthorized: (request: Request) => Response;
};

function hang(
  app: Hono<RestEnv>,
  dialect: Dialect,
  route: Route,
  { base = "", order, unauthorized }: Place,
): void {
  app.on(route.method, base + route.path, (c) =>
    answer(c, dialect, route, {
      findCaller: () => callerOf(c, route.by ?? order),
      unauthorized: () => unauthorized(c.req.raw),
    }),
  );
}

/** The caller is looked up once, and then is the route's. */
function hangShared(app: Hono<RestEnv>, routes: Record<Generation, Route>): void {
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
