import { createAddress } from "../customers/address-edits";
import { createCustomer } from "../customers/customers";
import { db } from "../db";
import { createGroup } from "../groups/groups";
import type { Operation } from "../openapi/schema";
import { createApiKey, revokeApiKey } from "../team/api-keys";
import { anAdmin } from "./actors";
import { anAdminWithPassword, call, client, PASSWORD, someEmail } from "./rest-client";
import { aShopper, bearer } from "./store-client";

const EXAMPLE_ID = /\b(cus|cgrp|addr|apk|usr)_01JDK3W0C8Q5TZ7V9XB2N4M6PR\b/g;

/** Records that exist and callers who may call, for requests that a document describes. */
export async function aWorld() {
  await db().attemptLimit.deleteMany();
  const actor = await anAdmin();
  const mark = `mark${crypto.randomUUID()}`;
  const { id: customer } = await createCustomer(actor, {
    email: someEmail(),
    firstName: mark,
  });
  const { id: group } = await createGroup(actor, { name: `Group ${crypto.randomUUID()}` });
  const { id: key } = await createApiKey(actor, { title: "Other", access: "read" });
  const address = await createAddress(actor, customer, { city: "Boston" });
  const shopper = await aShopper({}, "token");
  const added = await shopper.send("/store/customers/me/addresses", {
    body: { address: SHOP_ADDRESS },
  });
  const shopAddress = String(added.body.customer?.shipping_addresses?.[0]?.id);
  const admin = await anAdminWithPassword("owner");
  const { token } = await client("write");
  const ids: Record<string, string> = { cus: customer, cgrp: group, addr: address.id, apk: key };
  const sessions = new Map<string, Record<string, string>>();

  return {
    ids,
    shopper,
    /** Stands in the customer, and in no answer to whom it is closed to. */
    mark,
    /** What must have happened before an operation can succeed. */
    async prepare({ operationId }: Operation): Promise<void> {
      if (operationId === "v2-delete-admin-api-keys-id") await revokeApiKey(actor, key);
    },
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
    /** Headers of a caller who may call it: a token's where one does, else those of a session. */
    async credentialFor(operation: Operation, mount: string): Promise<Record<string, string>> {
      const { "x-access": access, "x-bare-path": path, operationId } = operation;
      if (access === "open") return {};
      if (access === "customer") return shopper.headers;
      if (access !== "own" && !/\/(?:api-keys|users\/me)/.test(path))
        return { "x-medusa-access-token": token };
      const ends = /-delete-.*auth/.test(operationId);
      const session = (!ends && sessions.get(mount)) || (await signedIn(mount, admin.email));
      sessions.set(mount, session);
      return session;
    },
  };
}

async function signedIn(mount: string, email: string): Promise<Record<string, string>> {
  const path = mount === "v1" ? "/v1/admin/auth/token" : "/v2/auth/user/emailpass";
  const { body } = await call(path, { body: { email, password: PASSWORD } });
  return bearer(body.access_token ?? body.token);
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
