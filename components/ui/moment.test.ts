import { describe, expect, it } from "vitest";
import { dayText, exactText, relativeText } from "./moment";

const at = new Date("2025-01-13T20:00:00Z");

it("tells the day of the reader's zone", () => {
  expect(dayText(at, "UTC")).toBe("13 Jan 2025");
  expect(dayText(at, "Asia/Tokyo")).toBe("14 Jan 2025");
  expect(exactText(at, "Asia/Kathmandu")).toBe("14 Jan 2025, 01:45:00 GMT+5:45");
  expect(exactText(new Date("2025-01-13T23:00:09Z"), "Europe/Berlin")).toBe(
    "14 Jan 2025, 00:00:09 GMT+1",
  );
});

describe("how long ago", () => {
  const now = at.getTime();
  it.each([
    [0, "now"],
    [59_000, "now"],
    [60_000, "1 min ago"],
    [59.6 * 60_000, "1 h ago"],
    [23 * 3_600_000, "23 h ago"],
    [25 * 3_600_000, "1 day ago"],
    [3 * 86_400_000, "3 days ago"],
    [6.4 * 86_400_000, "6 days ago"],
    [7 * 86_400_000, "6 Jan 2025"],
    [-5 * 60_000, "in 5 min"],
    [-86_400_000, "in 1 day"],
  ])("%i ms is %s", (gone, text) => {
    expect(relativeText(new Date(now - gone), now, "UTC")).toBe(text);
  });
});
