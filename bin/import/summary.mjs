const ENTITIES = ["groups", "customers", "addresses", "memberships"];
const ROWS = [
  ["read", "read there"],
  ["new", "new here"],
  ["changed", "changed there, updated here"],
  ["same", "the same on both sides"],
  ["deleted", "deleted there, left out"],
  ["clash", "e-mail or name taken here"],
  ["invalid", "refused by the rules here"],
  ["left", "edited or deleted here, left"],
  ["ownerless", "without customer or group here"],
];
const ALWAYS = new Set(["read", "new", "same"]);
const TITLE_WIDTH = 32;
const NUMBER_WIDTH = 12;

/**
 * What became of the rows that were read, as a table for the terminal.
 * @param {Record<string, Record<string, number>>} counts
 * @returns {string}
 */
export function summarize(counts) {
  const shown = ROWS.filter(
    ([outcome]) => ALWAYS.has(outcome) || ENTITIES.some((entity) => counts[entity][outcome] > 0),
  );
  const head = line("", ENTITIES);
  const body = shown.map(([outcome, title]) =>
    line(
      title,
      ENTITIES.map((entity) => counts[entity][outcome].toLocaleString("en")),
    ),
  );
  return [head, ...body].join("\n");
}

function line(title, cells) {
  return `  ${title.padEnd(TITLE_WIDTH)}${cells.map((text) => text.padStart(NUMBER_WIDTH)).join("")}`;
}
