import { beforeAll, describe, expect, it } from "vitest";
import { theCallers } from "../testing/contract-callers";
import { aWorld } from "../testing/contract-world";
import { call } from "../testing/rest-client";
import { openApiDocument } from "./openapi/document";

// Who may call what: every route, in either generation, by everybody who may knock. A route without a row fails.

const CALLERS = [
  "anonymous",
  "viewer",
  "read",
  "write",
  "owner",
  "deactivated",
  "customer",
  "revoked",
  "expired",
] as const;

/** `viewer`, `owner`, `deactivated` and `customer` come with a session, `read`, `write` and `revoked` with an API token. */
const MATRIX = `
  POST   /v1/admin/auth                                   200 200 200 200 200 200 200 200 200
  GET    /v1/admin/auth                                   401 200 200 200 200 401 401 401 401
  DELETE /v1/admin/auth                                   401 200 200 200 200 401 401 401 401
  POST   /v1/admin/auth/token                             200 200 200 200 200 200 200 200 200
  GET    /v1/admin/customers                              401 200 200 200 200 401 401 401 401
  POST   /v1/admin/customers                              401 403 403 201 201 401 401 401 401
  GET    /v1/admin/customers/{id}                         401 200 200 200 200 401 401 401 401
  POST   /v1/admin/customers/{id}                         401 403 403 200 200 401 401 401 401
  GET    /v1/admin/customer-groups                        401 200 200 200 200 401 401 401 401
  POST   /v1/admin/customer-groups                        401 403 403 200 200 401 401 401 401
  GET    /v1/admin/customer-groups/{id}                   401 200 200 200 200 401 401 401 401
  POST   /v1/admin/customer-groups/{id}                   401 403 403 200 200 401 401 401 401
  DELETE /v1/admin/customer-groups/{id}                   401 403 403 200 200 401 401 401 401
  GET    /v1/admin/customer-groups/{id}/customers         401 200 200 200 200 401 401 401 401
  POST   /v1/admin/customer-groups/{id}/customers/batch   401 403 403 200 200 401 401 401 401
  DELETE /v1/admin/customer-groups/{id}/customers/batch   401 403 403 200 200 401 401 401 401
  POST   /v1/store/auth                                   200 200 200 200 200 200 200 200 200
  GET    /v1/store/auth                                   401 401 401 401 401 401 200 401 401
  DELETE /v1/store/auth                                   200 200 200 200 200 200 200 200 200
  POST   /v1/store/auth/token                             200 200 200 200 200 200 200 200 200
  GET    /v1/store/auth/{email}                           200 200 200 200 200 200 200 200 200
  POST   /v1/store/customers                              200 200 200 200 200 200 200 200 200
  GET    /v1/store/customers/me                           401 401 401 401 401 401 200 401 401
  POST   /v1/store/customers/me                           401 401 401 401 401 401 200 401 401
  POST   /v1/store/customers/me/addresses                 401 401 401 401 401 401 200 401 401
  POST   /v1/store/customers/me/addresses/{id}            401 401 401 401 401 401 200 401 401
  DELETE /v1/store/customers/me/addresses/{id}            401 401 401 401 401 401 200 401 401
  POST   /v1/store/customers/password-token               204 204 204 204 204 204 204 204 204
  POST   /v1/store/customers/password-reset               401 401 401 401 401 401 401 401 401
  POST   /v2/auth/user/emailpass                          200 200 200 200 200 200 200 200 200
  POST   /v2/auth/user/emailpass/register                 401 401 401 401 401 401 401 401 401
  POST   /v2/auth/user/{provider}                         400 400 400 400 400 400 400 400 400
  POST   /v2/auth/session                                 401 200 401 401 200 401 401 401 401
  DELETE /v2/auth/session                                 401 200 401 401 200 401 401 401 401
  POST   /v2/auth/token/refresh                           401 200 401 401 200 401 401 401 401
  POST   /v2/auth/user/emailpass/reset-password           201 201 201 201 201 201 201 201 201
  POST   /v2/auth/user/emailpass/update                   401 401 401 401 401 401 401 401 401
  GET    /v2/admin/users/me                               401 200 404 404 200 401 401 401 401
  GET    /v2/admin/api-keys                               401 403 403 200 200 401 401 401 401
  POST   /v2/admin/api-keys                               401 403 403 403 200 401 401 401 401
  GET    /v2/admin/api-keys/{id}                          401 403 403 200 200 401 401 401 401
  POST   /v2/admin/api-keys/{id}                          401 403 403 403 200 401 401 401 401
  DELETE /v2/admin/api-keys/{id}                          401 403 403 403 200 401 401 401 401
  POST   /v2/admin/api-keys/{id}/revoke                   401 403 403 403 200 401 401 401 401
  GET    /v2/admin/customers                              401 200 200 200 200 401 401 401 401
  POST   /v2/admin/customers                              401 403 403 200 200 401 401 401 401
  GET    /v2/admin/customers/{id}                         401 200 200 200 200 401 401 401 401
  POST   /v2/admin/customers/{id}                         401 403 403 200 200 401 401 401 401
  DELETE /v2/admin/customers/{id}                         401 403 403 200 200 401 401 401 401
  POST   /v2/admin/customers/{id}/customer-groups         401 403 403 200 200 401 401 401 401
  GET    /v2/admin/customers/{id}/addresses               401 200 200 200 200 401 401 401 401
  POST   /v2/admin/customers/{id}/addresses               401 403 403 200 200 401 401 401 401
  GET    /v2/admin/customers/{id}/addresses/{address_id}  401 200 200 200 200 401 401 401 401
  POST   /v2/admin/customers/{id}/addresses/{address_id}  401 403 403 200 200 401 401 401 401
  DELETE /v2/admin/customers/{id}/addresses/{address_id}  401 403 403 200 200 401 401 401 401
  GET    /v2/admin/customer-groups                        401 200 200 200 200 401 401 401 401
  POST   /v2/admin/customer-groups                        401 403 403 200 200 401 401 401 401
  GET    /v2/admin/customer-groups/{id}                   401 200 200 200 200 401 401 401 401
  POST   /v2/admin/customer-groups/{id}                   401 403 403 200 200 401 401 401 401
  DELETE /v2/admin/customer-groups/{id}                   401 403 403 200 200 401 401 401 401
  POST   /v2/admin/customer-groups/{id}/customers         401 403 403 200 200 401 401 401 401
`;

