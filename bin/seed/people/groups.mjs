/**
 * Groups of uneven size. `joins` tells the chance that a customer is in it; `years` is how long ago
 * the customer came.
 */
export const groups = [
  { name: "Newsletter", metadata: { consent: "double opt-in" }, joins: () => 0.31 },
  {
    name: "Returning customers",
    metadata: null,
    joins: ({ hasAccount }) => (hasAccount ? 0.3 : 0.04),
  },
  {
    name: "Imported from the old shop",
    metadata: { system: "legacy", batch: 7 },
    joins: ({ years }) => (years > 2.4 ? 0.85 : 0),
  },
  { name: "Wholesale", metadata: { discount: 20 }, joins: ({ company }) => (company ? 0.45 : 0) },
  { name: "VIP", metadata: { discount: 10, gift: true }, joins: () => 0.012 },
  {
    name: "Händler DACH",
    metadata: { language: "de" },
    joins: ({ company, country }) => (company && country === "de" ? 0.8 : 0),
  },
  {
    name: "日本のお客様",
    metadata: { language: "ja" },
    joins: ({ country }) => (country === "jp" ? 0.6 : 0),
  },
  { name: "Beta testers", metadata: null, joins: ({ hasAccount }) => (hasAccount ? 0.02 : 0) },
  { name: "Press & influencers", metadata: null, joins: () => 0.003 },
  { name: "Friends & family", metadata: { discount: 35 }, joins: ({ count }) => 12 / count },
];
