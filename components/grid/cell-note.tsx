"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Isolated } from "@/components/ui/isolated";
import type { CellEdit, CellPlace, CellValues } from "./types";
import type { GridActions } from "./use-grid-editing";

type CellNoteProps = { id: string; place: CellPlace; edit: CellEdit; actions: GridActions };

/** Why a cell is not saved and what can be done about it: in the browser's top layer, so that no scroller cuts it off. */
export function CellNote({ id, place, edit, actions }: CellNoteProps) {
  const note = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = note.current;
    const source = element?.closest<HTMLElement>("[data-cell]");
    if (element && source && !element.matches(":popover-open")) element.showPopover({ source });
  }, []);

  if (edit.state === "saving") return null;
  return (
    <div
      ref={note}
      id={id}
      popover="manual"
      className="inset-auto my-1 w-max max-w-[min(22rem,90vw)] rounded-md border border-line-strong bg-raised px-3 py-2 text-start text-sm font-normal whitespace-normal text-ink shadow-float [position-area:bottom_span-right] [position-try-fallbacks:flip-block,flip-inline,flip-block_flip-inline]"
    >
      <p className={edit.state === "conflict" ? "text-warn" : "text-danger"}>{edit.message}</p>
      {edit.state === "conflict" ? (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onClick={() => actions.theirs(place, edit)}>
            <Choice keyName="T" label="Theirs" values={edit.theirs} />
          </Button>
          <Button size="sm" onClick={() => actions.mine(place, edit)}>
            <Choice keyName="M" label="Mine" values={edit.values} />
          </Button>
        </div>
      ) : (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-muted">
          {edit.state === "signed_out" && (
            <a
              href="/sign-in"
              target="_blank"
              rel="noopener"
              className="font-medium text-accent underline underline-offset-2"
            >
              Sign in again
            </a>
          )}
          {edit.state !== "refused" && (
            <Button size="sm" onClick={() => actions.again(place, edit)}>
              Try again
            </Button>
          )}
          <span>Enter corrects it, Esc gives it up.</span>
        </div>
      )}
    </div>
  );
}

function Choice(props: { keyName: string; label: string; values: CellValues }) {
  const text = Object.values(props.values).filter(Boolean).join(" ");
  return (
    <>
      <kbd className="font-sans text-muted">{props.keyName}</kbd> {props.label}:{" "}
      <span className="max-w-48 truncate font-normal">
        {text ? <Isolated>{text}</Isolated> : <i>nothing</i>}
      </span>
    </>
  );
}
