import { Folders, KeyRound, type LucideIcon, Pencil, Trash2, UserPlus } from "lucide-react";
import { Isolated } from "@/components/ui/isolated";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TimelineEntry as Entry } from "@/lib/changes/schema";
import { doorText } from "./door-text";
import { HappeningLine } from "./happening-line";
import { happeningsOf } from "./happenings";

const icons: Record<string, LucideIcon> = {
  "customer.create": UserPlus,
  "customer.password": KeyRound,
  "customer.groups": Folders,
  "customer.delete": Trash2,
  "group.members": Folders,
  "group.delete": Folders,
};

export function TimelineEntry({ entry }: { entry: Entry }) {
  const happenings = happeningsOf(entry);
  const Icon = icons[entry.kind] ?? Pencil;
  const who = <Isolated className="font-semibold wrap-anywhere">{entry.actorName}</Isolated>;
  return (
    <li className="flex gap-3 py-3 first:pt-0 last:pb-0">
      <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-hover text-muted">
        <Icon aria-hidden className="size-3.5" />
      </span>
      <div className="min-w-0 pt-1">
        {happenings.length === 1 && happenings[0] ? (
          <p>
            {who} <HappeningLine happening={happenings[0]} />
          </p>
        ) : (
          <>
            <p>
              {who} made {happenings.length} changes
            </p>
            <ul className="mt-1 list-disc space-y-0.5 pl-4 marker:text-muted">
              {happenings.map((happening, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an entry never change
                <li key={index}>
                  <HappeningLine happening={happening} />
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="mt-0.5 text-meta text-muted">
          <RelativeTime iso={entry.at} /> · {doorText(entry)}
        </p>
      </div>
    </li>
  );
}
