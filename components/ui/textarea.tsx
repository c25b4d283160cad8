import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./control-class";

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      dir="auto"
      {...rest}
      rows={rows}
      className={classNames(controlClass, "field-sizing-content min-h-20 px-2.5 py-1.5", className)}
    />
  );
}
