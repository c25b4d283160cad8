import { z } from "zod";
import { INVISIBLE, textFault, trimEnds } from "./text";

const EDGE = new RegExp(`[\\s${INVISIBLE}]`);
/** No address is as long, blanks around it included. */
const LONGEST = 2000;
/** Nobody can see these, so two addresses that differ in them look like one. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TLD = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;
const LOCAL = /^[^\s@"(),:;<>[\]\\]+$/;

const HINT = "Enter an e-mail address such as jane@example.com.";
const TOO_LONG = "This address is too long: at most 64 characters before the @ and 254 in all.";

/**
 * The one spelling of an e-mail address: without blanks and invisible characters at the ends, NFC,
 * lower case by Unicode's locale-free rule, the domain in its ASCII form (UTS 46). Not checked here; a text that is too long to be one passes as it is.
 */
export function normalizeEmail(value: string): string {
  if (value.length > LONGEST) return value;
  const text = lowerCase(trimEnds(value, EDGE));
  const at = text.lastIndexOf("@");
  if (at < 1) return text;
  const domain = asciiDomain(text.slice(at + 1));
  return domain === null ? text : `${text.slice(0, at)}@${domain}`;
}

/** Why this (normalised) address is none, or null. Lengths by RFC 5321: local part 64, whole address 254. */
export function emailFault(email: string): string | null {
  const fault = textFault(email);
  if (fault) return fault;
  const at = email.indexOf("@");
  if (at < 0) return email.length > 254 ? TOO_LONG : HINT;
  const local = email.slice(0, at);
  const domain = email.slice(at + 1);
  if (email.length > 254 || local.length > 64) return TOO_LONG;
  if (/\s/.test(email)) return "An e-mail address has no blanks.";
  if (UNSEEN.test(email)) return "Remove the invisible characters; type the address anew.";
  if (!LOCAL.test(local) || local.startsWith(".") || local.endsWith(".") || local.includes(".."))
    return HINT;
  const labels = domain.split(".");
  const tld = labels.at(-1) ?? "";
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || !TLD.test(tld))
    return HINT;
  return null;
}

/** An e-mail address in its normal form. Pure and idempotent: runs in the browser and again on the server. */
export const emailField = z
  .string({ error: HINT })
  .max(LONGEST, TOO_LONG)
  .transform(normalizeEmail)
  .superRefine((email, context) => {
    const fault = emailFault(email);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

/** Lower case can take a composed letter apart and put another together, hence NFC before and after. */
function lowerCase(text: string): string {
  return text.normalize("NFC").toLowerCase().normalize("NFC");
}

/** The platform's URL parser is the UTS 46 implementation at hand in browser and server alike. */
function asciiDomain(domain: string): string | null {
  if (/^[a-z0-9.-]*$/.test(domain)) return domain;
  if (/[\s/\\?#@:%[\]]/.test(domain)) return null;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return null;
  }
}
