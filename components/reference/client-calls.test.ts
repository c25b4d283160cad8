import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import MedusaSdk from "@medusajs/js-sdk";
import MedusaJs from "@medusajs/medusa-js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CLIENT_CALLS } from "./client-calls";

let server: Server;
let asked: string[] = [];
let baseUrl = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split("?")[0]}`);
    request.resume();
    response.setHeader("content-type", "application/json").end('{"token":"t"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

it.each(Object.entries(CLIENT_CALLS))("%s is called by %s", async (operationId, call = "") => {
  const medusa = new MedusaJs({ baseUrl, maxRetries: 0 });
  const type = /auth-session$/.test(operationId) ? "session" : "jwt";
  const sdk = new MedusaSdk({ baseUrl, auth: { type, jwtTokenStorageMethod: "memory" } });
  asked = [];
  await new Function("medusa", "sdk", `return ${call}`)(medusa, sdk);
  const goesTo = asked.map((line) =>
    line
      .toLowerCase()
      .replace(/%40/g, "@")
      .replace(/\/addresses\/addr_\w+/, "/addresses/address-id")
      .replace(/\/(?:cus|cgrp|addr|apk)_\w+/, "/id")
      .replace("jane@example.com", "email")
      .replace(/[/ ]+/g, "-"),
  );
  const same = operationId
    .replace(/^v\d-/, "")
    .replace(/me-addresses-id$/, "me-addresses-address-id");
  expect(goesTo).toContain(same);
});
