import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { TimelinePage } from "@/lib/changes/schema";
import { TimelineEntry } from "./timeline-entry";

type TimelineProps = {
  page: TimelinePage;
  /** The record's own address with the timeline at another place. */
  hrefFor: (place: { before?: string; after?: string }) => string;
};

export function Timeline({ page, hrefFor }: TimelineProps) {
  const { entries, count, skipped, older, newer } = page;
  return (
    <Card title="Timeline" description={count > entries.length ? rangeText(page) : undefined}>
      {count === 0 && <p className="text-muted">Nothing is recorded yet.</p>}
      <ol className="divide-y divide-line">
        {entries.map((entry) => (
          <TimelineEntry key={entry.setId} entry={entry} />
        ))}
      </ol>
      {(older || newer) && (
        <nav aria-label="Timeline" className="mt-4 flex flex-wrap gap-2">
          {older && (
            <ButtonLink
              href={hrefFor({ before: older })}
              scroll={false}
              prefetch={false}
              rel="next"
            >
              Older
            </ButtonLink>
          )}
          {newer && (
            <ButtonLink href={hrefFor({ after: newer })} scroll={false} prefetch={false} rel="prev">
              Newer
            </ButtonLink>
          )}
          {skipped > 0 && (
            <ButtonLink variant="quiet" href={hrefFor({})} scroll={false} prefetch={false}>
              Newest
            </ButtonLink>
          )}
        </nav>
      )}
    </Card>
  );
}

/** "21–40 of 63, the newest first" */
function rangeText({ entries, count, skipped }: TimelinePage): string {
  const grouped = (n: number) => n.toLocaleString("en-US");
  return `${grouped(skipped + 1)}–${grouped(skipped + entries.length)} of ${grouped(count)}, the newest first`;
}
