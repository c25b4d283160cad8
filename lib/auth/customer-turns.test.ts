import { expect, it } from "vitest";
import { hashInTurn } from "./customer-turns";
import { hashPassword, verifyPassword } from "./password";

it("a storm of customers who set passwords neither turns the desk away nor makes it wait for all of them", async () => {
  let done = 0;
  const storm = Array.from({ length: 40 }, () =>
    hashInTurn({ kind: "customer" }, "plum-violet-kettle").then(() => done++),
  );
  const hash = await hashPassword("seven umbrellas dance slowly");
  expect(await verifyPassword("seven umbrellas dance slowly", hash)).toBe(true);
  expect(done).toBeLessThan(20);
  await Promise.all(storm);
  expect(done).toBe(40);
});
