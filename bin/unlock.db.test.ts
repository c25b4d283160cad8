import { expect, it } from "vitest";
import { takeAttempt } from "../lib/auth/limits";
import { endedText, unlock } from "./unlock.mjs";

it("unlock ends every wait at once", async () => {
  const someone = { email: "ada@example.com", address: "203.0.113.9" };
  for (let n = 0; n < 10; n++) await takeAttempt(someone);
  await expect(takeAttempt(someone)).rejects.toMatchObject({ code: "limited" });
  const url = process.env.DATABASE_URL ?? "";
  expect(await unlock({ url })).toBe(1);
  await takeAttempt(someone);
  expect(await unlock({ url })).toBe(0);
});

it("says how many waits there were", () => {
  expect([0, 1, 2].map(endedText)).toEqual([
    "Nobody had to wait",
    "1 wait ended; everybody may try again",
    "2 waits ended; everybody may try again",
  ]);
});
