"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, type LucideIcon, X } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";

export type ToastTone = "info" | "success" | "danger";

export type ToastMessage = {
  message: ReactNode;
  detail?: ReactNode;
  tone?: ToastTone;
  /** One thing to do about it, such as Undo. */
  action?: { label: string; run: () => void };
};

const signs: Record<ToastTone, { icon: LucideIcon; look: string }> = {
  info: { icon: Info, look: "text-accent" },
  success: { icon: CircleCheck, look: "text-success" },
  danger: { icon: CircleAlert, look: "text-danger" },
};

// A failure stays until it is read; an Undo stays long enough to be reached from the keyboard (F6).
const seconds = { plain: 5, withAction: 12, danger: 0 };

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={seconds.plain * 1000}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-4 bottom-4 z-60 mx-auto flex max-w-sm flex-col gap-2 sm:right-6 sm:bottom-6 sm:left-auto sm:w-96">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** `const toast = useToast(); toast({ message: "Customer deleted", action: { label: "Undo", run } })` */
export function useToast(): (toast: ToastMessage) => void {
  const { add, close } = Base.useToastManager();
  return useCallback(
    ({ message, detail, tone = "info", action }) => {
      const stay = tone === "danger" ? seconds.danger : action ? seconds.withAction : seconds.plain;
      const id = add({
        title: message,
        description: detail,
        type: tone,
        timeout: stay * 1000,
        actionProps: action && {
          children: action.label,
          onClick: () => {
            close(id);
            action.run();
          },
        },
      });
    },
    [add, close],
  );
}

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => {
    const { icon: Icon, look } = signs[(toast.type as ToastTone) ?? "info"];
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        swipeDirection={["right", "down"]}
        className="rounded-lg border border-line bg-raised shadow-float transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
      >
        <Base.Content className="flex items-center gap-2.5 py-2 pr-2 pl-3">
          <Icon aria-hidden className={classNames("size-4 shrink-0", look)} />
          <div className="min-w-0 flex-1 py-1 wrap-anywhere">
            <Base.Title render={<p />} className="font-medium" />
            <Base.Description className="text-muted" />
          </div>
          <Base.Action className="min-h-7 rounded-md px-2 font-medium text-accent hover:bg-hover" />
          <Base.Close render={<IconButton icon={X} size="sm" aria-label="Dismiss" />} />
        </Base.Content>
      </Base.Root>
    );
  });
}
