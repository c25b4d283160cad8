import { tzOffset } from "@date-fns/tz";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const known = new Set<string>();
const MOST_KNOWN = 1_000;

/** True for a zone that this machine's tables know, such as `Australia/Sydney`. */
export function isTimeZone(zone: string): boolean {
  if (known.has(zone)) return true;
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    if (known.size < MOST_KNOWN) known.add(zone);
    return true;
  } catch {
    return false;
  }
}

/** A calendar day `YYYY-MM-DD` between 1970 and 2999 that exists, else null. */
export function calendarDay(text: string): string | null {
  if (!/^(?:19[7-9]|2\d\d)\d-\d\d-\d\d$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}

/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, instant: number): string {
  return new Date(instant + tzOffset(zone, new Date(instant)) * MINUTE).toISOString().slice(0, 10);
}

/** `days` later on the calendar, earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/**
 * The first instant of a calendar day in a zone, ISO 8601. A day when the clocks change is 23 or 25 hours long,
 * and may begin at one o'clock; so it is searched for, not computed from an offset.
 */
export function startOfDay(day: string, zone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let before = midnight - 15 * 60 * MINUTE;
  let within = midnight + 27 * 60 * MINUTE;
  while (within - before > MINUTE) {
    const middle = before + Math.floor((within - before) / MINUTE / 2) * MINUTE;
    if (dayIn(zone, middle) < day) before = middle;
    else within = middle;
  }
  return new Date(within).toISOString();
}
