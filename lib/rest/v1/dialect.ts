import type { Dialect } from "../dialect";
import { parseQuery } from "../qs";
import { authRoutes } from "./auth";
import { customerRoutes } from "./customers";
import { refuse, unauthorized } from "./errors";
import { groupMemberRoutes } from "./group-members";
import { groupRoutes } from "./groups";
import { storeAddressRoutes } from "./store-addresses";
import { storeAuthRoutes } from "./store-auth";
import { storeCustomerRoutes } from "./store-customers";
import { storePasswordRoutes } from "./store-password";
import { check } from "./validate";

/** Medusa's first client generation: `@medusajs/medusa-js`, `medusa-react`. */
export const v1: Dialect = {
  routes: [
    ...authRoutes,
    ...customerRoutes,
    ...groupRoutes,
    ...groupMemberRoutes,
    ...storeAuthRoutes,
    ...storeCustomerRoutes,
    ...storeAddressRoutes,
    ...storePasswordRoutes,
  ],
  readQuery: parseQuery,
  check,
  unauthorized,
  refuse,
};
