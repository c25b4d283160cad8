import { refuser } from "../refusal";

/** What v2 answers to whoever shows no valid credential. */
export function unauthorized(): Response {
  return Response.json({ message: "Unauthorized" }, { status: 401 });
}

/** A refusal as v2 words it: a duplicate is invalid data. */
export const refuse = refuser({
  duplicate: { status: 400, type: "invalid_data" },
  unauthorized,
  missing: {
    customer: (id) => `Customer with id: ${id} not found`,
    group: (id) => `Customer group with id: ${id} not found`,
    address: (id) => `Customer address with id: ${id} not found`,
  },
});
