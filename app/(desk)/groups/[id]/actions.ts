"use server";

import { z } from "zod";
import { adminAction } from "@/lib/actions/admin-action";
import { customerLabel } from "@/lib/customers/label";
import { listCustomers } from "@/lib/customers/list";
import { changeMembers } from "@/lib/customers/membership";
import { deleteGroup } from "@/lib/groups/groups";

const OFFERED = 30;
const id = z.string().min(1).max(100);
const ids = z.array(id).max(1000).optional();

export const saveMembers = adminAction({
  input: z.strictObject({ id, add: ids, remove: ids }),
  run: (actor, { id, ...members }) => changeMembers(actor, id, members),
});

/** Found as the list of customers finds them. */
export const findCandidates = adminAction({
  right: "read",
  input: z.strictObject({
    id,
    q: z.string().max(200),
    offset: z.int().min(0).max(1_000_000_000),
  }),
  run: async (actor, { id, q, offset }) => {
    const order = { field: "createdAt" as const, descending: true };
    const found = await listCustomers(actor, { q: q.trim(), order, limit: OFFERED, offset });
    return {
      count: found.count,
      candidates: found.customers.map((customer) => ({
        id: customer.id,
        label: customerLabel(customer),
        email: customer.email,
        phone: customer.phone,
        companyName: customer.companyName,
        isMember: customer.groups.some((group) => group.id === id),
      })),
    };
  },
});

/** From the group's own page, which is gone with it. */
export const removeThisGroup = adminAction({
  input: z.strictObject({ id }),
  run: (actor, { id }) => deleteGroup(actor, id),
  leadsTo: "/groups",
});
