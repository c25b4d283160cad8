"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { type GroupListState, groupListHref } from "@/lib/groups/list-url";

type SearchFieldProps = { label: string; path: string; list: GroupListState };

const PAUSE = 150;

/** Filters the list while one types; the address is the state, so Back works. A form, so that it works without script. */
export function SearchField({ label, path, list }: SearchFieldProps) {
  const router = useRouter();
  const [typed, setTyped] = useState(list.q);
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef([list.q]);

  // Not one of ours that has arrived: Back, or a link elsewhere, has brought another search.
  useEffect(() => {
    const ours = asked.current.lastIndexOf(list.q);
    asked.current = ours < 0 ? [list.q] : asked.current.slice(ours);
    if (ours < 0) setTyped(list.q);
  }, [list.q]);

  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(text: string) {
    clearTimeout(timer.current);
    const q = text.trim();
    const before = asked.current.at(-1);
    if (q === before) return;
    asked.current.push(q);
    // a search begun is a step that Back undoes; its further letters are not
    const go = before ? router.replace : router.push;
    startTransition(() => go(groupListHref(path, { ...list, q, page: 1 }), { scroll: false }));
  }

  return (
    <search className="relative block w-full max-w-sm">
      <form
        action={path}
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
      >
        {pending ? (
          <Spinner className="absolute inset-y-0 left-2.5 my-auto text-muted" />
        ) : (
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-muted"
          />
        )}
        <Input
          name="q"
          type="search"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => ask(text), PAUSE);
          }}
          className="pl-8"
        />
      </form>
    </search>
  );
}
