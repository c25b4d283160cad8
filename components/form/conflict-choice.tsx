"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Isolated } from "@/components/ui/isolated";
import { Kbd } from "@/components/ui/kbd";

type ConflictChoiceProps = {
  /** Names the field in the heading: "Phone". */
  label?: string;
  /** The value when the edit began. */
  was: unknown;
  /** What somebody else saved meanwhile. */
  theirs: unknown;
  /** What was typed here and is not saved. */
  mine: unknown;
  onTheirs: () => void;
  onMine: () => void;
  busy?: boolean;
  /** Takes the focus when it appears, so that T or M answers at once. */
  autoFocus?: boolean;
};

/** Two people changed one field: both values and the old one, side by side, one key each (T and M). */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { label, was, theirs, mine, onTheirs, onMine, busy = false, autoFocus } = props;
  const heading = useId();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (autoFocus) box.current?.querySelector("button")?.focus();
  }, [autoFocus]);

  const choices: Record<string, () => void> = { t: onTheirs, m: onMine };

  function chooseByKey(event: KeyboardEvent) {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const choose = plain && !busy ? choices[event.key.toLowerCase()] : undefined;
    if (!choose) return;
    event.preventDefault();
    event.stopPropagation();
    choose();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box and legend rules
    <div
      ref={box}
      role="group"
      aria-labelledby={heading}
      onKeyDown={chooseByKey}
      className="@container rounded-md border border-line bg-warn-soft p-3"
    >
      <p id={heading} role="alert" className="font-medium">
        {label ? `${label}: somebody` : "Somebody"} else changed this meanwhile. Which value stays?
      </p>
      <dl className="mt-2 grid gap-2 @md:grid-cols-3">
        <Value name="Theirs" value={theirs}>
          <Choice onClick={onTheirs} hint="T" busy={busy}>
            Keep theirs
          </Choice>
        </Value>
        <Value name="Mine" value={mine}>
          <Choice onClick={onMine} hint="M" busy={busy}>
            Save mine
          </Choice>
        </Value>
        <Value name="Was" value={was} />
      </dl>
    </div>
  );
}

function Value({ name, value, children }: { name: string; value: unknown; children?: ReactNode }) {
  const text = asText(value);
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <dt className="text-meta text-muted">{name}</dt>
      <dd className="max-w-full flex-1 wrap-anywhere whitespace-pre-wrap">
        {text ? <Isolated>{text}</Isolated> : <span className="text-muted">empty</span>}
      </dd>
      {children && <dd>{children}</dd>}
    </div>
  );
}

type ChoiceProps = { onClick: () => void; hint: string; busy: boolean; children: ReactNode };

function Choice({ onClick, hint, busy, children }: ChoiceProps) {
  return (
    <Button size="sm" onClick={onClick} busy={busy} aria-keyshortcuts={hint}>
      {children}
      <Kbd>{hint}</Kbd>
    </Button>
  );
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
