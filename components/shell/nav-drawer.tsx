"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuIcon, X } from "lucide-react";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { scrimClass } from "@/components/ui/popup-class";
import { MainNav } from "./main-nav";
import { Wordmark } from "./wordmark";

/** The navigation of a small screen. */
export function NavDrawer() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger render={<IconButton icon={MenuIcon} aria-label="Menu" />} />
      <Dialog.Portal>
        <Dialog.Backdrop className={scrimClass} />
        <Dialog.Popup
          className={classNames(
            "fixed inset-y-0 left-0 z-40 flex w-72 max-w-[85vw] flex-col overflow-y-auto border-r border-line bg-sunken px-3 py-2 outline-none",
            "transition-transform duration-150 data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
          )}
        >
          <div className="mb-3 flex items-center justify-between pl-2">
            <Dialog.Title className="sr-only">Menu</Dialog.Title>
            <Wordmark />
            <Dialog.Close render={<IconButton icon={X} aria-label="Close menu" />} />
          </div>
          <MainNav onNavigate={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
