import { announceSignOut } from "./session-channel";

/**
 * Signs out, tells the other tabs, and loads anew, so that nothing personal stays in this page's memory. Where the
 * server could clear this browser but not end the session, the sign-in page says so. Answers false when nothing was
 * done: the server could not be reached, or answered anything else.
 */
export async function leaveDesk(): Promise<boolean> {
  const answer = await fetch("/sign-out", { method: "POST", redirect: "manual" }).catch(() => null);
  const isEnded = answer?.type === "opaqueredirect";
  const isCleared = answer?.status === 503 && answer.headers.has("x-clientele-cleared");
  if (!isEnded && !isCleared) return false;
  announceSignOut();
  location.replace(isEnded ? "/sign-in" : "/sign-in?left=unfinished");
  return true;
}
