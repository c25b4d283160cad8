"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { LIST_PATH, listHref } from "@/lib/customers/list-url";
import { useList } from "./list-navigation";

const PAUSE = 120;
/** Typing after a longer pause is a new search, with its own step back. */
const NEW_SEARCH = 2_000;

/** Filters while one types. A form, so that it also works before the script is there. */
export function SearchBox() {
  const { state, change } = useList();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = useRef(state.q);
  const asked = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastAsked = useRef(0);
  const input = useRef<HTMLInputElement>(null);

  // The list on the screen has another search than before: ours, or Back, or a chip that was taken away.
  useEffect(() => {
    if (shown.current === state.q) return;
    shown.current = state.q;
    const ours = asked.current.indexOf(state.q);
    if (ours < 0) setDraft(null);
    else asked.current = asked.current.slice(ours + 1);
  }, [state.q]);

  // Somebody may have typed before the page came to life.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    const early = input.current?.value ?? state.q;
    if (early !== state.q) type(early);
  }, []);

  useEffect(() => {
    const follow = () => {
      clearTimeout(timer.current);
      asked.current = [];
      setDraft(null);
    };
    window.addEventListener("popstate", follow);
    return () => {
      window.removeEventListener("popstate", follow);
      clearTimeout(timer.current);
    };
  }, []);

  function type(text: string) {
    setDraft(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(text), PAUSE);
  }

  function ask(text: string) {
    clearTimeout(timer.current);
    const q = text.trim();
    if (q === (asked.current.at(-1) ?? state.q)) return;
    const now = Date.now();
    change({ q }, now - lastAsked.current < NEW_SEARCH ? "replace" : "push");
    lastAsked.current = now;
    asked.current.push(q);
  }

  function clear() {
    setDraft("");
    ask("");
    input.current?.focus();
  }

  const text = draft ?? state.q;
  return (
    <search className="relative min-w-0 flex-1 sm:max-w-md">
      <form
        action={LIST_PATH}
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
          lastAsked.current = 0;
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-muted"
        />
        <Input
          ref={input}
          name="q"
          type="search"
          aria-label="Search customers"
          placeholder="Name, e-mail, phone, company"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          enterKeyHint="search"
          value={text}
          onChange={(event) => type(event.target.value)}
          onBlur={() => draft !== null && ask(draft)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !text) return;
            event.preventDefault();
            clear();
          }}
          className="px-8 [&::-webkit-search-cancel-button]:hidden"
        />
        {hiddenParams(listHref({ ...state, q: "", page: 1 }))}
        {text && (
          <IconButton
            icon={X}
            size="sm"
            aria-label="Clear search"
            onClick={clear}
            className="absolute inset-y-0 end-0.5 my-auto"
          />
        )}
      </form>
    </search>
  );
}

function hiddenParams(href: string) {
  const params = [...new URLSearchParams(href.split("?")[1] ?? "")];
  return params.map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}
