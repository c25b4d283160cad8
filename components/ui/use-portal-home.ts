"use client";

import { useState } from "react";

/**
 * Where a floating sheet is put: the landmark its trigger stands in (`data-portal-home`, never a flex
 * or grid container), so that it belongs to a part of the page. Inside a dialog it is the body.
 */
export function usePortalHome() {
  const [home, setHome] = useState<HTMLElement>();
  const onOpenChange = (open: boolean, details: { trigger?: Element }) => {
    if (open) setHome(details.trigger?.closest<HTMLElement>("[data-portal-home]") ?? undefined);
  };
  return { home, onOpenChange };
}
