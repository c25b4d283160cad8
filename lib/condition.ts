import { Prisma } from "./generated/prisma/client";

type Value = string | boolean;

/** What may be asked of a field: an SQL comparison, a pattern, a part of it, or that every word occurs in it. */
export type Ask =
  | { op: "equal" | "unequal" | "over" | "from" | "under" | "to"; value: Value }
  | { op: "among" | "notAmong"; value: string[] }
  | { op: "like" | "likeAnyCase" | "regex" | "holds"; value: string }
  | { op: "words"; value: string[] };

/** What a row of a list must be. Fields and relations are the list's own, by name. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | ({ field: string } & Ask)
  | { some: string; where: Condition }
  | { none: string; where: Condition };

type Column = {
  sql: Prisma.Sql;
  type: "text" | "moment" | "flag";
  /** The text as an index of the table knows it, when that is its folded form. */
  foldedKey?: Prisma.Sql;
};

/** The fields that a list can be asked by, and the lists that its rows are related to. */
export type Askable = {
  columns: Record<string, Column>;
  relations?: Record<string, { exists: (where: Prisma.Sql) => Prisma.Sql; of: Askable }>;
};

/** The condition as SQL with parameters. A field or a relation that the list does not have is a fault of ours. */
export function conditionSql(condition: Condition, list: Askable): Prisma.Sql {
  if ("all" in condition) return joined(condition.all, list, " and ", Prisma.sql`true`);
  if ("any" in condition) return joined(condition.any, list, " or ", Prisma.sql`false`);
  if ("some" in condition) return existing(list, condition.some, condition.where);
  if ("none" in condition)
    return Prisma.sql`not ${existing(list, condition.none, condition.where)}`;
  const column = Object.hasOwn(list.columns, condition.field)
    ? list.columns[condition.field]
    : undefined;
  if (!column) throw new Error(`This list has no field ${condition.field}.`);
  return askSql(condition, column);
}

/** True when a regular expression is asked for: it may take any time, so whoever reads by it sets a limit. */
export function usesRegex(condition: Condition | undefined): boolean {
  if (!condition) return false;
  if ("all" in condition) return condition.all.some(usesRegex);
  if ("any" in condition) return condition.any.some(usesRegex);
  return "where" in condition ? usesRegex(condition.where) : condition.op === "regex";
}

function joined(parts: Condition[], list: Askable, word: string, empty: Prisma.Sql): Prisma.Sql {
  if (parts.length === 0) return empty;
  const all = parts.map((part) => conditionSql(part, list));
  return Prisma.sql`(${Prisma.join(all, word)})`;
}

function existing(list: Askable, name: string, where: Condition): Prisma.Sql {
  const relation = list.relations?.[name];
  if (!relation) throw new Error(`This list has no relation ${name}.`);
  return relation.exists(conditionSql(where, relation.of));
}

function askSql(ask: Ask, column: Column): Prisma.Sql {
  const { sql } = column;
  const text = column.type === "moment" ? Prisma.sql`clientele_iso(${sql})` : sql;
  switch (ask.op) {
    case "equal":
      return typeof ask.value === "string"
        ? among([ask.value], column)
        : Prisma.sql`${sql} = ${ask.value}`;
    case "among":
      return among(ask.value, column);
    case "notAmong":
      return Prisma.sql`${sql} <> all(${listOf(ask.value, column)})`;
    case "like":
      return Prisma.sql`${text} like ${ask.value}`;
    case "likeAnyCase":
      return Prisma.sql`${text} ilike ${ask.value}`;
    case "regex":
      return Prisma.sql`${text} ~ ${ask.value}`;
    case "holds":
      return Prisma.sql`strpos(${text}, ${ask.value}) > 0`;
    case "words":
      return wordsSql(ask.value, sql);
    default:
      return Prisma.sql`${sql} ${SIGN[ask.op]} ${oneOf(ask.value, column)}`;
  }
}

const SIGN = {
  unequal: Prisma.sql`<>`,
  over: Prisma.sql`>`,
  from: Prisma.sql`>=`,
  under: Prisma.sql`<`,
  to: Prisma.sql`<=`,
};

function oneOf(value: Value, { type }: Column): Prisma.Sql {
  return type === "moment" ? Prisma.sql`${value}::timestamptz` : Prisma.sql`${value}`;
}

function listOf(values: string[], { type }: Column): Prisma.Sql {
  return type === "moment" ? Prisma.sql`${values}::timestamptz[]` : Prisma.sql`${values}::text[]`;
}

function among(values: string[], column: Column): Prisma.Sql {
  const found = Prisma.sql`${column.sql} = any(${listOf(values, column)})`;
  if (!column.foldedKey) return found;
  return Prisma.sql`(${found} and ${column.foldedKey} = any(
    array(select clientele_fold(v) from unnest(${values}::text[]) v)))`;
}

/** Escaped after folding, which turns a wide percent sign into a wildcard. */
function wordsSql(words: string[], folded: Prisma.Sql): Prisma.Sql {
  const each = words.map(
    (word) => Prisma.sql`${folded} like
      '%' || regexp_replace(clientele_fold(${word}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`,
  );
  return each.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(each, " and ")})`;
}
