import type { ComponentProps, MouseEvent } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { classNames } from "./class-names";
import { Spinner } from "./spinner";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: keeps its focus and its width, and ignores further clicks. */
  busy?: boolean;
};

export function Button({
  variant = "secondary",
  size = "md",
  busy = false,
  type = "button",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      className={buttonClass(variant, size, className)}
      onClick={busy ? ignore : onClick}
    >
      {busy && <Spinner className="absolute" />}
      <span className={classNames("inline-flex items-center gap-1.5", busy && "opacity-0")}>
        {children}
      </span>
    </button>
  );
}

function ignore(event: MouseEvent) {
  event.preventDefault();
}
