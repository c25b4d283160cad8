import { announceSignOut } from "./session-channel";

/** Signs out, tells the other tabs, and loads anew, so that nothing personal stays in this page's memory. */
export async function leaveDesk(signOut: (form: FormData) => Promise<void>) {
  try {
    await signOut(new FormData());
  } catch {
    // the server's redirect arrives here too; if it was a failure instead, the full load shows it
  }
  announceSignOut();
  location.assign("/sign-in");
}
