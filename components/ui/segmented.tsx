import type { ChangeEventHandler, ReactNode } from "react";
import { classNames } from "./class-names";

export type SegmentedOption = { value: string; label: ReactNode; title?: string };

type SegmentedProps = {
  /** Names the group; shown only to a screen reader unless `showLegend`. */
  legend: string;
  showLegend?: boolean;
  name: string;
  options: readonly SegmentedOption[];
  value?: string | null;
  defaultValue?: string;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  ref?: React.Ref<HTMLInputElement>;
  className?: string;
} & Record<`aria-${string}`, string | undefined>;

/** A handful of choices, one of them taken: radio buttons that look like one control. */
export function Segmented(props: SegmentedProps) {
  const { legend, showLegend, name, options, value, defaultValue, onChange, ref, className } =
    props;
  return (
    <fieldset
      className={classNames("min-w-0", className)}
      aria-describedby={props["aria-describedby"]}
    >
      <legend className={showLegend ? "mb-1 font-medium" : "sr-only"}>{legend}</legend>
      <div className="inline-flex gap-0.5 rounded-md border border-line-button bg-sunken p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            title={option.title}
            className="relative inline-flex min-h-[calc(var(--control)-0.375rem)] cursor-pointer items-center gap-1.5 rounded px-2.5 text-muted transition-colors duration-100 select-none hover:text-ink has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-card has-checked:ring-1 has-checked:ring-line-strong forced-colors:has-checked:underline has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus"
          >
            <input
              ref={ref}
              type="radio"
              name={name}
              value={option.value}
              checked={value === undefined ? undefined : option.value === value}
              defaultChecked={
                defaultValue === undefined ? undefined : option.value === defaultValue
              }
              onChange={onChange}
              className="absolute inset-0 m-0 cursor-pointer opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
