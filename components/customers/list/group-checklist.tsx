"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import type { FindGroups } from "@/components/groups/group-actions";
import { searchStatus } from "@/components/groups/search-status";
import { useGroupSearch } from "@/components/groups/use-group-search";
import { classNames } from "@/components/ui/class-names";
import { controlClass } from "@/components/ui/control-class";
import { Isolated } from "@/components/ui/isolated";
import { popupClass } from "@/components/ui/popup-class";
import type { GroupRef } from "@/lib/customers/schema";

type GroupChecklistProps = {
  trigger: ReactElement;
  chosen: GroupRef[];
  ids: string[];
  find: FindGroups;
  onChange: (ids: string[]) => void;
};

/** Ticks any number of groups; a customer in one of them is shown. Opens as soon as it is there. */
export function GroupChecklist({ trigger, chosen, ids, find, onChange }: GroupChecklistProps) {
  const [open, setOpen] = useState(true);
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  const search = useGroupSearch(find, name, open);
  const highlighted = useRef<string>(undefined);
  const [hurried, setHurried] = useState(false);
  const items = useMemo(() => {
    const groups = name ? search.found : withChosen(search.found, chosen);
    return Combobox.createItems(groups, { getValue: (g) => g.id, getLabel: (g) => g.name });
  }, [name, search.found, chosen]);

  function type(text: string) {
    setTyped(text);
    setHurried(false);
  }

  const isCurrent = search.state === "done" && search.q === name;

  // Enter before the answer has come ticks the first group as soon as it is there.
  useEffect(() => {
    if (!hurried || !isCurrent) return;
    setHurried(false);
    const first = search.found[0]?.id;
    if (first !== undefined)
      onChange(ids.includes(first) ? ids.filter((id) => id !== first) : [...ids, first]);
  });

  /** Enter without an arrow before it takes the first group that was found, as in the other pickers of groups. */
  function takeFirst(event: KeyboardEvent & { preventBaseUIHandler?: () => void }) {
    if (event.key !== "Enter" || highlighted.current !== undefined || !name) return;
    event.preventBaseUIHandler?.();
    event.preventDefault();
    setHurried(true);
  }

  return (
    <Combobox.Root
      multiple
      open={open}
      onOpenChange={setOpen}
      items={items}
      filter={null}
      value={ids}
      onValueChange={onChange}
      onItemHighlighted={(id) => {
        highlighted.current = id;
      }}
      inputValue={typed}
      onInputValueChange={(text, details) => (details.isItemPress ? details.cancel() : type(text))}
    >
      <Combobox.Trigger render={trigger} nativeButton />
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} className="z-50 outline-none">
          <Combobox.Popup
            aria-label="Groups"
            className={classNames(popupClass, "w-72 max-w-(--available-width) p-1")}
          >
            <Combobox.Input
              aria-label="Find a group"
              placeholder="Find a group"
              onKeyDown={takeFirst}
              className={classNames(controlClass, "h-control px-2.5")}
            />
            <Combobox.Status className="px-2 text-muted not-empty:pt-3 not-empty:pb-2">
              {searchStatus(search)}
            </Combobox.Status>
            <Combobox.List className="max-h-[min(20rem,calc(var(--available-height)-6rem))] scroll-py-1 overflow-y-auto overscroll-contain not-empty:pt-1">
              {(group: GroupRef) => (
                <Combobox.Item
                  key={group.id}
                  value={group.id}
                  className="grid min-h-8 cursor-pointer grid-cols-[1rem_1fr] items-center gap-2 rounded-md px-2 py-1 select-none data-highlighted:bg-hover pointer-coarse:min-h-control"
                >
                  <Combobox.ItemIndicator className="text-accent">
                    <Check aria-hidden className="size-4" />
                  </Combobox.ItemIndicator>
                  <Isolated className="col-start-2 wrap-anywhere">{group.name}</Isolated>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

/** Only the first groups are offered before one types: what is ticked is among them all the same. */
function withChosen(found: GroupRef[], chosen: GroupRef[]): GroupRef[] {
  const offered = new Set(found.map(({ id }) => id));
  return [...chosen.filter(({ id }) => !offered.has(id)), ...found];
}
