import { announceSignOut } from "./session-channel";

/**
 * Signs out, tells the other tabs, and loads anew, so that nothing personal stays in this page's memory.
 * Answers false when the server could not be reached.
 */
export async function leaveDesk(): Promise<boolean> {
  const answer = await fetch("/sign-out", { method: "POST", redirect: "manual" }).catch(() => null);
  if (!answer) return false;
  announceSignOut();
  location.replace("/sign-in");
  return true;
}
