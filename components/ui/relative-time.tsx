"use client";

import { useNow } from "./use-now";

/**
 * The server does not know where the reader is: it writes the day in UTC. Once mounted it reads
 * "5 min. ago" in the reader's language, a day beyond the last week, and the exact moment in the title.
 */
export function RelativeTime({ iso, className }: { iso: string; className?: string }) {
  const now = useNow();
  const date = new Date(iso);
  return (
    <time
      dateTime={iso}
      title={now === null ? `${utcDay(date)}, ${iso.slice(11, 16)} UTC` : exact(date)}
      className={className ?? "whitespace-nowrap tabular-nums"}
    >
      {now === null ? utcDay(date) : relative(date, now)}
    </time>
  );
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "13 Jan 2025", the same on every machine. */
export function utcDay(date: Date): string {
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function relative(date: Date, now: number): string {
  const gone = now - date.getTime();
  const size = Math.abs(gone);
  if (size >= 7 * day) return local({ dateStyle: "medium" }).format(date);
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" });
  if (size < minute) return words.format(0, "second");
  const [unit, length] = size < hour ? (["minute", minute] as const) : longer(size);
  return words.format(-Math.round(gone / length), unit);
}

function longer(size: number) {
  return size < day ? (["hour", hour] as const) : (["day", day] as const);
}

function exact(date: Date): string {
  return local({ dateStyle: "full", timeStyle: "long" }).format(date);
}

function local(style: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(undefined, style);
}
