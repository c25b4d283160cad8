import "server-only";
import type { Actor } from "../actor";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { TimelineEntry } from "./schema";

export type TimelinePage = {
  entries: TimelineEntry[];
  count: number;
  offset: number;
  limit: number;
};

/**
 * What happened to a customer, the newest first: one entry for each change set, with the rows it wrote that belong
 * to the customer. Group memberships carry the group's name, also of groups that are gone.
 */
export async function customerTimeline(
  _actor: Actor,
  customerId: string,
  page: { limit: number; offset: number },
): Promise<TimelinePage> {
  const sets = Prisma.sql`select set_id, max(id) as newest from change_row where customer_id = ${customerId} group by set_id`;
  const [row] = await db().$queryRaw<{ count: number; entries: TimelineEntry[] }[]>`
    with sets as materialized (${sets}),
    page as (select * from sets order by newest desc limit ${page.limit} offset ${page.offset})
    select (select count(*)::int from sets) as count, coalesce((
      select json_agg(json_build_object(
        'setId', s.id, 'at', clientele_iso(s.created_at), 'actorKind', s.actor_kind, 'actorName', s.actor_name,
        'door', s.door, 'kind', s.kind, 'label', s.label,
        'rows', (select json_agg(json_build_object('table', r.table_name, 'op', r.op, 'before', r.before, 'after', r.after,
            'groupName', ${groupName}) order by r.id)
          from change_row r where r.set_id = s.id and r.customer_id = ${customerId})) order by p.newest desc)
      from page p join change_set s on s.id = p.set_id), '[]') as entries`;
  return { entries: row?.entries ?? [], count: row?.count ?? 0, ...page };
}

const groupName = Prisma.sql`case when r.table_name = 'customer_group_member' then coalesce(
  (select g.name from customer_group g where g.id = coalesce(r.after, r.before) ->> 'group_id'),
  (select d.before ->> 'name' from change_row d where d.table_name = 'customer_group' and d.op = 'delete'
    and d.row_id = coalesce(r.after, r.before) ->> 'group_id' order by d.id desc limit 1)) end`;
