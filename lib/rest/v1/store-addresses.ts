import { z } from "zod";
import { createAddress, deleteAddress, updateAddress } from "../../customers/address-edits";
import { findAddress } from "../../customers/addresses";
import { DomainError } from "../../errors";
import { customerRoute } from "../route";
import { addressFields, addressPartsOf } from "./address-fields";
import { nestedObject, text } from "./rules";
import { profile, profileOf } from "./store-profile";

const TAG = "Store: addresses";

const add = customerRoute({
  method: "POST",
  path: "/store/customers/me/addresses",
  tag: TAG,
  summary: "Adds a shipping address, unless the customer has the same one.",
  body: z.strictObject({
    address: nestedObject({
      ...addressFields,
      first_name: text(),
      last_name: text(),
      address_1: text(),
      city: text(),
      country_code: text(),
      postal_code: text(),
    }),
  }),
  answers: { 200: profile },
  versioned: "given",
  run: async ({ actor, body, once }) => {
    const parts = addressPartsOf(body.address);
    await createAddress(actor, actor.id, parts, { unlessSame: true, once });
    return profileOf(actor);
  },
});

const edit = customerRoute({
  method: "POST",
  path: "/store/customers/me/addresses/:id",
  tag: TAG,
  summary: "Changes the fields of a shipping address that are sent.",
  body: z.strictObject(addressFields),
  answers: { 200: profile },
  versioned: "given",
  run: async ({ actor, params, body, once }) => {
    const id = params.id ?? "";
    const address = await findAddress(actor, actor.id, id);
    if (!address?.listed) throw notTheirs();
    await updateAddress(actor, actor.id, id, addressPartsOf(body), { once }).catch(asNotTheirs);
    return profileOf(actor);
  },
});

const remove = customerRoute({
  method: "DELETE",
  path: "/store/customers/me/addresses/:id",
  tag: TAG,
  summary: "Takes a shipping address away; one that is not there is no mistake.",
  answers: { 200: profile },
  versioned: "given",
  run: async ({ actor, params, once }) => {
    const id = params.id ?? "";
    const address = await findAddress(actor, actor.id, id);
    if (address?.listed) await deleteAddress(actor, actor.id, id, { once });
    return profileOf(actor);
  },
});

export const storeAddressRoutes = [add, edit, remove];

function notTheirs(): DomainError {
  return new DomainError("invalid", "Could not find address for customer");
}

/** It was taken away a moment ago. */
function asNotTheirs(error: unknown): never {
  if (error instanceof DomainError && error.facts?.noun === "address") throw notTheirs();
  throw error;
}
