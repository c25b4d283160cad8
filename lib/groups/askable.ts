import "server-only";
import type { Askable } from "../condition";
import { Prisma } from "../generated/prisma/client";

/** What groups of alias `g` can be asked by. */
export const askableGroups: Askable = {
  columns: {
    id: { sql: Prisma.sql`g.id`, type: "text" },
    name: { sql: Prisma.sql`g.name`, type: "text" },
    search: { sql: Prisma.sql`clientele_fold(g.name)`, type: "text" },
    createdBy: { sql: Prisma.sql`g.created_by`, type: "text" },
    createdAt: { sql: Prisma.sql`g.created_at`, type: "moment" },
    updatedAt: { sql: Prisma.sql`g.updated_at`, type: "moment" },
    // A deleted group is gone altogether.
    deletedAt: { sql: Prisma.sql`null::timestamptz`, type: "moment" },
  },
};
