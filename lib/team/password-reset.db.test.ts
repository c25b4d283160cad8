import { afterEach, expect, it, vi } from "vitest";
import { requestAdminReset } from "./password-reset";

afterEach(() => vi.restoreAllMocks());

it("what cannot be an address is asked for in vain, without a query that fails and a line in the log", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  for (const email of ["ada\u0000@example.com", "\ud800@example.com", "", "a".repeat(400)])
    await requestAdminReset(email, { address: "203.0.113.77" });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(log).not.toHaveBeenCalled();
});
