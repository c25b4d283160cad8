import type { CellEdit } from "./types";

export type GridStep =
  | { do: "move"; key: string }
  | { do: "edit" | "empty" | "type" | "open" | "give-up" | "theirs" | "mine" };

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & {
  getModifierState?: (key: string) => boolean;
};

const NAMED: Record<string, GridStep> = {
  Enter: { do: "edit" },
  F2: { do: "edit" },
  "Ctrl+Enter": { do: "open" },
  Backspace: { do: "empty" },
  Delete: { do: "empty" },
  ...Object.fromEntries(
    "ArrowUp ArrowDown ArrowLeft ArrowRight PageUp PageDown Home End Ctrl+Home Ctrl+End"
      .split(" ")
      .map((key) => [key, { do: "move", key }]),
  ),
};

const CHOICES: Record<string, GridStep> = { t: { do: "theirs" }, m: { do: "mine" } };
/** An input method or a dead key begins a letter without saying which. */
const BEGINS_A_LETTER = new Set(["Process", "Dead", "Unidentified"]);

/** What a key means on a cell that is not being edited; null when it means nothing here. */
export function gridStep(event: Key, edit: CellEdit | undefined): GridStep | null {
  const { key } = event;
  const written = event.getModifierState?.("AltGraph") ?? false;
  const command = event.ctrlKey || event.metaKey;
  if (edit && edit.state !== "saving") {
    // What was there before is known to be gone: giving up one's own means taking theirs.
    if (key === "Escape") return { do: edit.state === "conflict" ? "theirs" : "give-up" };
    const choice = edit.state === "conflict" && !command && CHOICES[key.toLowerCase()];
    if (choice) return choice;
  }
  if (!written && event.altKey) return null;
  const named = event.shiftKey ? undefined : NAMED[command ? `Ctrl+${key}` : key];
  if (named) return named;
  if (command && !written) return null;
  const letter = [...key].length === 1 && key !== " ";
  return letter || BEGINS_A_LETTER.has(key) ? { do: "type" } : null;
}
