"use client";

import type { RefObject } from "react";
import { FieldError } from "@/components/form/field";
import type { GroupRef } from "@/lib/customers/schema";
import type { CreateGroup, FindGroups } from "./group-actions";
import { GroupCombobox } from "./group-combobox";
import { useNewGroup } from "./use-new-group";

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
  const { error, resolve } = useNewGroup(create);
  return (
    <div className="max-w-sm">
      <GroupCombobox
        control={{ "aria-label": "Add to a group" }}
        placeholder="Add to a group"
        inputRef={inputRef}
        find={find}
        isIn={({ id }) => memberOf.some((group) => group.id === id)}
        lockIn
        onPick={async (option) => {
          const group = await resolve(option);
          if (group) onChoose(group);
        }}
      />
      {error && <FieldError>{error}</FieldError>}
    </div>
  );
}
