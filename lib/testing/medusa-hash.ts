import * as scryptKdf from "scrypt-kdf";

// The package says that it exports names; what it exports is one object.
const { kdf } = (scryptKdf as { default?: typeof scryptKdf }).default ?? scryptKdf;

export const FIRST_GENERATION = { logN: 1, r: 1, p: 1 };
export const SECOND_GENERATION = { logN: 15, r: 8, p: 1 };

/** The hash that Medusa would keep of this password, made by the package that Medusa makes it with. */
export async function medusaHash(password: string, cost = FIRST_GENERATION): Promise<string> {
  return Buffer.from(await kdf(password, cost)).toString("base64");
}
