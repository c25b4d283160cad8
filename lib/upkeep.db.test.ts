import { expect, it } from "vitest";
import { db } from "./db";
import { aShopper } from "./testing/store-client";
import { chores } from "./upkeep";

it("forgets sessions and mails of customers a week after they ended, and no sooner", async () => {
  const { id, headers, send } = await aShopper();
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);
  for (const days of [6, 8]) {
    const expiresAt = daysAgo(days);
    const text = { recipient: "a@example.com", subject: "s", body: "b", link: "l" };
    await db().outboxMail.create({ data: { id: `mail_${days}`, ...text, expiresAt } });
    const session = { customerId: id, kind: "token", expiresAt };
    await db().customerSession.create({
      data: { id: `cses_${days}`, tokenHash: `${days}`, ...session },
    });
  }
  await chores();
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  expect(ids(await db().outboxMail.findMany({ select: { id: true } }))).toEqual(["mail_6"]);
  const sessions = ids(await db().customerSession.findMany({ select: { id: true } }));
  expect(sessions).toContain("cses_6");
  expect(sessions).not.toContain("cses_8");
  expect([(await send("/store/auth")).status, headers.cookie]).toEqual([200, expect.any(String)]);
});
