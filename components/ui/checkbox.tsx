"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "ref"> & {
  /** Shown beside it; without one give an `aria-label`. */
  label?: ReactNode;
  hint?: ReactNode;
  /** Some, not all, of what it stands for is chosen. */
  indeterminate?: boolean;
  ref?: React.Ref<HTMLInputElement>;
};

export function Checkbox({
  label,
  hint,
  indeterminate = false,
  className,
  ref,
  ...rest
}: CheckboxProps) {
  return (
    <label
      className={classNames(
        "inline-flex min-h-6 min-w-6 items-start gap-2 has-enabled:cursor-pointer has-aria-disabled:cursor-default",
        !label && "justify-center",
        className,
      )}
    >
      <input
        {...rest}
        type="checkbox"
        ref={(element) => {
          if (element) element.indeterminate = indeterminate;
          return passRef(ref, element);
        }}
        className="mt-1 size-4 shrink-0 cursor-[inherit] aria-disabled:opacity-60"
      />
      {label && (
        <span className="py-0.5">
          {label}
          {hint && <span className="block text-meta text-muted">{hint}</span>}
        </span>
      )}
    </label>
  );
}

function passRef(ref: React.Ref<HTMLInputElement> | undefined, element: HTMLInputElement | null) {
  if (typeof ref === "function") return ref(element);
  if (ref) ref.current = element;
}
