"use client";

import { useLayoutEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { CellValues, GridField } from "./types";

type CellEditorProps = {
  fields: readonly GridField[];
  values: CellValues;
  /** Begins with nothing in the first field: what is typed replaces what was there. */
  empty: boolean;
  /** The id of the note that says what was wrong with the value before. */
  problem?: string;
  /** `key` is the way to move on; null when the focus has gone elsewhere already. */
  onFinish: (typed: CellValues, key: string | null) => void;
  onCancel: () => void;
};

/** The inputs of one cell. Enter saves and goes down, Tab goes on, Escape restores, leaving saves. */
export function CellEditor(props: CellEditorProps) {
  const { fields, values, empty, problem, onFinish, onCancel } = props;
  const box = useRef<HTMLDivElement>(null);
  const done = useRef(false);

  useLayoutEffect(() => {
    const input = box.current?.querySelector("input");
    input?.focus({ preventScroll: true });
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);

  function finish(key: string | null) {
    if (done.current) return;
    done.current = true;
    const inputs = [...(box.current?.querySelectorAll("input") ?? [])];
    onFinish(Object.fromEntries(inputs.map(({ name, value }) => [name, value || null])), key);
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>, index: number) {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      done.current = true;
      onCancel();
    }
    if (event.key === "Enter") {
      event.preventDefault();
      finish("ArrowDown");
    }
    const next = event.shiftKey ? index - 1 : index + 1;
    if (event.key === "Tab" && !fields[next]) {
      event.preventDefault();
      finish(event.shiftKey ? "ArrowLeft" : "ArrowRight");
    }
  }

  return (
    <div ref={box} className="absolute inset-y-0 start-0 z-20 flex min-w-full">
      {fields.map((field, index) => (
        <input
          key={field.name}
          name={field.name}
          aria-label={field.label}
          placeholder={fields.length > 1 ? field.label : undefined}
          defaultValue={empty && index === 0 ? "" : (values[field.name] ?? "")}
          dir="auto"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem}
          inputMode={field.inputMode}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onKeyDown={(event) => onKeyDown(event, index)}
          onBlur={({ relatedTarget }) => box.current?.contains(relatedTarget) || finish(null)}
          className={classNames(
            "h-full flex-1 bg-raised px-2.5 text-ink outline-2 -outline-offset-2 outline-line-strong focus:outline-focus pointer-coarse:text-base",
            fields.length > 1 ? "w-40" : "w-56",
          )}
        />
      ))}
    </div>
  );
}
