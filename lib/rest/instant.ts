const ISO =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+ -]\d\d:?\d\d)?)?)?)?$/i;
/** Four digits are a year. */
const UNIX = /^(?:\d{1,3}|\d{5,11})(?:\.\d{1,9})?$/;

/**
 * An instant in ISO 8601 (UTC, milliseconds) from an ISO date or from Unix seconds; null for anything else, days that
 * no calendar has among it. Without a zone it is UTC. A blank before the offset is a plus that was not encoded.
 */
export function instantOf(text: string): string | null {
  if (UNIX.test(text)) return isoOf(Number(text) * 1000);
  const [
    ,
    year,
    month = "01",
    day = "01",
    hour = "00",
    minute = "00",
    second = "00",
    fraction = "",
    zone = "Z",
  ] = ISO.exec(text) ?? [];
  if (year === undefined) return null;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
  const time = Date.parse(written);
  if (Number.isNaN(time) || new Date(time).toISOString() !== written) return null;
  const offset = minutesOf(zone);
  return offset === null ? null : isoOf(time - offset * 60_000);
}

function minutesOf(zone: string): number | null {
  if (/^z$/i.test(zone)) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** Years 1 to 9999, which PostgreSQL and ISO 8601 write alike. */
function isoOf(time: number): string | null {
  const iso = new Date(time).toISOString();
  return /^\d{4}-/.test(iso) && !iso.startsWith("0000") ? iso : null;
}
