"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, Plus } from "lucide-react";
import type { RefObject } from "react";
import { classNames } from "@/components/ui/class-names";
import { Isolated } from "@/components/ui/isolated";
import { popupClass } from "@/components/ui/popup-class";
import type { GroupRef } from "@/lib/customers/schema";
import { isNew, type Option } from "./group-option";
import type { GroupSearch } from "./use-group-search";

type GroupOptionsProps = {
  anchor: RefObject<HTMLElement | null>;
  /** The part of the page that the list belongs to. */
  home?: HTMLElement;
  search: GroupSearch;
  /** Marked, and not to be chosen again. */
  taken?: GroupRef[];
};

/** The list under a group picker. */
export function GroupOptions({ anchor, home, search, taken = [] }: GroupOptionsProps) {
  const isTaken = (option: Option) => taken.some((group) => group.id === option.id);
  return (
    <Combobox.Portal container={home}>
      <Combobox.Positioner anchor={anchor} sideOffset={4} className="z-50 outline-none">
        <Combobox.Popup
          className={classNames(
            popupClass,
            "max-h-[min(var(--available-height),20rem)] w-(--anchor-width) max-w-(--available-width) overflow-y-auto p-1",
          )}
        >
          <Combobox.Status className="text-muted">{statusText(search)}</Combobox.Status>
          <Combobox.List>
            {(option: Option) => (
              <Combobox.Item
                key={option.id}
                value={option}
                disabled={isTaken(option)}
                className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 select-none data-disabled:cursor-default data-disabled:text-muted data-highlighted:bg-hover pointer-coarse:min-h-control [&_svg]:size-4 [&_svg]:shrink-0"
              >
                {isNew(option) ? (
                  <>
                    <Plus aria-hidden />
                    <span className="min-w-0 wrap-anywhere">
                      Create “<Isolated>{option.name}</Isolated>”
                    </span>
                  </>
                ) : (
                  <>
                    <span className="flex w-4 shrink-0">
                      {isTaken(option) ? (
                        <Check role="img" aria-label="Already in" />
                      ) : (
                        <Combobox.ItemIndicator>
                          <Check aria-hidden />
                        </Combobox.ItemIndicator>
                      )}
                    </span>
                    <Isolated className="min-w-0 wrap-anywhere">{option.name}</Isolated>
                  </>
                )}
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

function statusText({ found, state }: GroupSearch) {
  if (state === "failed")
    return <p className="px-2 py-1.5">Could not ask for groups. Try again.</p>;
  if (state === "done" && found.length === 0) return <p className="px-2 py-1.5">No group found.</p>;
  return null;
}
