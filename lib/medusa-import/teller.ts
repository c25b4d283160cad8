/** Tells how many customers have been gone through, how many there are and how fast it goes. */
export function createTeller(total: number, before: number, log: (line: string) => void) {
  const began = performance.now();
  const all = total.toLocaleString("en");
  return (done: number) => {
    const seconds = (performance.now() - began) / 1_000;
    const rate = Math.round((done - before) / Math.max(seconds, 0.001)).toLocaleString("en");
    log(`${done.toLocaleString("en")} of ${all} customers, ${rate} a second`);
  };
}
