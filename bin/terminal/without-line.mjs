/**
 * Runs the work and leaves out lines that a library prints and nobody needs.
 * @template T
 * @param {RegExp} pattern
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withoutLine(pattern, work) {
  const { log } = console;
  console.log = (...words) => {
    if (!pattern.test(words.join(" "))) log(...words);
  };
  try {
    return await work();
  } finally {
    console.log = log;
  }
}
