import { z } from "zod";
import { notFound } from "../../errors";
import { type Account, getAccount } from "../../team/account";
import { route } from "../route";
import { freeData, moment } from "../shapes";
import { userIdWire } from "./user-id";

export const userShape = z
  .strictObject({
    id: z.string(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    email: z.string(),
    avatar_url: z.null(),
    metadata: freeData,
    created_at: moment,
    updated_at: moment,
    deleted_at: z.null(),
  })
  .meta({ id: "AdminUser" });

const me = route({
  method: "GET",
  path: "/admin/users/me",
  tag: "Sign-in",
  summary: "Tells who is signed in; an API key is nobody.",
  answers: { 200: z.strictObject({ user: userShape }) },
  says: { not_found: ({ id }) => `User with id: ${id} was not found` },
  run: async ({ actor, caller }) => {
    if (caller.by === "api_key") throw notFound("admin", actor.id);
    return Response.json({ user: userWire(await getAccount(actor, caller.adminId)) });
  },
});

export const userRoutes = [me];

function userWire(account: Account): z.output<typeof userShape> {
  return {
    id: userIdWire(account.id),
    first_name: account.firstName,
    last_name: account.lastName,
    email: account.email,
    avatar_url: null,
    metadata: account.metadata,
    created_at: account.createdAt,
    updated_at: account.updatedAt,
    deleted_at: null,
  };
}
