import { beforeAll, describe, expect, it } from "vitest";
import { allChanges, anAdmin } from "../../testing/actors";
import { anAdminWithPassword, call, client, PASSWORD } from "../../testing/rest-client";
import { userIdWire } from "./user-id";

type Role = "owner" | "admin" | "viewer";
type Headers = Record<string, string>;

async function signedIn(role: Role = "admin") {
  const { email, id } = await anAdminWithPassword(role);
  const { token } = (await call("/auth/user/emailpass", { body: { email, password: PASSWORD } }))
    .body;
  const send = (method: string, path = "", body?: unknown, headers: Headers = {}) =>
    call(`/admin/api-keys${path}`, {
      method,
      body,
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  return { id, email, token, send };
}

const NEW = { title: "Shop floor", type: "secret" };
let admin: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  admin = await signedIn();
});
const made = async (by = admin) => (await by.send("POST", "", NEW)).body.api_key;

describe("POST /admin/api-keys", () => {
  it("answers 200 with exactly these keys, and the token in clear this once", async () => {
    const { status, body } = await admin.send("POST", "", NEW);
    expect([status, body]).toEqual([
      200,
      {
        api_key: {
          id: expect.stringMatching(/^apk_\w{26}$/),
          token: expect.stringMatching(/^sk_[0-9a-f]{64}$/),
          redacted: expect.stringMatching(/^sk_[0-9a-f]{3}\*\*\*[0-9a-f]{3}$/),
          title: "Shop floor",
          type: "secret",
          last_used_at: null,
          created_by: userIdWire(admin.id),
          revoked_by: null,
          revoked_at: null,
          created_at: expect.any(String),
          updated_at: expect.any(String),
          deleted_at: null,
        },
      },
    ]);
    const { token, id } = body.api_key;
    const again = await admin.send("GET", `/${id}`);
    expect(again.body).toEqual({ api_key: { ...body.api_key, token: "" } });
    expect((await admin.send("GET", "?limit=1000")).text).not.toContain(token);
  });

  it("refuses what is no title, no secret, or not known", async () => {
    for (const body of [
      {},
      { title: "A" },
      { type: "secret" },
      { title: 1, type: "secret" },
      { title: " ", type: "secret" },
      { title: "a\u0000b", type: "secret" },
      { title: "A", type: "publishable" },
      { ...NEW, access: "write" },
      { ...NEW, created_by: "user_1" },
      [],
    ]) {
      const answer = await admin.send("POST", "", body);
      expect([answer.status, answer.body.type], JSON.stringify(body)).toEqual([
        400,
        "invalid_data",
      ]);
    }
  });

  it("makes one key for one Idempotency-Key; a retry has the record without the token", async () => {
    const headers = { "idempotency-key": crypto.randomUUID() };
    const first = await admin.send("POST", "", NEW, headers);
    const second = await admin.send("POST", "", NEW, headers);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(second.body.api_key).toEqual({ ...first.body.api_key, token: "" });
  });

  it("is refused to a viewer and to every key, which could make one stronger than itself", async () => {
    const viewer = await signedIn("viewer");
    const [reader, writer] = [await client("read"), await client("write")];
    for (const answer of [
      await viewer.send("POST", "", NEW),
      await reader.post("/admin/api-keys", NEW),
      await writer.post("/admin/api-keys", NEW),
    ])
      expect([answer.status, answer.body.type]).toEqual([403, "forbidden"]);
  });
});

