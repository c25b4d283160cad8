import { z } from "zod";
import { deleteGroup } from "../groups/groups";
import { route } from "./route";

/** Alike in both generations. */
export const deleteGroupRoute = route({
  method: "DELETE",
  path: "/admin/customer-groups/:id",
  tag: "Customer groups",
  summary: "Deletes a group; its customers only lose the membership.",
  answers: {
    200: z.strictObject({
      id: z.string(),
      object: z.literal("customer_group"),
      deleted: z.literal(true),
    }),
  },
  run: async ({ actor, params, once }) => {
    const id = params.id ?? "";
    await deleteGroup(actor, id, { once });
    return Response.json({ id, object: "customer_group", deleted: true });
  },
});
