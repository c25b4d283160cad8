import { expect, it } from "vitest";
import type { ChangedRow, TimelineEntry } from "@/lib/changes/schema";
import { happeningsOf } from "./happenings";

const entry = (...rows: Partial<ChangedRow>[]): TimelineEntry => ({
  setId: "chg_1",
  at: "2026-11-25T10:00:00.000Z",
  actorKind: "admin",
  actorName: "Ada",
  door: "desk",
  kind: "customer.update",
  label: "",
  rows: rows.map((row) => ({
    table: "customer",
    op: "update",
    before: null,
    after: null,
    groupName: null,
    ...row,
  })),
});

it("says of each changed field what it was and what it is", () => {
  const before = { phone: "+44 20 7946 0101", last_name: null };
  expect(happeningsOf(entry({ before, after: { phone: null, last_name: "Lee" } }))).toEqual([
    { kind: "changed", field: "phone", from: "+44 20 7946 0101", to: null },
    { kind: "changed", field: "last name", from: null, to: "Lee" },
  ]);
});

it("never shows what stands for a password", () => {
  const happenings = happeningsOf(
    entry({
      before: { password_hash: null, has_account: false },
      after: { password_hash: "(hidden)", has_account: true },
    }),
  );
  expect(happenings).toEqual([
    { kind: "plain", words: "set a new password" },
    { kind: "plain", words: "made this guest an account" },
  ]);
  expect(JSON.stringify(happenings)).not.toContain("hidden");
});

it("tells a creation with what was there from the start, and no password", () => {
  const after = {
    id: "cus_1",
    email: "a@example.com",
    first_name: "Ann",
    phone: null,
    has_account: true,
    password_hash: "(hidden)",
    version: 1,
    metadata: { shoe: 41 },
  };
  expect(happeningsOf(entry({ op: "insert", after }))).toEqual([
    {
      kind: "created",
      isAccount: true,
      values: [
        { field: "e-mail", value: "a@example.com" },
        { field: "first name", value: "Ann" },
        { field: "metadata", piece: "shoe", value: "41" },
      ],
    },
  ]);
});

it("names each piece of metadata that changed, and no other", () => {
  const before = { metadata: { a: 1, b: "x", gone: true } };
  const after = { metadata: { a: 1, b: "y", fresh: { deep: [1] } } };
  expect(happeningsOf(entry({ before, after }))).toEqual([
    { kind: "changed", field: "metadata", piece: "b", from: "x", to: "y" },
    { kind: "changed", field: "metadata", piece: "gone", from: "true", to: null },
    { kind: "changed", field: "metadata", piece: "fresh", from: null, to: '{"deep":[1]}' },
  ]);
});

it("tells the text 7 from the number 7", () => {
  const happenings = happeningsOf(
    entry({ before: { metadata: { n: 7 } }, after: { metadata: { n: "7" } } }),
  );
  expect(happenings).toEqual([
    { kind: "changed", field: "metadata", piece: "n", from: "7", to: '"7"' },
  ]);
});

it("names the group one was put into or taken out of", () => {
  const row = { table: "customer_group_member", groupName: "VIP" };
  expect(happeningsOf(entry({ ...row, op: "insert" }, { ...row, op: "delete" }))).toEqual([
    { kind: "group", joined: true, name: "VIP" },
    { kind: "group", joined: false, name: "VIP" },
  ]);
});

it("has words for the trash, for addresses and for what later versions may bring", () => {
  const words = (row: Partial<ChangedRow>) =>
    happeningsOf(entry(row)).map((h) => (h.kind === "plain" ? h.words : h));
  expect(words({ before: { deleted_at: null }, after: { deleted_at: "2026-11-25" } })).toEqual([
    "moved this customer to the trash",
  ]);
  expect(words({ before: { deleted_at: "2026-11-25" }, after: { deleted_at: null } })).toEqual([
    "restored this customer",
  ]);
  expect(words({ op: "delete", before: {} })).toEqual(["deleted this customer for good"]);
  expect(words({ table: "customer_address", op: "delete" })).toEqual(["removed an address"]);
  expect(words({ table: "customer_note", op: "insert" })).toEqual(["added customer note"]);
  expect(happeningsOf(entry({ before: { tax_id: null }, after: { tax_id: "1" } }))).toEqual([
    { kind: "changed", field: "tax id", from: null, to: "1" },
  ]);
});
