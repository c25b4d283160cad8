"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type MouseEvent,
  type ReactNode,
  useContext,
  useEffect,
  useOptimistic,
  useRef,
  useState,
  useTransition,
} from "react";
import {
  changeList,
  LIST_PATH,
  type ListState,
  listHref,
  readListUrl,
} from "@/lib/customers/list-url";

type Navigation = {
  /** The list that is on the screen. */
  state: ListState;
  /** The list that was asked for last: what controls show at once, while its rows are on their way. */
  asked: ListState;
  pending: boolean;
  offline: boolean;
  /** Goes to the list with this changed; `replace` leaves no step to come back to. */
  change: (patch: Partial<ListState>, how?: "push" | "replace") => void;
};

const Context = createContext<Navigation | null>(null);

export function useList(): Navigation {
  const navigation = useContext(Context);
  if (!navigation) throw new Error("useList belongs inside ListNavigation.");
  return navigation;
}

/**
 * The address is the state. Each change starts from the newest list that was asked for, not from the one that has
 * arrived; the rows that are there stay until the next ones come, also when a link inside is followed.
 */
export function ListNavigation({ state, children }: { state: ListState; children: ReactNode }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [asked, setAsked] = useOptimistic(state);
  const [offline, setOffline] = useState(false);
  const wanted = useRef(state);

  useEffect(() => {
    if (!pending) wanted.current = state;
  }, [state, pending]);

  function go(next: ListState, how: "push" | "replace", scroll: boolean) {
    // Without a connection the router would leave for the browser's own error page.
    if (navigator.onLine === false) return setOffline(true);
    setOffline(false);
    wanted.current = next;
    start(() => {
      setAsked(next);
      router[how](listHref(next), { scroll });
    });
  }

  function takeOver(event: MouseEvent) {
    const next = listBehind(event);
    if (!next) return;
    event.preventDefault();
    go(next, "push", next.page !== state.page);
  }

  const change: Navigation["change"] = (patch, how = "push") =>
    go(changeList(wanted.current, patch), how, false);

  return (
    <Context value={{ state, asked, pending, offline, change }}>
      <div onClickCapture={takeOver}>{children}</div>
    </Context>
  );
}

/** The list that a plain click on a link leads to, if it leads to one. */
function listBehind(event: MouseEvent): ListState | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link?.pathname !== LIST_PATH || link.origin !== location.origin || link.target) return null;
  return readListUrl(new URLSearchParams(link.search));
}
