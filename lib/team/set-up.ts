import "server-only";
import { systemActor } from "../auth/actors";
import { recordAuthEvent } from "../auth/events";
import { hashPassword } from "../auth/password";
import { requireStrongPassword } from "../auth/password-strength";
import type { Visitor } from "../auth/sessions";
import { tokenHash } from "../auth/tokens";
import { change } from "../changes/change";
import { uniqueViolation } from "../database-errors";
import { db, type Tx } from "../db";
import { env } from "../env";
import { DomainError } from "../errors";
import { newId } from "../ids";
import { parse } from "../parse";
import { duplicateAdmin, insertAdmin } from "./admins";
import { newAdminInput, setUpInput } from "./schema";

/** Whether the shop has its owner; from then on set-up is gone, even if every admin were deleted. */
export async function isSetUp(): Promise<boolean> {
  return (await db().setupClaim.count()) > 0;
}

/** Whether the launcher made this token. */
export async function isSetUpToken(token: string): Promise<boolean> {
  return (await db().setupToken.count({ where: { tokenHash: tokenHash(token) } })) > 0;
}

/**
 * Makes the first owner: one atomic claim, whoever comes second is refused.
 * Throws `forbidden` for a wrong token, `conflict` when the shop has its owner, `invalid` with fields.
 */
export async function claimShop(
  input: unknown,
  visitor: Visitor,
): Promise<{ id: string; email: string }> {
  if (await isSetUp()) throw alreadySetUp();
  const { token, password, ...fields } = parse(setUpInput, input);
  if (!(await isSetUpToken(token))) throw (await isSetUp()) ? alreadySetUp() : wrongToken();
  requireStrongPassword(password, [fields.email, fields.firstName, fields.lastName ?? ""]);
  const owner = await makeOwner({ ...fields, passwordHash: await hashPassword(password) });
  await recordAuthEvent("set_up", { adminId: owner.id, ...visitor });
  return { id: owner.id, email: fields.email };
}

/** Makes the owner that the environment names, when there is none. Throws `invalid` when it names a bad one. */
export async function provisionOwner(): Promise<boolean> {
  const { CLIENTELE_OWNER_EMAIL: email, CLIENTELE_OWNER_PASSWORD: password } = env();
  if (!email || !password || (await isSetUp())) return false;
  const fields = parse(newAdminInput, {
    email,
    password,
    firstName: "Owner",
    lastName: null,
    role: "owner",
  });
  requireStrongPassword(password, [fields.email]);
  try {
    await makeOwner({ ...fields, passwordHash: await hashPassword(password) });
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict") return false;
    throw error;
  }
}

/** The claim comes first: whoever is second learns that the shop has an owner, whatever address they gave. */
async function makeOwner(admin: {
  email: string;
  firstName: string;
  lastName: string | null;
  passwordHash: string;
}): Promise<{ id: string }> {
  const { email, firstName, lastName, passwordHash } = admin;
  const id = newId("usr");
  try {
    return await change(
      systemActor(),
      { kind: "setup.claim", label: "Set up the shop" },
      async ({ tx }) => {
        await claim(tx, id);
        return insertAdmin(tx, { email, firstName, lastName, passwordHash, role: "owner" }, id);
      },
    );
  } catch (error) {
    throw uniqueViolation(error) ? duplicateAdmin(error) : error;
  }
}

async function claim(tx: Tx, adminId: string): Promise<void> {
  const claimed =
    await tx.$executeRaw`insert into setup_claim (admin_id) values (${adminId}) on conflict do nothing`;
  if (claimed === 0) throw alreadySetUp();
  await tx.setupToken.deleteMany();
}

function alreadySetUp(): DomainError {
  return new DomainError("conflict", "The shop has its owner already. Sign in instead.");
}

function wrongToken(): DomainError {
  return new DomainError(
    "forbidden",
    "This link is not valid. The set-up link stands in the terminal where Clientele was started.",
  );
}
