"use client";

import { type KeyboardEvent, useEffect, useState } from "react";
import type { FindGroups } from "./group-actions";
import { type Option, optionsFor, placeAfter } from "./group-option";
import { useGroupSearch } from "./use-group-search";

type Options = {
  find: FindGroups;
  /** Whether an option may be picked. */
  isFree: (option: Option) => boolean;
  onPick: (option: Option) => void;
  /** Backspace in the empty input. */
  onBackspace?: () => void;
  /** Hears of text that is typed and not (yet) picked. */
  onType?: (text: string) => void;
};

/** What a text box with a list under it knows: the text, the options, the one at hand, and what the keys do. */
export function useGroupCombobox({ find, isFree, onPick, onBackspace, onType }: Options) {
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState<number | null>(null);
  const [hurried, setHurried] = useState(false);
  const name = typed.trim();
  const search = useGroupSearch(find, name, open);
  const isCurrent = search.state === "done" && search.q === name;
  const options = optionsFor(search.found, isCurrent ? name : "");
  // with something typed the first option is at hand
  const at = moved ?? (name ? 0 : -1);
  const active = isCurrent ? options[at] : undefined;

  // Enter before the answer has come takes the first option as soon as it is there.
  useEffect(() => {
    if (!hurried || !isCurrent) return;
    setHurried(false);
    pick(options[0]);
  });

  function reset(isOpen: boolean, text = typed) {
    setTyped(text);
    onType?.(text.trim());
    setOpen(isOpen);
    setMoved(null);
    setHurried(false);
  }

  function pick(option: Option | undefined) {
    if (!option || !isFree(option)) return;
    reset(false, "");
    onPick(option);
  }

  /** Not while the answer is awaited: what would be at that place then is not known yet. */
  function move(by: 1 | -1, { repeat }: KeyboardEvent): boolean {
    setOpen(true);
    if (open && isCurrent && options.length > 0) setMoved(placeAfter(options, moved, by, repeat));
    return true;
  }

  function enter({ ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey) return false;
    if (active) pick(active);
    else if (name) setHurried(true);
    return active !== undefined || name !== "";
  }

  /** Goes on to the next field, with the group that was at hand; a new one wants Enter. */
  function tab(): boolean {
    if (active && !active.isNew) pick(active);
    return false;
  }

  function dismiss(): boolean {
    if (open) reset(false);
    return open;
  }

  function backspace(): boolean {
    if (typed || !onBackspace) return false;
    onBackspace();
    return true;
  }

  /** Each answers whether the key was meant for the list; else it does what it always does, such as submit. */
  const keys = new Map<string, (event: KeyboardEvent) => boolean>([
    ["ArrowDown", (event) => move(1, event)],
    ["ArrowUp", (event) => move(-1, event)],
    ["Enter", enter],
    ["Tab", tab],
    ["Escape", dismiss],
    ["Backspace", backspace],
  ]);

  return {
    search,
    options,
    /** Its place among the options, or -1. */
    active: active ? at : -1,
    open,
    pick,
    inputProps: {
      value: typed,
      onChange: (event: { target: { value: string } }) => reset(true, event.target.value),
      onClick: () => setOpen(true),
      onBlur: () => reset(false),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing || !keys.get(event.key)?.(event)) return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
