import type { Refusal, Says } from "../dialect";
import { refuse as refuseV1 } from "../v1/errors";

export function unauthorized(): Response {
  return Response.json({ message: "Unauthorized" }, { status: 401 });
}

export function refuse(refusal: Refusal | null, says: Says = {}): Response {
  const response = refuseV1(refusal, says);
  return response.status === 401 ? unauthorized() : response;
}
