"use client";

import { type ReactNode, type Ref, useId } from "react";
import type { FieldControl } from "@/components/form/field";
import { classNames } from "@/components/ui/class-names";
import { controlClass } from "@/components/ui/control-class";
import type { GroupRef } from "@/lib/customers/schema";
import type { FindGroups } from "./group-actions";
import type { Option } from "./group-option";
import { GroupOptions } from "./group-options";
import { useGroupCombobox } from "./use-group-combobox";

type GroupComboboxProps = {
  control: Partial<FieldControl> & { "aria-label"?: string };
  placeholder: string;
  find: FindGroups;
  /** Marked with a tick. */
  isIn: (group: GroupRef) => boolean;
  /** What is marked cannot be chosen, instead of being given up by choosing it. */
  lockIn?: boolean;
  onPick: (option: Option) => void;
  onBackspace?: () => void;
  onType?: (text: string) => void;
  /** Before the input, in the same box. */
  children?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
};

/** A text box with a list of groups under it: type, arrows, Enter; Escape closes the list. */
export function GroupCombobox(props: GroupComboboxProps) {
  const { control, placeholder, isIn, lockIn = false, children, inputRef, ...rest } = props;
  const box = useGroupCombobox({ ...rest, isFree: (option) => !(lockIn && isIn(option)) });
  const listId = useId();

  return (
    <div className="relative">
      <div
        className={classNames(
          controlClass,
          "flex min-h-control flex-wrap items-center gap-1 px-1 py-0.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus has-aria-invalid:border-danger has-aria-invalid:outline-danger",
        )}
      >
        {children}
        <input
          {...control}
          {...box.inputProps}
          ref={inputRef}
          type="text"
          dir="auto"
          role="combobox"
          aria-expanded={box.open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={box.active < 0 ? undefined : `${listId}-${box.active}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          className="min-h-6 min-w-40 flex-1 bg-transparent px-1.5 outline-none"
        />
      </div>
      <GroupOptions {...box} {...{ listId, isIn, lockIn }} />
    </div>
  );
}
