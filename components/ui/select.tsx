import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./control-class";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectProps = ComponentProps<"select"> & {
  /** Either options or <option> children. */
  options?: readonly SelectOption[];
};

/** The browser's own select: nothing is better under a thumb or from the keyboard. */
export function Select({ options, children, className, ...rest }: SelectProps) {
  return (
    <span className={classNames("relative block", className)}>
      <select
        {...rest}
        className={classNames(controlClass, "h-control appearance-none truncate pr-8 pl-2.5")}
      >
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
