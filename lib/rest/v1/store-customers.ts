import { z } from "zod";
import { takeSignUp } from "../../auth/customer-sign-in";
import { newCustomer, signInNewCustomer, signInStoreCaller } from "../../auth/store-guard";
import { visitorOf } from "../../auth/visitor";
import { createCustomer, updateCustomer } from "../../customers/customers";
import { normalizeEmail } from "../../email";
import { DomainError, invalidField } from "../../errors";
import { versionsOf } from "../entity-tag";
import { customerRoute, openRoute } from "../route";
import { requireCookieCanBeSet } from "../session-cookie";
import { cookieAfter } from "../shared-cookie";
import { email, freeObject, text } from "./rules";
import { addressOrId, billingOf } from "./store-billing";
import { profile, profileOf } from "./store-profile";

const TAG = "Store: customers";

const signUp = openRoute({
  method: "POST",
  path: "/store/customers",
  tag: TAG,
  summary: "Makes an account for a new customer and signs them in with a cookie.",
  body: z.strictObject({
    first_name: text().nullish(),
    last_name: text().nullish(),
    email: email(),
    password: text().min(1, { error: "password should not be empty" }),
    phone: text().nullish(),
  }),
  answers: { 200: profile },
  versioned: "given",
  says: {
    duplicate: () => "A customer with the given email already has an account. Log in instead",
  },
  run: async ({ request, body, once }) => {
    requireCookieCanBeSet(request.headers);
    const visitor = visitorOf(request.headers);
    await takeSignUp(visitor);
    const fields = {
      email: body.email,
      firstName: body.first_name,
      lastName: body.last_name,
      phone: body.phone,
    };
    const input = { ...fields, password: body.password };
    const customer = await createCustomer(newCustomer(fields), input, { once });
    const credentials = { email: normalizeEmail(body.email), password: body.password };
    const session = once?.replayed
      ? await signInStoreCaller(credentials, "cookie", visitor)
      : await signInNewCustomer(customer.id, "cookie", visitor);
    if (!session) throw new DomainError("signed_out", "Unauthorized");
    const answer = await profileOf(session.actor, customer);
    answer.headers.set("set-cookie", await cookieAfter(request.headers, "customer", session));
    return answer;
  },
});

const retrieve = customerRoute({
  method: "GET",
  path: "/store/customers/me",
  tag: TAG,
  summary: "Answers the signed-in customer with billing and shipping addresses.",
  answers: { 200: profile },
  versioned: "given",
  run: async ({ actor }) => profileOf(actor),
});

const update = customerRoute({
  method: "POST",
  path: "/store/customers/me",
  tag: TAG,
  summary: "Changes the fields that are sent; a new password ends all other sessions and tokens.",
  body: z.strictObject({
    billing_address: addressOrId().nullish(),
    first_name: text().nullish(),
    last_name: text().nullish(),
    password: text().nullish(),
    phone: text().nullish(),
    email: email().nullish(),
    metadata: freeObject().nullish(),
  }),
  answers: { 200: profile },
  versioned: "checked",
  says: {
    duplicate: ({ email }) => `Customer with email, has_account ${email}, t already exists.`,
    not_found: ({ noun, id }) =>
      noun === "address" ? `Address with id ${id} was not found` : undefined,
  },
  run: async ({ request, actor, body, once }) => {
    if (body.email === null)
      throw invalidField(
        "email",
        "Can't insert null value in field email on insert in table customer",
      );
    const patch = {
      email: body.email,
      firstName: body.first_name,
      lastName: body.last_name,
      phone: body.phone,
      password: body.password || undefined,
      mergeMetadata: body.metadata ?? undefined,
      billingAddress: billingOf(body.billing_address),
    };
    const versions = versionsOf(request.headers);
    return profileOf(actor, await updateCustomer(actor, actor.id, patch, { versions, once }));
  },
});

export const storeCustomerRoutes = [signUp, retrieve, update];
