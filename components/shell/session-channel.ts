const name = "clientele-session";

/** Tells this browser's other tabs that the session is over. */
export function announceSignOut() {
  const channel = new BroadcastChannel(name);
  channel.postMessage("signed-out");
  channel.close();
}

export function onSignOutElsewhere(listener: () => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = listener;
  return () => channel.close();
}
