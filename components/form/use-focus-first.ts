import { type RefObject, useEffect } from "react";

/**
 * A page that is a form begins in its first field, wherever one came from; not under a finger, where a keyboard would
 * cover half the form unasked, and not when the focus is somewhere already.
 */
export function useFocusFirst(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const isIdle = document.activeElement === null || document.activeElement === document.body;
    if (!isIdle || !matchMedia("(pointer: fine)").matches) return;
    form.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus({
      preventScroll: true,
    });
  }, [form]);
}
