import { randomUUID } from "node:crypto";

const REQUEST_ID = /^[\w.:-]{8,80}$/;
const FORWARDED = /^(forwarded|x-forwarded-|x-real-ip$)/;

// A visitor may not speak in our name, nor in that of Next's inner parts.
const NOT_FROM_OUTSIDE =
  /^(x-clientele-|x-middleware-|content-security-policy(-report-only)?$|proxy(-connection)?$)/;

/**
 * Takes out of a request what only we may say, and puts in what the application relies on.
 * @param {import("node:http").IncomingMessage} request
 * @param {ReturnType<import("./visitor.mjs").visitorOf>} visitor
 * @returns {string} the request's id
 */
export function cleanRequest(request, visitor) {
  const { headers } = request;
  for (const name of Object.keys(headers)) {
    if (NOT_FROM_OUTSIDE.test(name) || FORWARDED.test(name)) delete headers[name];
  }
  const given = headers["x-request-id"];
  const id = typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
  headers["x-request-id"] = id;
  headers["x-clientele-address"] = visitor.address;
  headers["x-clientele-proto"] = visitor.proto;
  headers["x-forwarded-for"] = visitor.address;
  headers["x-forwarded-proto"] = visitor.proto;
  if (visitor.host) headers["x-forwarded-host"] = visitor.host;
  return id;
}
