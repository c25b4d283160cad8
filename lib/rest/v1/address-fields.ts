import type { z } from "zod";
import { countryName } from "../../country";
import { DomainError } from "../../errors";
import { freeObject, text } from "./rules";

/** The parts of an address as v1 writes them, in the order in which their failures are told. */
export const addressFields = {
  first_name: text().nullish(),
  last_name: text().nullish(),
  phone: text().nullish(),
  metadata: freeObject().nullish(),
  company: text().nullish(),
  address_1: text().nullish(),
  address_2: text().nullish(),
  city: text().nullish(),
  country_code: text().nullish(),
  province: text().nullish(),
  postal_code: text().nullish(),
};

type Fields = { [Name in keyof typeof addressFields]?: z.output<(typeof addressFields)[Name]> };

/** The same parts in the room's words. Throws `not_found` for a country that does not exist. */
export function addressPartsOf(fields: Fields) {
  return {
    firstName: fields.first_name,
    lastName: fields.last_name,
    phone: fields.phone,
    metadata: fields.metadata,
    company: fields.company,
    address1: fields.address_1,
    address2: fields.address_2,
    city: fields.city,
    countryCode: knownCountry(fields.country_code),
    province: fields.province,
    postalCode: fields.postal_code,
  };
}

function knownCountry(code: string | null | undefined): string | null | undefined {
  if (code === null || code === undefined || countryName(code) !== null) return code;
  throw new DomainError(
    "not_found",
    `Country with country_code ${code.slice(0, 100).toLowerCase()} does not exist.`,
  );
}
