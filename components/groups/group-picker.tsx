"use client";

import { Combobox } from "@base-ui/react/combobox";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import { type FieldControl, FieldError } from "@/components/form/field";
import { newRequestKey } from "@/components/form/request-key";
import { classNames } from "@/components/ui/class-names";
import { controlClass } from "@/components/ui/control-class";
import { Isolated } from "@/components/ui/isolated";
import type { GroupRef } from "@/lib/customers/schema";
import type { CreateGroup, FindGroups } from "./group-actions";
import { isNew, type Option, optionsFor } from "./group-option";
import { GroupOptions } from "./group-options";
import { useGroupSearch } from "./use-group-search";

type GroupPickerProps = {
  control: FieldControl;
  ids: string[];
  onChange: (ids: string[]) => void;
  find: FindGroups;
  create: CreateGroup;
};

/** Several groups, found by typing; one that is not there yet can be made on the spot. */
export function GroupPicker({ control, ids, onChange, find, create }: GroupPickerProps) {
  const [known, setKnown] = useState<GroupRef[]>([]);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [home, setHome] = useState<HTMLElement>();
  const [error, setError] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const search = useGroupSearch(find, typed.trim(), open);
  const chosen = ids.flatMap((id) => known.find((group) => group.id === id) ?? []);

  async function choose(options: Option[]) {
    setError(undefined);
    setTyped("");
    const fresh = options.find(isNew);
    const groups = options.filter((option) => !isNew(option));
    setKnown((before) => [...before, ...groups]);
    onChange(groups.map((group) => group.id));
    if (!fresh) return;
    const result = await create({ name: fresh.name }, newRequestKey()).catch(() => null);
    if (!result?.ok) return setError(result?.message ?? "Could not reach the server. Try again.");
    setKnown((before) => [...before, result.data]);
    onChange([...groups.map((group) => group.id), result.data.id]);
  }

  return (
    <Combobox.Root
      multiple
      items={optionsFor(search, chosen, typed)}
      value={chosen as Option[]}
      onValueChange={(options: Option[]) => void choose(options)}
      inputValue={typed}
      onInputValueChange={setTyped}
      open={open}
      onOpenChange={(next) => {
        if (next) setHome(box.current?.closest<HTMLElement>("[role=dialog], main") ?? undefined);
        setOpen(next);
      }}
      filter={null}
      autoHighlight
      itemToStringLabel={(option: Option) => option.name}
      isItemEqualToValue={(a: Option, b: Option) => a.id === b.id}
    >
      <Combobox.InputGroup
        ref={box}
        className={classNames(
          controlClass,
          "flex min-h-control cursor-text flex-wrap items-center px-1 py-0.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus",
        )}
      >
        <Combobox.Chips className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
          {chosen.map((group) => (
            <Combobox.Chip
              key={group.id}
              aria-label={group.name}
              className="flex max-w-full min-w-0 items-center gap-0.5 rounded bg-hover pl-1.5 data-highlighted:outline-2 data-highlighted:outline-focus"
            >
              <Isolated className="min-w-0 truncate">{group.name}</Isolated>
              <Combobox.ChipRemove
                aria-label={`Remove ${group.name}`}
                className="flex size-6 shrink-0 items-center justify-center rounded text-muted hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </Combobox.ChipRemove>
            </Combobox.Chip>
          ))}
          <Combobox.Input
            {...control}
            placeholder={chosen.length > 0 ? undefined : "Find or create a group"}
            className="h-6 min-w-40 flex-1 bg-transparent px-1.5 outline-none"
          />
        </Combobox.Chips>
      </Combobox.InputGroup>
      {error && <FieldError>{error}</FieldError>}
      <GroupOptions anchor={box} home={home} search={search} />
    </Combobox.Root>
  );
}
