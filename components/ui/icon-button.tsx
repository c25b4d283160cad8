import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  /** What it does, in words; also shown on hover. */
  "aria-label": string;
  icon: LucideIcon;
  size?: "sm" | "md";
  danger?: boolean;
};

const sizes = { sm: "size-7 pointer-coarse:size-9", md: "size-control" };

export function IconButton({
  icon: Icon,
  size = "md",
  danger = false,
  type = "button",
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      title={rest["aria-label"]}
      {...rest}
      type={type}
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50",
        danger ? "hover:bg-danger-soft hover:text-danger" : "hover:bg-hover hover:text-ink",
        "data-popup-open:bg-hover data-popup-open:text-ink",
        sizes[size],
        className,
      )}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
