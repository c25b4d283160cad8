import "server-only";
import parsePhoneNumber from "libphonenumber-js/min";
import { db } from "../db";
import { invalidField } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { textFault } from "../text";

/** One thing that must be found: any of the alternatives, each a list of pieces that must all occur. */
export type Term = { anyOf: string[][]; id?: string };

const LONGEST = 200;
const NUMBER = /^[+(]?[\d()./\u2010-\u2015\u2212-]*\d[\d()./\u2010-\u2015\u2212-]*$/;
const CUSTOMER_ID = /^cus_[0-9a-z]{26}$/i;

/**
 * What was typed as terms: every word must occur, in any order and any field, without regard to case and
 * accents; a run of number-like words also matches a telephone number written in another way.
 * Throws `invalid` on `q` for text that no database can hold.
 */
export async function searchTerms(q: string): Promise<Term[]> {
  const fault = textFault(q);
  if (fault) throw invalidField("q", fault);
  const words = splitWords(q);
  const folded = await fold(words.map((run) => run.join(" ")));
  const terms = words.map((run, index) => {
    const pieces = (folded[index] ?? "").split(" ").filter(Boolean);
    const phones = NUMBER.test(run[0] ?? "") ? phoneKeys(run.join(" ")) : [];
    const word = run[0] ?? "";
    return {
      anyOf: [pieces, ...phones.map((digits) => [digits])],
      id:
        run.length === 1 && CUSTOMER_ID.test(word)
          ? `cus_${word.slice(4).toUpperCase()}`
          : undefined,
    };
  });
  // A word of invisible characters or bare accents folds to nothing, and nothing is in everybody.
  return terms.filter((term) => term.anyOf.every((pieces) => pieces.length > 0));
}

/** All terms at once as a condition on table alias `c`, in a form that the two inverted indexes can serve. */
export function searchCondition(terms: Term[]): Prisma.Sql {
  const isAnchored = terms.some((term) => !term.id && term.anyOf.every(isLong));
  return allOf(terms, (pieces) =>
    isAnchored || isLong(pieces) ? likeCondition : indexedCondition,
  );
}

/** The same condition for rows that are looked at anyway: cheap on each, unknown to the indexes. */
export function searchConditionOnRows(terms: Term[]): Prisma.Sql {
  return allOf(terms, () => likeCondition);
}

function allOf(
  terms: Term[],
  formFor: (pieces: string[]) => (piece: string) => Prisma.Sql,
): Prisma.Sql {
  const conditions = terms.map(({ anyOf, id }) => {
    const alternatives = anyOf.map(
      (pieces) => Prisma.sql`(${Prisma.join(pieces.map(formFor(pieces)), " and ")})`,
    );
    if (id) alternatives.push(Prisma.sql`c.id = ${id}`);
    return Prisma.sql`(${Prisma.join(alternatives, " or ")})`;
  });
  return Prisma.join(conditions, " and ");
}

/**
 * Three letters or digits in a row are what the trigram index finds. Once one piece has them, the short ones that
 * must occur too are looked for in what it found: their own hits are many and would cost more than they save.
 */
function isLong(pieces: string[]): boolean {
  return pieces.some((piece) => /[\p{L}\p{N}]{3}/u.test(piece));
}

function indexedCondition(piece: string): Prisma.Sql {
  const found = Prisma.sql`clientele_grams(c.search_text) @> ${grams(piece)}`;
  const isGram = [...piece].length <= 2;
  return isGram ? found : Prisma.sql`(${found} and ${likeCondition(piece)})`;
}

function likeCondition(piece: string): Prisma.Sql {
  return Prisma.sql`c.search_text like ${`%${piece.replace(/[\\%_]/g, "\\$&")}%`}`;
}

function grams(piece: string): string[] {
  const letters = [...piece];
  return letters.length === 1
    ? letters
    : letters.slice(0, -1).map((letter, index) => letter + letters[index + 1]);
}

/** Words, where neighbours that look like parts of one number stay together. */
function splitWords(q: string): string[][] {
  const words = [...q]
    .slice(0, LONGEST)
    .join("")
    .split(/\s+/)
    .map((word) => word.replace(/(?<=.)[,;]+$/, ""))
    .filter(Boolean);
  const runs: string[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (NUMBER.test(word) && last && NUMBER.test(last[0] ?? "")) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

/**
 * The digits that every spelling of this number shares: the national number without trunk zero. Without a plus the
 * first digits may still be a country's, so that is a second reading: the stored number may have "(0)" after them.
 */
function phoneKeys(text: string): string[] {
  const international = text.replace(/^\(?00/, "+");
  const digits = text.replace(/\D/g, "");
  const plain = digits.replace(/^0+/, "");
  const readings = international.startsWith("+")
    ? [parsePhoneNumber(international)?.nationalNumber ?? plain]
    : [plain, ...(digits === plain ? nationalPart(plain) : [])];
  return readings.filter((digits) => digits.length >= 3);
}

function nationalPart(digits: string): string[] {
  const parsed = parsePhoneNumber(`+${digits}`);
  if (!parsed?.isPossible() || parsed.nationalNumber.length < 7) return [];
  return [parsed.nationalNumber];
}

/** By the same function as the indexed column; plain lower-case ASCII is its own folded form. */
async function fold(texts: string[]): Promise<string[]> {
  if (texts.every((text) => /^[\x20-\x7e]*$/.test(text)))
    return texts.map((text) => text.toLowerCase());
  const rows = await db().$queryRaw<{ folded: string }[]>`
    select clientele_fold(t) as folded from unnest(${texts}::text[]) with ordinality u(t, n) order by n`;
  return rows.map((row) => row.folded.trim());
}
