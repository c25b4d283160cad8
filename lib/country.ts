import countries from "i18n-iso-countries/index";
import english from "i18n-iso-countries/langs/en.json";
import { z } from "zod";
import { trimBlanks } from "./text";

countries.registerLocale(english);

/** The English name of an ISO 3166-1 alpha-2 code in any case, or null when there is no such country. */
export function countryName(code: string): string | null {
  return /^[a-z]{2}$/i.test(code) ? (countries.getName(code, "en") ?? null) : null;
}

/** A country's ISO 3166-1 alpha-2 code in any case, kept in lower case; blank becomes null. */
export const countryField = z
  .string({ error: "Enter a country code." })
  .transform((value) => trimBlanks(value).toLowerCase() || null)
  .refine((code) => code === null || countryName(code) !== null, {
    error: "Use a country's two-letter code, such as de or us.",
  })
  .nullable();