describe("GET /admin/api-keys", () => {
  it("lists a page of them in the order they were made, found by a part of the title", async () => {
    const title = `List ${crypto.randomUUID()}`;
    const ids = [];
    for (const end of ["a", "b", "c"])
      ids.push(
        (await admin.send("POST", "", { ...NEW, title: `${title} ${end}` })).body.api_key.id,
      );
    const q = `q=${encodeURIComponent(title.toUpperCase())}`;
    const all = (await admin.send("GET", `?${q}`)).body;
    expect(all).toMatchObject({ count: 3, offset: 0, limit: 20 });
    expect(all.api_keys.map(({ id }: { id: string }) => id)).toEqual(ids);
    const page = (await admin.send("GET", `?${q}&limit=1&offset=1`)).body;
    expect([page.count, page.api_keys[0].id]).toEqual([3, ids[1]]);
  });

  it("refuses what it does not know, and a viewer", async () => {
    for (const query of ["foo=1", "limit=x", "limit=-1", "offset=", "type=publishable"])
      expect((await admin.send("GET", `?${query}`)).status, query).toBe(400);
    expect((await (await signedIn("viewer")).send("GET")).status).toBe(403);
  });

  it("answers an unknown one with 404 and its id", async () => {
    const answer = await admin.send("GET", "/nobody");
    expect([answer.status, answer.body]).toEqual([
      404,
      { type: "not_found", message: "ApiKey with id: nobody was not found" },
    ]);
  });
});

describe("POST /admin/api-keys/:id", () => {
  it("changes the title, and the timeline says who did", async () => {
    const { id } = await made();
    const answer = await admin.send("POST", `/${id}`, { title: "Back office" });
    expect([answer.status, answer.body.api_key.title]).toEqual([200, "Back office"]);
    const [set] = await allChanges();
    expect(set).toMatchObject({ label: "Renamed an API token to Back office", actorId: admin.id });
  });

  it("is for whoever made it and for owners: 403 for others, 404 for none", async () => {
    const { id } = await made();
    const [other, owner] = [await signedIn(), await signedIn("owner")];
    expect((await other.send("POST", `/${id}`, { title: "X" })).status).toBe(403);
    expect((await owner.send("POST", `/${id}`, { title: "X" })).status).toBe(200);
    expect((await owner.send("POST", "/nobody", { title: "X" })).status).toBe(404);
    expect((await owner.send("POST", `/${id}`, { title: "" })).status).toBe(400);
  });
});

describe("POST /admin/api-keys/:id/revoke", () => {
  it("ends the key with the next request; repeating it changes nothing", async () => {
    const { id, token } = await made();
    const use = () => call("/admin/customers", { headers: { "x-medusa-access-token": token } });
    expect((await use()).status).toBe(200);
    const first = await admin.send("POST", `/${id}/revoke`, {});
    expect([first.status, first.body.api_key]).toEqual([
      200,
      expect.objectContaining({
        token: "",
        revoked_by: userIdWire(admin.id),
        revoked_at: expect.any(String),
      }),
    ]);
    expect((await use()).status).toBe(401);
    expect((await admin.send("POST", `/${id}/revoke`)).body).toEqual(first.body);
  });

  it("of somebody else's takes an owner", async () => {
    const { id } = await made();
    expect((await (await signedIn()).send("POST", `/${id}/revoke`, {})).status).toBe(403);
    expect((await (await signedIn("owner")).send("POST", `/${id}/revoke`, {})).status).toBe(200);
  });
});

describe("DELETE /admin/api-keys/:id", () => {
  it("takes a revoked one away, and answers alike when it is gone", async () => {
    const { id } = await made();
    const early = await admin.send("DELETE", `/${id}`);
    expect([early.status, early.body]).toEqual([
      400,
      { type: "invalid_data", message: `Cannot delete api keys that are not revoked - ${id}` },
    ]);
    await admin.send("POST", `/${id}/revoke`, {});
    expect((await (await signedIn()).send("DELETE", `/${id}`)).status).toBe(403);
    for (let i = 0; i < 2; i++) {
      const answer = await admin.send("DELETE", `/${id}`);
      expect([answer.status, answer.body]).toEqual([200, { id, object: "api_key", deleted: true }]);
    }
    expect((await admin.send("GET", `/${id}`)).status).toBe(404);
  });

  it("is refused to a viewer", async () => {
    await anAdmin();
    expect((await (await signedIn("viewer")).send("DELETE", "/nobody")).status).toBe(403);
  });
});
