import { expect, it } from "vitest";
import { takeAttempt } from "../lib/auth/limits";
import { unlock } from "./unlock.mjs";

it("unlock ends every wait at once", async () => {
  const someone = { email: "ada@example.com", address: "203.0.113.9" };
  for (let n = 0; n < 10; n++) await takeAttempt(someone);
  await expect(takeAttempt(someone)).rejects.toMatchObject({ code: "limited" });
  const url = process.env.DATABASE_URL ?? "";
  expect(await unlock({ url })).toBe(1);
  await takeAttempt(someone);
  expect(await unlock({ url })).toBe(0);
});
