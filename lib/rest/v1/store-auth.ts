import { z } from "zod";
import type { Actor } from "../../actor";
import { type CustomerSessionKind, revokeCustomerSession } from "../../auth/customer-sessions";
import { accountExists } from "../../auth/customer-sign-in";
import { recordAuthEvent } from "../../auth/events";
import { cookieTokens } from "../../auth/medusa-cookie";
import { credentialsInput } from "../../auth/sign-in";
import { signStoreToken } from "../../auth/store-bearer";
import { findStoreCaller, signInStoreCaller } from "../../auth/store-guard";
import { visitorOf } from "../../auth/visitor";
import { getCustomer } from "../../customers/customers";
import { normalizeEmail } from "../../email";
import { DomainError } from "../../errors";
import { customerRoute, openRoute } from "../route";
import { requireCookieCanBeSet } from "../session-cookie";
import { cookieAfter } from "../shared-cookie";
import { expandedCustomer, withRelations } from "./relations";
import { filledEmail, filledText } from "./rules";

const TAG = "Store: sign-in";

const credentials = z.strictObject({ email: filledEmail(), password: filledText() });

const customerAnswer = z.strictObject({ customer: expandedCustomer });

const signIn = openRoute({
  method: "POST",
  path: "/store/auth",
  tag: TAG,
  summary: "Starts a customer's session of 10 hours and sets its cookie.",
  body: credentials,
  answers: { 200: customerAnswer },
  run: async ({ request, body }) => {
    requireCookieCanBeSet(request.headers);
    const session = await startSession(body, "cookie", request);
    return Response.json(await customerOf(session.actor), {
      headers: { "set-cookie": await cookieAfter(request.headers, "customer", session) },
    });
  },
});

const token = openRoute({
  method: "POST",
  path: "/store/auth/token",
  tag: TAG,
  summary: "Answers a customer's bearer token that is good for 30 days.",
  body: credentials,
  answers: { 200: z.strictObject({ access_token: z.string() }) },
  run: async ({ request, body }) => {
    const { actor, token, expiresAt } = await startSession(body, "token", request);
    return Response.json({ access_token: await signStoreToken(actor.id, token, expiresAt) });
  },
});

const whoAmI = customerRoute({
  method: "GET",
  path: "/store/auth",
  tag: TAG,
  summary: "Tells which customer is signed in.",
  answers: { 200: customerAnswer },
  run: async ({ actor }) => Response.json(await customerOf(actor)),
});

const signOut = openRoute({
  method: "DELETE",
  path: "/store/auth",
  tag: TAG,
  summary: "Ends the customer's session or bearer token at once, if there is one.",
  answers: { 200: "text" },
  run: async ({ request, allowedOrigin }) => {
    const headers = new Headers({ "content-type": "text/plain; charset=utf-8" });
    const caller = await findStoreCaller(request, allowedOrigin);
    if (caller) {
      await revokeCustomerSession(caller.session.id);
      await recordAuthEvent("signed_out", {
        customerId: caller.actor.id,
        ...visitorOf(request.headers),
      });
    }
    if (cookieTokens(request.headers).customer)
      headers.set("set-cookie", await cookieAfter(request.headers, "customer", null));
    return new Response("OK", { headers });
  },
});

const exists = openRoute({
  method: "GET",
  path: "/store/auth/:email",
  tag: TAG,
  summary: "Tells whether an account has this e-mail; a network may ask 30 times a minute.",
  answers: { 200: z.strictObject({ exists: z.boolean() }) },
  run: async ({ request, params }) => {
    const email = normalizeEmail(params.email ?? "");
    return Response.json({ exists: await accountExists(email, visitorOf(request.headers)) });
  },
});

export const storeAuthRoutes = [signIn, token, whoAmI, signOut, exists];

async function startSession(
  body: z.output<typeof credentials>,
  kind: CustomerSessionKind,
  request: Request,
) {
  const known = credentialsInput.safeParse(body);
  const session = known.success
    ? await signInStoreCaller(known.data, kind, visitorOf(request.headers))
    : null;
  if (!session) throw new DomainError("signed_out", "Unauthorized");
  return session;
}

async function customerOf(actor: Actor) {
  const customer = await getCustomer(actor, actor.id);
  const [wire] = await withRelations(actor, [customer], new Set(["orders", "shipping_addresses"]));
  return { customer: wire };
}
