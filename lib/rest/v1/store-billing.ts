import { z } from "zod";
import { notFound } from "../../errors";
import { addressFields, addressPartsOf } from "./address-fields";

const parts = z.strictObject(addressFields);
type Given = z.output<typeof parts> | string | null | undefined;

/** An address, or the id of one. Whatever else comes is told as class-validator's `IsType` does: in JSON. */
export const addressOrId = () =>
  z.union([z.string(), parts], {
    error: (issue) =>
      JSON.stringify({
        message: `${String(issue.path?.at(-1) ?? "")} must be one of: AddressPayload,String`,
        details: {
          AddressPayload: problemsOf(issue.input),
          String: ["String validation failed: this is not a string"],
        },
      }),
  });

/** What the room takes for it. Throws `not_found` for what can be no id. */
export function billingOf(given: Given) {
  if (given === undefined || given === null) return given;
  if (typeof given !== "string") return { parts: addressPartsOf(given) };
  if (given.length === 0 || given.length > 100) throw notFound("address", given.slice(0, 100));
  return { id: given };
}

function problemsOf(input: unknown): string[] {
  return parts.safeParse(input).error?.issues.map((issue) => issue.message) ?? [];
}
