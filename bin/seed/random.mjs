const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A source of chance that gives the same run for the same number (sfc32).
 * @param {number} seed
 */
export function createRandom(seed) {
  let [a, b, c, counter] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0x9e3779b9, 1];
  const bits = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let warming = 0; warming < 20; warming += 1) bits();

  const next = () => bits() / 2 ** 32;
  const below = (limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    /** @param {number} share from 0 to 1 */
    chance: (share) => next() < share,
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[below(list.length)],
    /** A new id of the form that lib/ids.ts makes, as if it were made at that time. */
    id(prefix, milliseconds) {
      let id = `${prefix}_${encodeTime(milliseconds)}`;
      for (let half = 0; half < 2; half += 1) {
        let [high, low] = [bits(), below(256)];
        for (let digit = 0; digit < 8; digit += 1) {
          id += CROCKFORD[low & 31];
          low = (low >>> 5) | ((high & 31) << 3);
          high >>>= 5;
        }
      }
      return id;
    },
    /** Fills in a pattern: # becomes a digit, @ a letter. */
    fill: (pattern) =>
      pattern.replace(/[#@]/g, (mark) =>
        mark === "#" ? String(below(10)) : "ABCDEFGHJLNPRSTUWXYZ"[below(20)],
      ),
  };
}

function encodeTime(milliseconds) {
  let rest = milliseconds;
  let text = "";
  for (let digit = 0; digit < 10; digit += 1) {
    text = CROCKFORD[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
