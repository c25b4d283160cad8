import { z } from "zod";
import { findByResetToken } from "../../auth/store-guard";
import { visitorOf } from "../../auth/visitor";
import { requestReset, resetPassword, spentToken } from "../../customers/password-reset";
import { normalizeEmail } from "../../email";
import { DomainError } from "../../errors";
import { openRoute } from "../route";
import { withRelations } from "./relations";
import { email, text } from "./rules";
import { customerShape } from "./wire";

const TAG = "Store: password";

const ask = openRoute({
  method: "POST",
  path: "/store/customers/password-token",
  tag: TAG,
  summary: "Mails a link to a new password to the account with this e-mail, if there is one.",
  body: z.strictObject({ email: email() }),
  answers: { 204: "empty" },
  run: async ({ request, body }) => {
    await requestReset(normalizeEmail(body.email), visitorOf(request.headers));
    return new Response(null, { status: 204 });
  },
});

const reset = openRoute({
  method: "POST",
  path: "/store/customers/password-reset",
  tag: TAG,
  summary: "Sets a new password with the token of a mail; every session and token ends.",
  body: z.strictObject({ email: email(), token: text(), password: text() }),
  answers: { 200: z.strictObject({ customer: customerShape }) },
  run: async ({ request, body }) => {
    const { token, password } = body;
    try {
      const actor = await findByResetToken(normalizeEmail(body.email), token);
      if (!actor) throw spentToken();
      const input = { token, password };
      const customer = await resetPassword(actor, input, visitorOf(request.headers));
      const [wire] = await withRelations(actor, [{ ...customer, groups: [] }], new Set());
      return Response.json({ customer: wire });
    } catch (error) {
      if (error instanceof DomainError && error.fields?.token) return noSuchToken();
      throw error;
    }
  },
});

export const storePasswordRoutes = [ask, reset];

function noSuchToken(): Response {
  return Response.json(
    { type: "unauthorized", message: "Invalid or expired password reset token" },
    { status: 401 },
  );
}
