import "server-only";
import { env } from "../env";
import { keyed, randomToken, sameText } from "./tokens";

/** Marks a browser that has signed in to this account before. The value is `id.signature`. */
export function newDevice(email: string): string {
  const id = randomToken().slice(0, 32);
  return `${id}.${sign(id, email)}`;
}

/** The device's id when the cookie was made here for this account, else undefined. */
export function knownDevice(cookie: string | undefined, email: string): string | undefined {
  const [id = "", signature = ""] = (cookie ?? "").split(".");
  return id && sameText(signature, sign(id, email)) ? id : undefined;
}

function sign(id: string, email: string): string {
  return keyed(env().AUTH_SECRET, `device:${id}:${email}`);
}
