"use client";

import { exactText, relativeText } from "./moment";
import { useNow } from "./use-now";

type RelativeTimeProps = {
  iso: string;
  /** The server's time in milliseconds and the reader's zone, where the page knows them: then nothing changes after loading. */
  now?: number;
  zone?: string;
  className?: string;
};

/** "5 min ago", a day beyond the last week; the exact moment in the title. In the reader's zone, UTC until that is known. */
export function RelativeTime({ iso, now: asked, zone = "UTC", className }: RelativeTimeProps) {
  const live = useNow();
  const date = new Date(iso);
  const here = live === null ? zone : undefined;
  return (
    <time
      dateTime={iso}
      title={exactText(date, here)}
      className={className ?? "whitespace-nowrap tabular-nums"}
    >
      {relativeText(date, live ?? asked ?? Number.POSITIVE_INFINITY, here)}
    </time>
  );
}
