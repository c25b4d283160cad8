import type { Route } from "../dialect";

type Requirement = Record<string, string[]>;

export const SECURITY_SCHEMES = {
  apiToken: {
    type: "apiKey",
    in: "header",
    name: "x-medusa-access-token",
    description: "A token (`sk_…`) made under Settings → API tokens, for reading or for writing.",
  },
  secretKey: {
    type: "http",
    scheme: "basic",
    description: "The same token as the user name, without a password.",
  },
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "What a token route of the sign-in answers; good for 24 hours.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "connect.sid",
    description:
      "Set by a sign-in, for 10 hours. The session of the desk does as well. A write with a cookie must come from a page of ours or of an allowed origin.",
  },
  customerBearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "A customer's own, from the store's sign-in; good for 30 days.",
  },
  customerSession: {
    type: "apiKey",
    in: "cookie",
    name: "connect.sid",
    description: "A customer's own session, set by the store's sign-in.",
  },
};

const ADMIN: Requirement[] = [{ apiToken: [] }, { secretKey: [] }, { bearer: [] }, { session: [] }];
const CUSTOMER: Requirement[] = [{ customerBearer: [] }, { customerSession: [] }];

/** Each of these credentials is enough. */
export function securityOf({ access }: Route): Requirement[] {
  if (access === "open") return [];
  return access === "customer" ? CUSTOMER : ADMIN;
}

/** Who may call it, in a sentence for people. */
export const NEEDS: Record<Route["access"], string> = {
  open: "Anybody may call it.",
  customer: "For a signed-in customer, about themselves.",
  read: "Needs a credential that may read.",
  own: "Needs a credential.",
  write: "Needs a credential that may write.",
  team: "Needs the credential of an owner.",
};
