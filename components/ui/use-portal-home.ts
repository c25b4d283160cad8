"use client";

import { useState } from "react";

/**
 * Where a floating sheet is put: the landmark its trigger stands in, so that it belongs to a part of
 * the page. Unset (the body) before it opens and inside dialogs.
 */
export function usePortalHome() {
  const [home, setHome] = useState<HTMLElement>();
  const onOpenChange = (open: boolean, details: { trigger?: Element }) => {
    if (open) setHome(details.trigger?.closest<HTMLElement>("main, header") ?? undefined);
  };
  return { home, onOpenChange };
}
