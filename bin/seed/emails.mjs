const DOMAINS = [
  "example.com",
  "example.com",
  "example.com",
  "example.org",
  "example.org",
  "example.net",
];
const LETTERS = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" };
const SHAPES = [
  (first, last) => `${first}.${last}`,
  (first, last) => `${first}.${last}`,
  (first, last) => `${first}${last}`,
  (first, last) => `${first[0]}.${last}`,
  (first, last) => `${last}.${first}`,
  (first, last) => `${first}_${last}`,
  (first, last) => `${first}.${last}+shop`,
];
const PLAIN_ONES = 5_000;

/**
 * Gives each customer an address of its own: without a number while that is free, for the first
 * few thousand, and with the customer's number after that.
 * @param {{ tag?: string }} [options] `tag` keeps this run's addresses apart from an earlier run's
 */
export function createMailboxes({ tag } = {}) {
  const taken = new Set();
  return (random, number, first, last) => {
    const [one, other] = [first || last || "hello", last || first || "shop"];
    const name = first && last ? random.pick(SHAPES)(one, other) : `${one}`;
    const domain = random.pick(DOMAINS);
    const plain = `${name}@${domain}`;
    if (tag) return `${name}.${tag}-${number}@${domain}`;
    if (number > PLAIN_ONES || taken.has(plain)) return `${name}${number}@${domain}`;
    taken.add(plain);
    return plain;
  };
}

/** A name in the letters that an address is mostly written in. */
export function plainLetters(name) {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[ßøłđðþæœı]/g, (letter) => LETTERS[letter])
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 24);
}
