import { Prisma } from "../generated/prisma/client";

/** Live members: all memberships from the index alone, less those of the few customers that are deleted. */
const MEMBERS = Prisma.sql`((select count(*) from customer_group_member m where m.group_id = g.id)
  - (select count(*) from customer d join customer_group_member m on m.customer_id = d.id and m.group_id = g.id
     where d.deleted_at is not null))::int`;

/** Groups of alias `g` by name, case and accents aside, the same way in every list of them. */
export const byGroupName = Prisma.sql`clientele_fold(g.name), g.id`;

/** The read contract of a group of alias `g`. */
export const groupColumns = Prisma.sql`g.id, g.name, g.metadata, g.created_by as "createdBy", g.version,
  clientele_iso(g.created_at) as "createdAt", clientele_iso(g.updated_at) as "updatedAt",
  ${MEMBERS} as members`;
