"use client";

import { Popover } from "@base-ui/react/popover";
import { type ReactElement, useState } from "react";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";
import { popupClass } from "@/components/ui/popup-class";
import type { ListState } from "@/lib/customers/list-url";
import { addDays, calendarDay, dayIn } from "@/lib/time-zone";

type CreatedPickerProps = {
  trigger: ReactElement;
  state: ListState;
  onChange: (patch: Partial<ListState>) => void;
};

const PRESETS = [
  { label: "Today", days: 1 },
  { label: "Last 7 days", days: 7 },
  { label: "Last 30 days", days: 30 },
];

/** From day to day, in the reader's zone, which goes into the address: whoever opens it sees the same customers. */
export function CreatedPicker({ trigger, state, onChange }: CreatedPickerProps) {
  const [open, setOpen] = useState(true);
  const { from, to } = state;
  const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;

  function last(days: number) {
    const today = dayIn(tz, Date.now());
    onChange({ from: addDays(today, 1 - days), to: today, tz });
    setOpen(false);
  }

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={trigger} nativeButton />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} className="z-50 outline-none">
          <Popover.Popup
            aria-label="Created"
            className={classNames(popupClass, "w-72 max-w-(--available-width) p-3")}
          >
            <div className="flex flex-wrap gap-1.5">
              {PRESETS.map(({ label, days }) => (
                <Button key={label} size="sm" onClick={() => last(days)}>
                  {label}
                </Button>
              ))}
            </div>
            <div className="mt-3 grid gap-2">
              <Field label="From">
                {(control) => (
                  <DayInput {...control} day={from} onDay={(day) => onChange({ from: day, tz })} />
                )}
              </Field>
              <Field label="To and including">
                {(control) => (
                  <DayInput {...control} day={to} onDay={(day) => onChange({ to: day, tz })} />
                )}
              </Field>
            </div>
            <p className="mt-2 text-meta text-muted">Days of {state.tz ?? tz}.</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

type DayInputProps = { id: string; day: string | null; onDay: (day: string | null) => void };

/** Speaks up for a whole day only: 0002 is on the way to 2025, and an emptied field may be about to be filled again. */
function DayInput({ day, onDay, ...control }: DayInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <Input
      {...control}
      type="date"
      min="1970-01-01"
      max="2999-12-31"
      value={draft ?? day ?? ""}
      onChange={({ target: { value } }) => {
        setDraft(value);
        if (calendarDay(value)) onDay(value);
      }}
      onBlur={() => {
        setDraft(null);
        if (draft === "" && day) onDay(null);
      }}
    />
  );
}
