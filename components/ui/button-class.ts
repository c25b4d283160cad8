import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent-solid text-on-accent hover:bg-accent-solid-hover",
  secondary: "border-line-button bg-raised text-ink shadow-card hover:bg-hover",
  quiet: "border-transparent bg-transparent text-ink hover:bg-hover",
  danger: "border-transparent bg-danger-solid text-on-danger hover:bg-danger-solid-hover",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-7 px-2 text-meta pointer-coarse:min-h-9",
  md: "min-h-control px-3 text-sm",
};

/** The look of a button, shared by `Button` and `ButtonLink`. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string) {
  return classNames(
    "relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors duration-100 print:hidden",
    "disabled:pointer-events-none disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
    className,
  );
}