const ROWS = new Map<string, number[]>(
  MATRIX.trim()
    .split("\n")
    .map((line) => {
      const [method = "", path = "", ...statuses] = line.trim().split(/\s+/);
      return [`${method} ${path}`, statuses.map(Number)];
    }),
);
const OPERATIONS = Object.entries(openApiDocument().paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    path,
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    operation,
  })),
);

let world: Awaited<ReturnType<typeof aWorld>>;
let callers: Awaited<ReturnType<typeof theCallers>>;
beforeAll(async () => {
  world = await aWorld();
  callers = await theCallers();
});

it("has a row for every route, and none for another", () => {
  expect([...ROWS.keys()].sort()).toEqual(OPERATIONS.map(({ name }) => name).sort());
});

describe.each(OPERATIONS.map((one) => [one.name, one] as const))("%s", (name, one) => {
  it("answers each caller with the status of its row", async () => {
    const statuses: number[] = [];
    for (const caller of CALLERS) statuses.push((await knock(one, caller)).status);
    expect(statuses.join(" ")).toBe(ROWS.get(name)?.join(" "));
  });

  it("is closed without the mount to whoever it is closed to with it", async () => {
    for (const caller of CALLERS) {
      if (ROWS.get(name)?.[CALLERS.indexOf(caller)] !== 401) continue;
      const answer = await knock(one, caller, one.operation["x-bare-path"]);
      expect(answer.status, caller).toBe(401);
      expect(answer.text).not.toContain(world.mark);
    }
  });
});

async function knock(
  { path, method, operation }: (typeof OPERATIONS)[number],
  caller: (typeof CALLERS)[number],
  at = path,
) {
  const mount = path.startsWith("/v1/") ? "v1" : "v2";
  const headers = caller === "customer" ? world.shopper.headers : await callers[caller](mount);
  const example = operation.requestBody?.content["application/json"]?.example;
  await world.prepare(operation);
  const answer = await call(world.pathOf(at), {
    method,
    headers,
    body: world.bodyOf(example, path),
  });
  if (answer.status < 400 && method === "DELETE") world = await aWorld();
  return answer;
}
