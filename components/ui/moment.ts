const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "13 Jan 2025", in this zone (else the machine's own), written the same by every machine. */
export function dayText(date: Date, zone?: string): string {
  const at = parts(date, zone);
  return `${Number(at.day)} ${months[Number(at.month) - 1]} ${at.year}`;
}

/** "13 Jan 2025, 14:03:05 GMT+1" */
export function exactText(date: Date, zone?: string): string {
  const at = parts(date, zone);
  return `${dayText(date, zone)}, ${at.hour}:${at.minute}:${at.second} ${at.timeZoneName}`;
}

/** "5 min ago", "2 days ago", and the day beyond the last week. Milliseconds in `now`. */
export function relativeText(date: Date, now: number, zone?: string): string {
  const gone = now - date.getTime();
  const size = Math.abs(gone);
  if (size >= 6.5 * day) return dayText(date, zone);
  if (size < minute) return "now";
  if (size < 59.5 * minute) return ago(`${Math.round(size / minute)} min`, gone);
  if (size < 23.5 * hour) return ago(`${Math.round(size / hour)} h`, gone);
  const days = Math.round(size / day);
  return ago(days === 1 ? "1 day" : `${days} days`, gone);
}

function ago(length: string, gone: number): string {
  return gone > 0 ? `${length} ago` : `in ${length}`;
}

/** Numbers only: words differ between the language tables of server and browser. */
function parts(date: Date, zone?: string): Record<string, string> {
  const clock = clocks.get(zone) ?? newClock(zone);
  clocks.set(zone, clock);
  return Object.fromEntries(clock.formatToParts(date).map(({ type, value }) => [type, value]));
}

function newClock(timeZone?: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "shortOffset",
  });
}
