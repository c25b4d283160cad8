import "server-only";
import type { Actor } from "../actor";
import { db } from "../db";
import { requireRight } from "../errors";
import { Prisma } from "../generated/prisma/client";
import type { Doer, TimelinePage } from "./schema";

/** Where to go on: entries older or newer than this cursor; anything else begins with the newest. */
export type TimelinePlace = { limit: number; before?: string; after?: string };

type Row = Omit<TimelinePage, "older" | "newer"> & { first: string | null; last: string | null };

/**
 * What happened to a customer, the newest first: one entry for each change set, with the rows it wrote that belong
 * to the customer. Group memberships carry the group's name, also of groups that are gone. Pages hang on the number
 * of the last row written, so entries of one moment, or new ones meanwhile, neither repeat nor get lost.
 */
export async function customerTimeline(
  actor: Actor,
  customerId: string,
  place: TimelinePlace,
): Promise<TimelinePage> {
  requireRight(actor, "read");
  const [row] = await db().$queryRaw<Row[]>`
    with sets as materialized (
      select set_id, max(id) as newest from change_row where customer_id = ${customerId} group by set_id),
    page as materialized (select * from sets ${pageOf(place)} limit ${place.limit})
    select (select count(*)::int from sets) as count,
      (select count(*)::int from sets where newest > (select max(newest) from page)) as skipped,
      (select max(newest)::text from page) as first, (select min(newest)::text from page) as last,
      coalesce((select json_agg(${entry(customerId)} order by p.newest desc)
        from page p join change_set s on s.id = p.set_id), '[]') as entries`;
  if (!row) return { entries: [], count: 0, skipped: 0, older: null, newer: null };
  const { first, last, ...page } = row;
  // The page a cursor pointed to can be gone: then the newest.
  if (page.entries.length === 0 && page.count > 0 && (place.before || place.after))
    return customerTimeline(actor, customerId, { limit: place.limit });
  const left = page.count - page.skipped - page.entries.length;
  return { ...page, older: left > 0 ? last : null, newer: page.skipped > 0 ? first : null };
}

/** Who made a customer and who changed it last, or null where the history does not go back so far. */
export async function customerDoers(
  actor: Actor,
  customerId: string,
): Promise<{ created: Doer | null; updated: Doer | null }> {
  requireRight(actor, "read");
  const doer = (
    op: Prisma.Sql,
  ) => Prisma.sql`(select json_build_object('at', clientele_iso(s.created_at),
      'actorKind', s.actor_kind, 'actorName', s.actor_name, 'door', s.door)
    from change_row r join change_set s on s.id = r.set_id
    where r.table_name = 'customer' and r.row_id = ${customerId} and r.op ${op} order by r.id desc limit 1)`;
  const [row] = await db().$queryRaw<{ created: Doer | null; updated: Doer | null }[]>`
    select ${doer(Prisma.sql`= 'insert'`)} as created, ${doer(Prisma.sql`<> 'delete'`)} as updated`;
  return row ?? { created: null, updated: null };
}

const CURSOR = /^\d{1,18}$/;

function pageOf({ before = "", after = "" }: TimelinePlace): Prisma.Sql {
  if (CURSOR.test(before)) return Prisma.sql`where newest < ${BigInt(before)} order by newest desc`;
  if (CURSOR.test(after)) return Prisma.sql`where newest > ${BigInt(after)} order by newest asc`;
  return Prisma.sql`order by newest desc`;
}

const groupName = Prisma.sql`case when r.table_name = 'customer_group_member' then coalesce(
  (select g.name from customer_group g where g.id = coalesce(r.after, r.before) ->> 'group_id'),
  (select d.before ->> 'name' from change_row d where d.table_name = 'customer_group' and d.op = 'delete'
    and d.row_id = coalesce(r.after, r.before) ->> 'group_id' order by d.id desc limit 1)) end`;

function entry(customerId: string): Prisma.Sql {
  return Prisma.sql`json_build_object(
    'setId', s.id, 'at', clientele_iso(s.created_at), 'actorKind', s.actor_kind, 'actorName', s.actor_name,
    'door', s.door, 'kind', s.kind, 'label', s.label,
    'rows', (select json_agg(json_build_object('table', r.table_name, 'op', r.op, 'before', r.before,
        'after', r.after, 'groupName', ${groupName}) order by r.id)
      from change_row r where r.set_id = s.id and r.customer_id = ${customerId}))`;
}
