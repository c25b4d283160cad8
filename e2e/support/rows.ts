import { createHash, randomBytes, randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { underChangeSet } from "../../bench/change-set.mjs";

export type TestAdmin = { id: string; email: string; password: string; role: string };

/** An admin with a password of its own; the hash is made as the product makes it. */
export async function insertAdmin(client: pg.Client, role: string): Promise<TestAdmin> {
  const id = `usr_${randomUUID()}`;
  const admin = {
    id,
    role,
    email: `${role}-${id.slice(4, 12)}@example.com`,
    password: `kettle-${randomUUID()}`,
  };
  const passwordHash = await hash(admin.password, {
    memoryCost: 47_104,
    timeCost: 1,
    parallelism: 1,
  });
  await underChangeSet(client, async () => {
    await client.query(
      "insert into admin (id, email, first_name, last_name, role, password_hash) values ($1, $2, $3, 'Test', $4, $5)",
      [id, admin.email, role[0]?.toUpperCase() + role.slice(1), role, passwordHash],
    );
  });
  return admin;
}

/** A live API token made by this admin. */
export async function insertApiKey(
  client: pg.Client,
  adminId: string,
  access: "read" | "write",
): Promise<string> {
  const token = `sk_${randomBytes(32).toString("hex")}`;
  const tokenHash = createHash("sha256").update(token).digest("hex");
  await underChangeSet(client, async () => {
    await client.query(
      "insert into api_key (id, title, access, token_hash, redacted, created_by) values ($1, $2, $3, $4, 'sk_***', $5)",
      [`apk_${randomUUID()}`, `Test ${access}`, access, tokenHash, adminId],
    );
  });
  return token;
}
