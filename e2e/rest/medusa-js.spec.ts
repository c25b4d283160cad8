import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import Medusa from "@medusajs/medusa-js";
import { expect, someEmail, test } from "../support/fixtures";

type Failure = { response: { status: number; data: unknown } };
const failureOf = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => {
      throw new Error("This should have been refused.");
    },
    (error) => error,
  );

/** The client's types ask for both. */
const PAGE = { limit: 50, offset: 0 };

const fields = (more: Record<string, unknown> = {}) => ({
  email: someEmail(),
  first_name: "Jane",
  last_name: "Doe",
  password: "a password",
  ...more,
});

test.describe("the unmodified @medusajs/medusa-js with an API token", () => {
  let medusa: Medusa;
  test.beforeEach(async ({ api, baseURL }) => {
    const { token } = await api("write");
    medusa = new Medusa({ baseUrl: baseURL ?? "", maxRetries: 0, apiKey: token });
  });

  test("creates, retrieves, lists and updates customers", async () => {
    const created = await medusa.admin.customers.create(fields({ metadata: { a: 1 } }));
    expect(created.response.status).toBe(201);
    const { id, email } = created.customer;
    expect(created.customer).toMatchObject({ first_name: "Jane", has_account: true });
    const found = await medusa.admin.customers.retrieve(id);
    expect(found.customer).toMatchObject({ id, email, orders: [], shipping_addresses: [] });
    const updated = await medusa.admin.customers.update(id, {
      first_name: "Janet",
      metadata: { b: 2 },
    });
    expect(updated.customer).toMatchObject({ first_name: "Janet", metadata: { a: 1, b: 2 } });
    const listed = await medusa.admin.customers.list({ q: `doe ${email}`, limit: 10, offset: 0 });
    expect(listed).toMatchObject({ count: 1, offset: 0, limit: 10 });
    expect(listed.customers.map((customer) => customer.id)).toEqual([id]);
  });

  test("filters by everything at once, as the client encodes it", async ({ database }) => {
    const groups = Array.from({ length: 25 }, (_, i) => `cgrp_none_${i}`);
    const { customer } = await medusa.admin.customers.create(fields());
    const { rows } = await database.query("select now() - interval '1 hour' as past");
    const query = {
      q: customer.email,
      has_account: true,
      created_at: { gt: rows[0].past },
      order: "-created_at",
      expand: "groups,billing_address",
      ...PAGE,
    };
    expect((await medusa.admin.customers.list(query)).customers).toMatchObject([
      { id: customer.id, groups: [], billing_address: null },
    ]);
    expect((await medusa.admin.customers.list({ ...query, groups })).count).toBe(0);
    expect((await medusa.admin.customers.list({} as never)).limit).toBe(50);
    const withNull = { q: customer.email, groups: null, order: null } as never;
    expect((await medusa.admin.customers.list(withNull)).count).toBe(1);
  });

  test("gets status and message of a refusal", async () => {
    const { customer } = await medusa.admin.customers.create(fields());
    const taken = fields({ email: customer.email.toUpperCase() });
    expect((await failureOf(medusa.admin.customers.create(taken as never))).response).toMatchObject(
      {
        status: 422,
        data: {
          type: "duplicate_error",
          code: "invalid_request_error",
          message: "A customer with the given email already has an account. Log in instead",
        },
      },
    );
    expect((await failureOf(medusa.admin.customers.retrieve("nobody"))).response).toMatchObject({
      status: 404,
      data: { type: "not_found", message: "Customer with id: nobody was not found" },
    });
  });

  test("knows who it is", async ({ maker }) => {
    expect((await medusa.admin.auth.getSession()).user.email).toBe(maker.email);
  });
});

test("a bearer token from getToken opens the API, and ends with sign-out", async ({
  newAdmin,
  baseURL,
}) => {
  const admin = await newAdmin("admin");
  const medusa = new Medusa({ baseUrl: baseURL ?? "", maxRetries: 0 });
  const { email, password } = admin;
  const { access_token } = await medusa.admin.auth.getToken({ email, password });
  const headers = { Authorization: `Bearer ${access_token}` };
  const { customer } = await medusa.admin.customers.create(fields() as never, headers);
  expect((await medusa.admin.customers.retrieve(customer.id, headers)).customer.id).toBe(
    customer.id,
  );
  expect((await medusa.admin.auth.getSession(headers)).user.email).toBe(email);
  await medusa.admin.auth.deleteSession(headers);
  expect((await failureOf(medusa.admin.auth.getSession(headers))).response).toMatchObject({
    status: 401,
    data: "Unauthorized",
  });
});

test("without a credential, or with a read token, the client is told so", async ({
  api,
  baseURL,
}) => {
  const nobody = new Medusa({ baseUrl: baseURL ?? "", maxRetries: 0 });
  expect((await failureOf(nobody.admin.customers.list())).response.status).toBe(401);
  const reader = new Medusa({
    baseUrl: baseURL ?? "",
    maxRetries: 0,
    apiKey: (await api("read")).token,
  });
  expect((await reader.admin.customers.list()).limit).toBe(50);
  const refused = await failureOf(reader.admin.customers.create(fields() as never));
  expect(refused.response).toMatchObject({ status: 403, data: { type: "forbidden" } });
});

test("a client that retries after lost answers makes one customer", async ({ api, baseURL }) => {
  const line = await unreliableLine(baseURL ?? "", 2);
  const { token } = await api("write");
  const medusa = new Medusa({ baseUrl: line.url, maxRetries: 3, apiKey: token });
  const input = fields();
  const created = await medusa.admin.customers.create(input as never);
  expect(created.response.status).toBe(201);
  expect(line.answered()).toBe(3);
  const listed = await medusa.admin.customers.list({ q: input.email, ...PAGE });
  expect(listed.customers.map((customer) => customer.id)).toEqual([created.customer.id]);
  await line.close();
});

test("the client works under a base path that fixes the generation", async ({ api, baseURL }) => {
  const { token } = await api("read");
  const medusa = new Medusa({ baseUrl: `${baseURL}/v1/`, maxRetries: 0, apiKey: token });
  expect((await medusa.admin.customers.list({ limit: 1, offset: 0 })).limit).toBe(1);
});

/** Passes requests on, and loses the answers to the first few POSTs after they were done. */
async function unreliableLine(target: string, losses: number) {
  let answered = 0;
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = forward(new URL(url ?? "/", target), { method, headers }, (answer) => {
      const isLost = method === "POST" && answered++ < losses;
      answer.on("end", () => isLost && incoming.socket.destroy());
      if (isLost) return answer.resume();
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answered: () => answered,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
