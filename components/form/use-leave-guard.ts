"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { holdUnsavedWork } from "./unsaved-work";

/**
 * While `dirty`: closing or reloading the tab asks in the browser's words; a link inside the app and
 * Back or Forward are held, and `asking` is true until `leave` or `stay` is called.
 */
export function useLeaveGuard(dirty: boolean) {
  const router = useRouter();
  const [go, setGo] = useState<(() => void) | null>(null);
  const leaving = useRef(false);

  useEffect(() => {
    if (!dirty) return;
    leaving.current = false;
    const hold = (proceed: () => void) => setGo(() => proceed);
    const off = new AbortController();
    const release = holdUnsavedWork();
    window.addEventListener("beforeunload", (event) => leaving.current || event.preventDefault(), {
      signal: off.signal,
    });
    window.addEventListener(
      "click",
      (event) => {
        const href = leaving.current ? null : inAppLink(event);
        if (!href) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        hold(() => router.push(href));
      },
      { capture: true, signal: off.signal },
    );
    // Absent in a browser from before 2026: there, Back leaves without asking.
    window.navigation?.addEventListener(
      "navigate",
      (event) => {
        if (event.navigationType !== "traverse" || !event.cancelable || leaving.current) return;
        event.preventDefault();
        const { key } = event.destination;
        hold(() => void window.navigation.traverseTo(key));
      },
      { signal: off.signal },
    );
    return () => {
      off.abort();
      release();
    };
  }, [dirty, router]);

  return {
    asking: go !== null,
    stay: () => setGo(null),
    leave: () => {
      leaving.current = true;
      setGo(null);
      go?.();
    },
  };
}

/** The address a click is about to open in this tab and in this app, if it is one. */
function inAppLink(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.hasAttribute("download")) return null;
  if (link.target && link.target !== "_self") return null;
  const { origin, pathname, search, hash } = link;
  if (origin !== location.origin) return null;
  if (pathname === location.pathname && search === location.search && hash) return null;
  return pathname + search + hash;
}
