"use client";

import { useEffect } from "react";

/**
 * Base UI fences a pop-up with empty spans that can take the focus and are hidden from screen readers,
 * which WCAG forbids together. They send the focus on at once and hold no text: nothing needs hiding.
 */
export function FocusGuards() {
  useEffect(() => {
    unhide();
    const frame = requestAnimationFrame(unhide);
    return () => cancelAnimationFrame(frame);
  }, []);
  return null;
}

function unhide() {
  for (const guard of document.querySelectorAll("[data-base-ui-focus-guard][aria-hidden]"))
    guard.removeAttribute("aria-hidden");
}
