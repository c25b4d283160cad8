import { describe, expect, it } from "vitest";
import { credentialsInput, signIn } from "../lib/auth/sign-in";
import { db } from "../lib/db";
import { deactivateAdmin } from "../lib/team/admins";
import { resetAdminPassword } from "../lib/team/password-reset";
import { anAdmin } from "../lib/testing/actors";
import { resetLink } from "./reset-password.mjs";

const url = process.env.DATABASE_URL ?? "";
const publicUrl = new URL("https://desk.example.com");
const visitor = { address: "203.0.113.9" };
const password = "seven umbrellas dance slowly";

async function newOwner() {
  const { id } = await anAdmin("owner");
  const { email } = await db().admin.findUniqueOrThrow({ where: { id }, select: { email: true } });
  return { id, email };
}
const tokenOf = (link: string) => new URL(link).searchParams.get("token") ?? "";

describe("reset-password", () => {
  it("makes a link by which a sole owner comes in again, once", async () => {
    const { id, email } = await newOwner();
    const link = await resetLink({ url, publicUrl, email: ` ${email.toUpperCase()} ` });
    expect(link).toMatch(/^https:\/\/desk\.example\.com\/new-password\?token=[0-9a-f]{64}$/);
    await resetAdminPassword(tokenOf(link), { password }, visitor);
    const entered = await signIn(credentialsInput.parse({ email, password }), "desk", visitor);
    expect(entered?.adminId).toBe(id);
    await expect(resetAdminPassword(tokenOf(link), { password }, visitor)).rejects.toMatchObject({
      code: "signed_out",
    });
  });

  it("makes an older link void", async () => {
    const { email } = await newOwner();
    const older = await resetLink({ url, publicUrl, email });
    await resetLink({ url, publicUrl, email });
    await expect(resetAdminPassword(tokenOf(older), { password }, visitor)).rejects.toMatchObject({
      code: "signed_out",
    });
  });

  it("refuses who is no active admin, and names the owners", async () => {
    const { id, email } = await newOwner();
    const unknown = resetLink({ url, publicUrl, email: "nobody@example.com" });
    await expect(unknown).rejects.toThrow(/^No active admin has the address nobody@.*Owners: /);
    await deactivateAdmin(await anAdmin("owner"), id);
    await expect(resetLink({ url, publicUrl, email })).rejects.toThrow(/^No active admin/);
  });
});
