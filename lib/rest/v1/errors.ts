import { refuser } from "../refusal";

/** The bare text that v1 answers to whoever shows no valid credential. */
export function unauthorized(): Response {
  return new Response("Unauthorized", {
    status: 401,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

/** A refusal as v1 words it. */
export const refuse = refuser({
  duplicate: { status: 422, type: "duplicate_error", code: "invalid_request_error" },
  unauthorized,
  missing: {
    customer: (id) => `Customer with id: ${id} was not found`,
    group: (id) => `CustomerGroup with id ${id} was not found`,
  },
});
