import { signV1Token, signV2Token } from "../auth/bearer";
import { createSession, findSession } from "../auth/sessions";
import { change } from "../changes/change";
import { db } from "../db";
import { claimsOf } from "../rest/v2/claims";
import { deactivateAdmin } from "../team/admins";
import { createApiKey, revokeApiKey } from "../team/api-keys";
import { anAdmin } from "./actors";
import { bearer } from "./store-client";

type Headers = Record<string, string>;
type Mount = "v1" | "v2";

const KIND = { v1: "v1_token", v2: "v2_token" } as const;

/** Everybody who may knock, by name; each answers the headers they come with. */
export async function theCallers() {
  const owner = await anAdmin("owner");
  const viewer = await anAdmin("viewer");
  const leaver = await anAdmin("admin");
  const leaversSession = { v1: await session(leaver.id, "v1"), v2: await session(leaver.id, "v2") };
  await deactivateAdmin(owner, leaver.id);
  const read = await createApiKey(owner, { title: "read", access: "read" });
  const write = await createApiKey(owner, { title: "write", access: "write" });
  const revoked = await createApiKey(owner, { title: "revoked", access: "write" });
  await revokeApiKey(owner, revoked.id);
  const expired = await createApiKey(owner, { title: "expired", access: "write" });
  const past = new Date("2020-01-01");
  await change(owner, { kind: "test", label: "test" }, ({ tx }) =>
    tx.apiKey.update({ where: { id: expired.id }, data: { expiresAt: past } }),
  );
  const oldSession = { v1: await session(owner.id, "v1"), v2: await session(owner.id, "v2") };
  await db().adminSession.updateMany({
    where: { adminId: owner.id },
    data: { expiresAt: past },
  });

  return {
    anonymous: async (): Promise<Headers> => ({}),
    viewer: (mount: Mount) => session(viewer.id, mount),
    read: async () => key(read.token),
    write: async () => key(write.token),
    owner: (mount: Mount) => session(owner.id, mount),
    deactivated: async (mount: Mount) => leaversSession[mount],
    revoked: async () => key(revoked.token),
    expired: async (mount: Mount) => ({ ...key(expired.token), ...oldSession[mount] }),
  };
}

function key(token: string): Headers {
  return { "x-medusa-access-token": token };
}

/** A session of its own, since some routes end the one they are called with. */
async function session(adminId: string, mount: Mount): Promise<Headers> {
  const started = await createSession(db(), { id: adminId, credentialVersion: 1 }, KIND[mount], {});
  const live = started && (await findSession(started.token, [KIND[mount]]));
  if (!started || !live) throw new Error("The session could not be started.");
  return bearer(
    mount === "v1"
      ? await signV1Token(adminId, started)
      : await signV2Token(claimsOf(live), started),
  );
}
