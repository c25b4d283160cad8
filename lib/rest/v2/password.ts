import { z } from "zod";
import { authorizationOf } from "../../auth/authorization";
import { visitorOf } from "../../auth/visitor";
import { DomainError } from "../../errors";
import { requestAdminReset, resetAdminPassword } from "../../team/password-reset";
import { openRoute } from "../route";

const TAG = "Sign-in";

const request = openRoute({
  method: "POST",
  path: "/auth/user/emailpass/reset-password",
  tag: TAG,
  summary: "Mails a link to a new password, when there is such an admin; answers alike when not.",
  body: z.looseObject({ identifier: z.string().max(400).meta({ format: "email" }) }),
  answers: { 201: "text" },
  run: async ({ request, body }) => {
    await requestAdminReset(body.identifier, visitorOf(request.headers));
    return new Response("Created", {
      status: 201,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  },
});

const update = openRoute({
  method: "POST",
  path: "/auth/user/emailpass/update",
  tag: TAG,
  summary: "Sets a new password; the bearer token is the one in the mail's link, good for once.",
  body: z.looseObject({ password: z.unknown().optional().meta({ type: "string" }) }),
  answers: { 200: z.strictObject({ success: z.literal(true) }) },
  run: async ({ request, body: { password } }) => {
    const token = authorizationOf(request.headers).bearer ?? "";
    try {
      await resetAdminPassword(token, { password }, visitorOf(request.headers));
    } catch (error) {
      if (error instanceof DomainError && error.code === "signed_out")
        return Response.json({ type: "unauthorized", message: "Invalid token" }, { status: 401 });
      throw error;
    }
    return Response.json({ success: true });
  },
});

export const passwordRoutes = [request, update];
