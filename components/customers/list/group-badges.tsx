import { Badge } from "@/components/ui/badge";
import { Isolated } from "@/components/ui/isolated";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { GroupRef } from "@/lib/customers/schema";

/** So many letters fit beside each other. */
const ROOM = 14;

/** The first group or two, and how many more there are; all of them on hover and for a screen reader. */
export function GroupBadges({ groups }: { groups: GroupRef[] }) {
  const [first, second] = groups;
  const shown = (first?.name.length ?? 0) + (second?.name.length ?? 0) <= ROOM ? 2 : 1;
  const more = groups.slice(shown);
  return (
    <span className="flex min-w-0 gap-1" title={groups.map(({ name }) => name).join(", ")}>
      {groups.slice(0, shown).map(({ id, name }) => (
        <Badge key={id} className="min-w-0 max-w-36 shrink">
          <Isolated className="truncate">{name}</Isolated>
        </Badge>
      ))}
      {more.length > 0 && (
        <Badge className="shrink-0">
          <span aria-hidden>+{more.length}</span>
          <VisuallyHidden>{more.map(({ name }) => name).join(", ")}</VisuallyHidden>
        </Badge>
      )}
    </span>
  );
}
