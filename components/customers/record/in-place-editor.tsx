import { type FocusEvent, type KeyboardEvent, useId, useRef } from "react";
import { ConflictChoice } from "@/components/form/conflict-choice";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import type { EditableField } from "@/lib/customers/schema";
import { InPlaceNote } from "./in-place-note";
import type { Edit } from "./use-in-place-edit";

type InPlaceEditorProps = {
  field: EditableField;
  edit: Edit;
  labelId: string;
  isAccount: boolean;
  onType: (text: string) => void;
  onEnter: () => void;
  onLeave: () => void;
  onEscape: () => void;
  onTheirs: () => void;
  onMine: () => void;
};

const kinds: Partial<Record<EditableField, object>> = {
  email: { inputMode: "email", dir: "ltr", autoCapitalize: "none" },
  phone: { inputMode: "tel" },
};

export function InPlaceEditor(props: InPlaceEditorProps) {
  const { field, edit, labelId, isAccount, onType, onEnter, onLeave, onEscape } = props;
  const box = useRef<HTMLDivElement>(null);
  const noteId = useId();
  const { refused, saving } = edit;

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const act = { Enter: onEnter, Escape: onEscape }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function onBlur(event: FocusEvent) {
    // Another window, or a button of this very field, is no reason to save; nor is what was refused already.
    if (document.activeElement === event.target) return;
    if (box.current?.contains(event.relatedTarget)) return;
    if (refused?.text !== edit.text) onLeave();
  }

  return (
    <div ref={box} className="-ml-2">
      <div className="relative">
        <Input
          {...kinds[field]}
          aria-labelledby={labelId}
          aria-describedby={noteId}
          aria-invalid={refused ? true : undefined}
          aria-busy={saving || undefined}
          autoComplete="off"
          spellCheck={false}
          readOnly={saving}
          value={edit.text}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
          className="px-2"
        />
        {saving && <Spinner className="absolute inset-y-0 right-2 my-auto" />}
      </div>
      {refused?.conflict ? (
        <div className="mt-2">
          <ConflictChoice
            {...refused.conflict}
            autoFocus={refused.stayed}
            onTheirs={props.onTheirs}
            onMine={props.onMine}
          />
        </div>
      ) : (
        <InPlaceNote id={noteId} refused={refused} isSignInName={field === "email" && isAccount} />
      )}
    </div>
  );
}
