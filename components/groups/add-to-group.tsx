"use client";

import { Combobox } from "@base-ui/react/combobox";
import { type RefObject, useRef, useState } from "react";
import { FieldError } from "@/components/form/field";
import { newRequestKey } from "@/components/form/request-key";
import { classNames } from "@/components/ui/class-names";
import { controlClass } from "@/components/ui/control-class";
import type { GroupRef } from "@/lib/customers/schema";
import type { CreateGroup, FindGroups } from "./group-actions";
import { isNew, type Option, optionsFor } from "./group-option";
import { GroupOptions } from "./group-options";
import { useGroupSearch } from "./use-group-search";

type AddToGroupProps = {
  /** Marked in the list, and not to be chosen again. */
  memberOf: GroupRef[];
  onChoose: (group: GroupRef) => void;
  find: FindGroups;
  create: CreateGroup;
  inputRef?: RefObject<HTMLInputElement | null>;
};

/** One group at a time: what is chosen is added at once. */
export function AddToGroup({ memberOf, onChoose, find, create, inputRef }: AddToGroupProps) {
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [home, setHome] = useState<HTMLElement>();
  const [error, setError] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const search = useGroupSearch(find, typed.trim(), open);

  async function choose(option: Option | null) {
    if (!option) return;
    setError(undefined);
    setTyped("");
    if (!isNew(option)) return onChoose(option);
    const result = await create({ name: option.name }, newRequestKey()).catch(() => null);
    if (result?.ok) onChoose(result.data);
    else setError(result?.message ?? "Could not reach the server. Try again.");
  }

  return (
    <Combobox.Root
      items={optionsFor(search, [], typed)}
      value={null as Option | null}
      onValueChange={(option: Option | null) => void choose(option)}
      inputValue={typed}
      onInputValueChange={(text, { reason }) => setTyped(reason === "input-change" ? text : "")}
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
      <Combobox.InputGroup ref={box} className="max-w-sm">
        <Combobox.Input
          ref={inputRef}
          aria-label="Add to a group"
          placeholder="Add to a group"
          className={classNames(controlClass, "h-control px-2.5")}
        />
      </Combobox.InputGroup>
      {error && <FieldError>{error}</FieldError>}
      <GroupOptions anchor={box} home={home} search={search} taken={memberOf} />
    </Combobox.Root>
  );
}
