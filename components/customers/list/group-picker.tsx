"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { type ReactElement, useEffect, useMemo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlClass } from "@/components/ui/control-class";
import { Isolated } from "@/components/ui/isolated";
import { popupClass } from "@/components/ui/popup-class";
import type { ActionResult } from "@/lib/action-result";
import type { GroupRef } from "@/lib/customers/schema";

export type LoadGroups = (input: undefined) => Promise<ActionResult<GroupRef[]>>;

type GroupPickerProps = {
  trigger: ReactElement;
  chosen: GroupRef[];
  ids: string[];
  loadGroups: LoadGroups;
  onChange: (ids: string[]) => void;
};

type Loading = "loading" | "failed" | "done";

/** Ticks any number of groups; a customer in one of them is shown. Opens as soon as it is there. */
export function GroupPicker({ trigger, chosen, ids, loadGroups, onChange }: GroupPickerProps) {
  const [groups, setGroups] = useState(chosen);
  const [loading, setLoading] = useState<Loading>("loading");
  const items = useMemo(
    () => Combobox.createItems(groups, { getValue: (g) => g.id, getLabel: (g) => g.name }),
    [groups],
  );

  async function load() {
    const result = await loadGroups(undefined).catch(() => null);
    if (result?.ok) setGroups(result.data);
    setLoading(result?.ok ? "done" : "failed");
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens for the first time; later each time it opens
  useEffect(() => void load(), []);

  return (
    <Combobox.Root
      multiple
      defaultOpen
      items={items}
      value={ids}
      limit={200}
      onValueChange={onChange}
      onOpenChange={(open) => open && void load()}
      onInputValueChange={(_, details) => details.isItemPress && details.cancel()}
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
              className={classNames(controlClass, "h-control px-2.5")}
            />
            <Combobox.Empty className="px-2 text-muted not-empty:py-3">
              {SAID[loading]}
            </Combobox.Empty>
            <Combobox.List className="max-h-[min(20rem,calc(var(--available-height)-4rem))] scroll-py-1 overflow-y-auto overscroll-contain not-empty:pt-1">
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

const SAID: Record<Loading, string> = {
  loading: "Loading the groups …",
  failed: "The groups could not be loaded. Close this and open it again.",
  done: "No group has this name.",
};
