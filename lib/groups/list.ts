import "server-only";
import type { Actor } from "../actor";
import { type Askable, type Condition, conditionSql, usesRegex } from "../condition";
import { db } from "../db";
import { invalidField, requireRight } from "../errors";
import { Prisma } from "../generated/prisma/client";
import type { DateRange, Order } from "../listing";
import { patternRead, withinPatternTime } from "../pattern-read";
import { rangeConditions } from "../range-conditions";
import { textFault } from "../text";
import { askableGroups } from "./askable";
import { byGroupName, groupColumns } from "./columns";
import type { Group } from "./schema";

export type GroupQuery = {
  q?: string;
  ids?: string[];
  names?: string[];
  created?: DateRange;
  updated?: DateRange;
  /** Anything else that `askable` knows of groups: their own fields, unless told. */
  where?: Condition;
  askable?: Askable;
  order: Order<"name" | "createdAt" | "updatedAt" | "members" | "id" | "createdBy">;
  limit: number;
  offset: number;
};
export type GroupPage = { groups: Group[]; count: number; offset: number; limit: number };

const ORDER: Record<GroupQuery["order"]["field"], Prisma.Sql> = {
  name: Prisma.sql`clientele_fold(g.name)`,
  createdAt: Prisma.sql`g.created_at`,
  updatedAt: Prisma.sql`g.updated_at`,
  members: Prisma.sql`members`,
  id: Prisma.sql`g.id`,
  createdBy: Prisma.sql`g.created_by collate "C"`,
};

/** One page of groups with their member counts, and the number of all that match. */
export async function listGroups(actor: Actor, query: GroupQuery): Promise<GroupPage> {
  requireRight(actor, "read");
  const where = condition(query);
  const way = query.order.descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  const page = db().$queryRaw<Group[]>`select ${groupColumns} from customer_group g where ${where}
    order by ${ORDER[query.order.field]} ${way}, g.id limit ${query.limit} offset ${query.offset}`;
  const count = db().$queryRaw<
    { n: number }[]
  >`select count(*)::int as n from customer_group g where ${where}`;
  const [groups, counted] = usesRegex(query.where)
    ? await patternRead(() => withinPatternTime([page, count]))
    : await Promise.all([page, count]);
  return { groups, count: counted[0]?.n ?? 0, offset: query.offset, limit: query.limit };
}

/** The names of those of these groups that exist, by name. */
export async function groupNamesOf(
  actor: Actor,
  ids: string[],
): Promise<{ id: string; name: string }[]> {
  requireRight(actor, "read");
  if (ids.length === 0) return [];
  return db().$queryRaw`select g.id, g.name from customer_group g where g.id = any(${ids})
    order by ${byGroupName}`;
}

/** The first groups by name whose name holds `q`, case and accents aside; all for "". For pickers. */
export async function findGroupNames(
  actor: Actor,
  q: string,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  requireRight(actor, "read");
  return db().$queryRaw`select g.id, g.name from customer_group g where ${nameContains(q)}
    order by ${byGroupName} limit ${limit}`;
}

function condition(query: GroupQuery): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (query.q) all.push(nameContains(query.q));
  if (query.where) all.push(conditionSql(query.where, query.askable ?? askableGroups));
  if (query.ids) all.push(Prisma.sql`g.id = any(${query.ids})`);
  if (query.names) all.push(Prisma.sql`g.name = any(${query.names})`);
  all.push(...rangeConditions(Prisma.sql`g.created_at`, query.created));
  all.push(...rangeConditions(Prisma.sql`g.updated_at`, query.updated));
  return Prisma.join(all, " and ");
}

/** Every word must occur, in any order, case and accents aside. */
function nameContains(q: string): Prisma.Sql {
  const fault = textFault(q);
  if (fault) throw invalidField("q", fault);
  const value = q.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return conditionSql({ field: "search", op: "words", value }, askableGroups);
}

const MOST_WORDS = 20;
