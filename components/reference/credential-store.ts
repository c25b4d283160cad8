import { useSyncExternalStore } from "react";

// In memory only: a token that was typed here is gone with the page.
let typed = "";
const listeners = new Set<() => void>();

/** The credential that requests of this page are sent with; empty is the session of this browser. */
export function useCredential(): [string, (credential: string) => void] {
  return [useSyncExternalStore(subscribe, read, nothing), write];
}

function write(credential: string): void {
  typed = credential;
  for (const listener of listeners) listener();
}

function read(): string {
  return typed;
}

function nothing(): string {
  return "";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
