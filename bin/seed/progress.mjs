/** What a row costs at each stage, as shares measured at a million rows. */
const LOADING = 60;
const COSTS = {
  customer_search_grams: 60,
  customer_search_trigram: 30,
  index: 2,
  reference: 1,
  history: 0,
};
const REBUILDING = 110;

/**
 * Tells how far a load is and how long it will still take, from the time that its work has taken
 * until now.
 * @param {{ count: number, log: (line: string) => void }} given
 */
export function createProgress({ count, log }) {
  const started = performance.now();
  let [rows, rebuilt] = [0, 0];
  const left = () => {
    const done = (rows / count) * LOADING + rebuilt;
    const all = LOADING + REBUILDING;
    return (((performance.now() - started) / done) * (all - done)) / 1000;
  };
  return {
    loaded(more) {
      rows += more;
      log(`Loaded ${number(rows)} of ${number(count)} customers, ${inWords(left())} left`);
    },
    async rebuilding(kind, name, work) {
      if (kind === "index") log(`Building the index ${name}, ${inWords(left())} left`);
      await work();
      rebuilt += COSTS[name] ?? COSTS[kind];
    },
  };
}

function number(value) {
  return value.toLocaleString("en");
}

function inWords(seconds) {
  if (seconds < 55) return `about ${Math.max(1, Math.round(seconds))} s`;
  return `about ${Math.round(seconds / 60)} min`;
}
