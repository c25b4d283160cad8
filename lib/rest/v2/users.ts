import { z } from "zod";
import { notFound } from "../../errors";
import { type Account, getAccount } from "../../team/account";
import { route } from "../route";
import { freeData, moment } from "../shapes";
import { type Fields, pick, selectionOf } from "./fields";
import { oneQuery } from "./rules";
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

const USER: Fields = { standard: Object.keys(userShape.shape) };

const me = route({
  method: "GET",
  path: "/admin/users/me",
  tag: "Sign-in",
  summary: "Tells who is signed in; an API key is nobody.",
  query: oneQuery,
  answers: { 200: z.strictObject({ user: userShape.partial().required({ id: true }) }) },
  says: { not_found: ({ id }) => `User with id: ${id} was not found` },
  run: async ({ actor, caller, query: { fields } }) => {
    if (caller.by === "api_key") throw notFound("admin", actor.id);
    const user = userWire(await getAccount(actor, caller.adminId));
    return Response.json({ user: { ...pick(user, selectionOf(fields, USER).own), id: user.id } });
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
