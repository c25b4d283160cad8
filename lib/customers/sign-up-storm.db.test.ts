import { expect, it } from "vitest";
import { verifyPassword } from "../auth/password";
import { newCustomer } from "../auth/store-guard";
import { createCustomer } from "./customers";

it("while many customers sign up at once, each gets an account and the desk's passwords are checked", async () => {
  const storm = Array.from({ length: 30 }, (_, n) => {
    const email = `storm${n}@example.com`;
    return createCustomer(newCustomer({ email }), { email, password: "plum-violet-kettle" });
  });
  const made = Promise.all(storm);
  expect(await verifyPassword("seven umbrellas dance slowly", null)).toBe(false);
  expect((await made).every((customer) => customer.hasAccount)).toBe(true);
});
