import { z } from "zod";
import { findByResetToken } from "../../auth/store-guard";
import { visitorOf } from "../../auth/visitor";
import { requestReset, resetBefore, resetPassword } from "../../customers/password-reset";
import { normalizeEmail } from "../../email";
import { DomainError } from "../../errors";
import { openRoute } from "../route";
import { email, text } from "./rules";
import { customerShape, customerWire } from "./wire";

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
  run: async ({ request, body, once }) => {
    const { token, password } = body;
    const actor = await findByResetToken(normalizeEmail(body.email), token);
    try {
      const by = { ...visitorOf(request.headers), once };
      const customer = actor
        ? await resetPassword(actor, { token, password }, by)
        : await resetBefore(once);
      if (!customer) return noSuchToken();
      return Response.json({ customer: customerWire(customer, customer.billingAddressId) });
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
