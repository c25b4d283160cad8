import { createAddress } from "../customers/address-edits";
import { createCustomer } from "../customers/customers";
import { db } from "../db";
import { createGroup } from "../groups/groups";
import type { Operation } from "../openapi/schema";
import { createApiKey } from "../team/api-keys";
import { anAdmin } from "./actors";
import { anAdminWithPassword, call, client, PASSWORD, someEmail } from "./rest-client";
import { aShopper, bearer } from "./store-client";

const EXAMPLE_ID = /\b(cus|cgrp|addr|apk|usr)_01JDK3W0C8Q5TZ7V9XB2N4M6PR\b/g;

/** Records that exist and callers who may call, for requests that a document describes. */
export async function aWorld() {
  await db().attemptLimit.deleteMany();
  const actor = await anAdmin();
  const { id: customer } = await createCustomer(actor, { email: someEmail() });
  const { id: group } = await createGroup(actor, { name: `Group ${crypto.randomUUID()}` });
  const { id: key } = await createApiKey(actor, { title: "Other", access: "read" });
  const address = await createAddress(actor, customer, { city: "Boston" });
  const shopper = await aShopper({}, "token");
  const added = await shopper.send("/store/customers/me/addresses", {
    body: { address: SHOP_ADDRESS },
  });
  const shopAddress = String(added.body.customer?.shipping_addresses?.[0]?.id);
  const admin = await anAdminWithPassword("admin");
  const { token } = await client("write");
  const ids: Record<string, string> = { cus: customer, cgrp: group, addr: address.id, apk: key };

  return {
    ids,
    /** The path of an operation with records that exist. */
    pathOf(template: string): string {
      return template
        .replace(/(\/store\/.*)\{(?:id|address_id)\}/, `$1${shopAddress}`)
        .replace("{address_id}", address.id)
        .replace("{email}", shopper.email)
        .replace("{provider}", "google")
        .replace(/(\/customer-groups\/)\{id\}/, `$1${group}`)
        .replace(/(\/api-keys\/)\{id\}/, `$1${key}`)
        .replace("{id}", customer);
    },
    /** An example of the document, about records that exist, with an address and credentials that will do. */
    bodyOf(example: unknown, template: string): unknown {
      if (example === undefined) return undefined;
      const email = signsIn(template)
        ? template.includes("/store/")
          ? shopper.email
          : admin.email
        : someEmail();
      const text = JSON.stringify(example)
        .replace(EXAMPLE_ID, (id, prefix) => ids[prefix] ?? id)
        .replaceAll("jane@example.com", email)
        .replace('"Regulars"', JSON.stringify(`Regulars ${crypto.randomUUID()}`));
      return JSON.parse(text);
    },
    /** Headers of a caller who may call it. A session's routes get one of their own, since some end it. */
    async credentialFor({ "x-access": access }: Operation, mount: string) {
      if (access === "open") return {};
      if (access === "customer") return shopper.headers;
      if (access !== "own") return { "x-medusa-access-token": token };
      const path = mount === "v1" ? "/v1/admin/auth/token" : "/v2/auth/user/emailpass";
      const { body } = await call(path, { body: { email: admin.email, password: PASSWORD } });
      return bearer(body.access_token ?? body.token);
    },
  };
}

const SHOP_ADDRESS = {
  first_name: "Jane",
  last_name: "Doe",
  address_1: "12 Harbour Street",
  city: "Boston",
  country_code: "us",
  postal_code: "02110",
};

function signsIn(template: string): boolean {
  return /\/(?:auth|auth\/token|auth\/user\/emailpass)$/.test(template);
}
