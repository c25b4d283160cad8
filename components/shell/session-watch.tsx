"use client";

import { useEffect } from "react";
import { hasUnsavedWork } from "@/components/form/unsaved-work";
import { onSignOutElsewhere } from "./session-channel";

/**
 * Nothing personal stays readable after a sign-out: other tabs reload, and so does a page that the
 * browser kept whole for Back. A tab with unsaved text is left alone: saving there says what happened.
 */
export function SessionWatch() {
  useEffect(() => {
    const reloadIfKept = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    window.addEventListener("pageshow", reloadIfKept);
    const stop = onSignOutElsewhere(() => {
      if (!hasUnsavedWork()) location.reload();
    });
    return () => {
      window.removeEventListener("pageshow", reloadIfKept);
      stop();
    };
  }, []);
  return null;
}
