"use client";

import { X } from "lucide-react";
import { useRef, useState } from "react";
import { type FieldControl, FieldError } from "@/components/form/field";
import { Isolated } from "@/components/ui/isolated";
import type { GroupRef } from "@/lib/customers/schema";
import type { CreateGroup, FindGroups } from "./group-actions";
import { GroupCombobox } from "./group-combobox";
import type { Option } from "./group-option";
import { useNewGroup } from "./use-new-group";

type GroupPickerProps = {
  control: FieldControl;
  ids: string[];
  onChange: (ids: string[]) => void;
  /** Hears of text that is typed and not picked. */
  onType: (text: string) => void;
  find: FindGroups;
  create: CreateGroup;
};

/** Several groups, found by typing; one that is not there yet can be made on the spot. */
export function GroupPicker(props: GroupPickerProps) {
  const { control, ids, onChange, onType, find, create } = props;
  const [known, setKnown] = useState<GroupRef[]>([]);
  const { error, resolve } = useNewGroup(create);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(ids);
  latest.current = ids;
  const chosen = ids.flatMap((id) => known.find((group) => group.id === id) ?? []);
  const isIn = ({ id }: GroupRef) => ids.includes(id);
  const without = (gone: string) => latest.current.filter((id) => id !== gone);

  async function pick(option: Option) {
    if (isIn(option)) return onChange(without(option.id));
    const group = await resolve(option);
    if (!group) return;
    setKnown((before) => [...before.filter(({ id }) => id !== group.id), group]);
    onChange([...without(group.id), group.id]);
  }

  function drop(id: string) {
    onChange(without(id));
    input.current?.focus();
  }

  return (
    <>
      <GroupCombobox
        control={control}
        placeholder={chosen.length > 0 ? "" : "Find or create a group"}
        inputRef={input}
        find={find}
        isIn={isIn}
        onPick={(option) => void pick(option)}
        onBackspace={() => onChange(ids.slice(0, -1))}
        onType={onType}
      >
        {chosen.map((group) => (
          <span
            key={group.id}
            className="flex max-w-full min-w-0 items-center rounded bg-hover pl-1.5"
          >
            <Isolated className="min-w-0 truncate">{group.name}</Isolated>
            <button
              type="button"
              aria-label={`Remove ${group.name}`}
              onClick={() => drop(group.id)}
              className="flex size-6 shrink-0 items-center justify-center rounded text-muted hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </span>
        ))}
      </GroupCombobox>
      {error && <FieldError>{error}</FieldError>}
    </>
  );
}
