"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { usePortalHome } from "./use-portal-home";

type TooltipProps = {
  text: ReactNode;
  /** Something focusable that has its own accessible name: the text only helps those who see. */
  children: ReactElement;
  side?: "top" | "bottom" | "left" | "right";
};

export function Tooltip({ text, children, side = "top" }: TooltipProps) {
  const { home, onOpenChange } = usePortalHome();
  return (
    <Base.Root onOpenChange={onOpenChange}>
      <Base.Trigger delay={400} render={children} />
      <Base.Portal container={home}>
        <Base.Positioner side={side} sideOffset={6} positionMethod="fixed" className="z-50">
          <Base.Popup className="max-w-64 rounded-md bg-ink px-2 py-1 text-meta text-surface shadow-float transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
