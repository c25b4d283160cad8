import { Check, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { Isolated } from "@/components/ui/isolated";
import { popupClass } from "@/components/ui/popup-class";
import type { GroupRef } from "@/lib/customers/schema";
import type { Option } from "./group-option";
import { searchStatus } from "./search-status";
import type { GroupSearch } from "./use-group-search";

type GroupOptionsProps = {
  listId: string;
  open: boolean;
  options: Option[];
  search: GroupSearch;
  active: number;
  isIn: (group: GroupRef) => boolean;
  lockIn: boolean;
  pick: (option: Option) => void;
};

/** The list under a group combobox. The focus stays in the text box. */
export function GroupOptions(props: GroupOptionsProps) {
  const { listId, open, options, search, active, isIn, lockIn, pick } = props;
  const list = useRef<HTMLDivElement>(null);
  const status = open ? searchStatus(search) : null;

  useEffect(() => {
    if (active >= 0)
      list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <>
      <span role="status" className="sr-only">
        {open && search.state === "done" && `${search.found.length} groups found`}
      </span>
      <div
        ref={list}
        hidden={!open || (options.length === 0 && !status)}
        className={classNames(
          popupClass,
          "absolute inset-x-0 top-full z-30 mt-1 max-h-72 overflow-y-auto p-1",
        )}
      >
        {status && <p className="px-2 py-1.5 text-muted">{status}</p>}
        <div id={listId} role="listbox" aria-label="Groups">
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text box, where the focus stays
            <div
              key={option.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={isIn(option)}
              aria-disabled={(lockIn && isIn(option)) || undefined}
              data-active={index === active || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
              className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 select-none hover:bg-hover aria-disabled:cursor-default aria-disabled:text-muted data-active:bg-hover pointer-coarse:min-h-control [&_svg]:size-4 [&_svg]:shrink-0"
            >
              {option.isNew ? <Plus aria-hidden /> : <Tick shown={isIn(option)} />}
              <span className="min-w-0 wrap-anywhere">
                {option.isNew ? (
                  <>
                    Create “<Isolated>{option.name}</Isolated>”
                  </>
                ) : (
                  <Isolated>{option.name}</Isolated>
                )}
              </span>
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function Tick({ shown }: { shown: boolean }) {
  return shown ? <Check aria-hidden /> : <span className="w-4 shrink-0" />;
}
