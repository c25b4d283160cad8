import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, calendarDay, dayIn, isTimeZone, startOfDay } from "./time-zone";

const HOUR = 3_600_000;
const hours = (day: string, zone: string) =>
  (Date.parse(startOfDay(addDays(day, 1), zone)) - Date.parse(startOfDay(day, zone))) / HOUR;

describe("a day in a zone", () => {
  it("begins at the local midnight, wherever that is", () => {
    expect(startOfDay("2025-05-22", "UTC")).toBe("2025-05-22T00:00:00.000Z");
    expect(startOfDay("2025-05-22", "Australia/Sydney")).toBe("2025-05-21T14:00:00.000Z");
    expect(startOfDay("2025-05-22", "America/Los_Angeles")).toBe("2025-05-22T07:00:00.000Z");
    expect(startOfDay("2025-05-22", "Asia/Kathmandu")).toBe("2025-05-21T18:15:00.000Z");
    expect(startOfDay("2025-05-22", "Pacific/Kiritimati")).toBe("2025-05-21T10:00:00.000Z");
    expect(startOfDay("2025-05-22", "Etc/GMT+12")).toBe("2025-05-22T12:00:00.000Z");
  });

  it("has 23 and 25 hours when the clocks change, 24 otherwise", () => {
    expect(hours("2025-03-30", "Europe/Berlin")).toBe(23);
    expect(hours("2025-10-26", "Europe/Berlin")).toBe(25);
    expect(hours("2025-10-27", "Europe/Berlin")).toBe(24);
    expect(hours("2025-10-05", "Australia/Lord_Howe")).toBe(23.5);
  });

  it("begins at one o'clock where midnight is skipped, and is empty where the day itself is", () => {
    expect(startOfDay("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z");
    expect(hours("2018-11-04", "America/Sao_Paulo")).toBe(23);
    expect(hours("2011-12-30", "Pacific/Apia")).toBe(0);
    expect(hours("2011-12-29", "Pacific/Apia")).toBe(24);
  });

  it("holds exactly the instants whose local date it is", () => {
    const zones = [
      "Australia/Sydney",
      "America/Los_Angeles",
      "Asia/Kathmandu",
      "Europe/Berlin",
      "America/Havana",
      "Africa/Cairo",
      "Asia/Beirut",
      "America/Santiago",
    ];
    const instants = fc.integer({
      min: Date.UTC(2012, 0),
      max: Date.UTC(2035, 0),
    });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const day = dayIn(zone, instant);
        expect(Date.parse(startOfDay(day, zone))).toBeLessThanOrEqual(instant);
        expect(Date.parse(startOfDay(addDays(day, 1), zone))).toBeGreaterThan(instant);
      }),
      { numRuns: 300 },
    );
  });
});

it("knows real calendar days only", () => {
  expect(calendarDay("2024-02-29")).toBe("2024-02-29");
  for (const wrong of ["2025-02-29", "2025-13-01", "0025-01-01", "today", "2025-1-1", ""])
    expect(calendarDay(wrong)).toBeNull();
});

it("knows real zones only", () => {
  expect(
    ["UTC", "Asia/Kathmandu", "America/Argentina/Ushuaia", "Etc/GMT+5"].every(isTimeZone),
  ).toBe(true);
  for (const wrong of ["Mars/Base", "", "../etc/passwd", "+05:45", "Europe/Berlin'--"])
    expect(isTimeZone(wrong)).toBe(false);
});
