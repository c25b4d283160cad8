let shared: BroadcastChannel | undefined;

// One for the whole tab: a channel hears every other channel, but never itself.
function channel(): BroadcastChannel {
  shared ??= new BroadcastChannel("clientele-session");
  return shared;
}

/** Tells this browser's other tabs that the session is over. */
export function announceSignOut() {
  channel().postMessage("signed-out");
}

export function onSignOutElsewhere(listener: () => void): () => void {
  channel().addEventListener("message", listener);
  return () => channel().removeEventListener("message", listener);
}
