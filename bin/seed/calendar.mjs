const DAY = 86_400_000;
const DAYS = 3 * 365;

/** How busy a shop is: by weekday from Sunday, by month, by hour of the day in UTC. */
const WEEKDAYS = [0.8, 1.15, 1.1, 1.05, 1, 0.95, 0.85];
const MONTHS = [0.9, 0.85, 0.95, 1, 1, 0.9, 0.8, 0.85, 1, 1.1, 1.5, 1.4];
const HOURS = [2, 1, 1, 1, 1, 2, 4, 6, 8, 9, 10, 10, 9, 9, 9, 8, 8, 8, 9, 11, 11, 9, 6, 4];
const BUSY_HOURS = HOURS.flatMap((share, hour) => Array(share).fill(hour));
const SALE_EVERY = 97;

/**
 * When so many customers came, in order: over the three years before `until`, more and more,
 * with the rhythm of day, week and year and a sale now and then.
 * @param {{ count: number, until: Date, random: ReturnType<typeof import("./random.mjs").createRandom> }} given
 * @returns {Generator<number>} milliseconds since 1970
 */
export function* arrivals({ count, until, random }) {
  const today = Math.floor(until.getTime() / DAY);
  const first = today - DAYS + 1;
  const shares = Array.from({ length: DAYS }, (_, index) => share(first + index, index, random));
  shares[DAYS - 1] *= (until.getTime() % DAY) / DAY;
  const total = shares.reduce((sum, part) => sum + part, 0);
  let [expected, come] = [0, 0];
  for (const [index, part] of shares.entries()) {
    expected += (part / total) * count;
    const isLast = index === DAYS - 1;
    const upTo = isLast ? count : Math.min(count, Math.round(expected));
    const times = Array.from({ length: upTo - come }, () => timeOfDay(random));
    const length = isLast ? (until.getTime() % DAY) / DAY : 1;
    for (const time of times.sort((one, other) => one - other)) {
      yield Math.floor((first + index) * DAY + time * length);
    }
    come = upTo;
  }
}

function share(day, index, random) {
  const date = new Date(day * DAY);
  const growth = 1 + (2 * index) / DAYS;
  const sale = index % SALE_EVERY === SALE_EVERY - 1 ? 3 : 1;
  const chance = 0.8 + 0.4 * random.next();
  return growth * WEEKDAYS[date.getUTCDay()] * MONTHS[date.getUTCMonth()] * sale * chance;
}

function timeOfDay(random) {
  return random.pick(BUSY_HOURS) * 3_600_000 + random.below(3_600_000);
}
