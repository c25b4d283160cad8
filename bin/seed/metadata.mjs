const NOTES = [
  "Prefers a call in the morning.",
  "Bitte beim Nachbarn abgeben.",
  "Ne pas plier.",
  "領収書が必要です。",
  "Allergic to nuts 🥜",
];

/** What a shop's other systems leave on a customer. Most have none. */
const KINDS = [
  (random) => ({ tier: random.pick(["bronze", "silver", "silver", "gold"]) }),
  (random) => ({
    newsletter: random.chance(0.6),
    source: random.pick(["instagram", "fair", "friend"]),
  }),
  (random) => ({ erp_id: random.fill("D-0#####"), payment_terms_days: random.pick([0, 14, 30]) }),
  (random) => ({
    birthday: `19${random.fill("#")}${random.below(10)}-0${1 + random.below(9)}-1${random.below(10)}`,
  }),
  (random) => ({
    sizes: { shoe: 36 + random.below(12), shirt: random.pick(["S", "M", "L", "XL"]) },
  }),
  (random) => ({ note: random.pick(NOTES) }),
];

/**
 * @returns {Record<string, unknown> | null}
 */
export function makeUpMetadata(random, country) {
  if (!random.chance(0.3)) return null;
  const first = random.pick(KINDS)(random);
  if (random.chance(0.6)) return first;
  return { ...first, ...random.pick(KINDS)(random), market: country };
}
