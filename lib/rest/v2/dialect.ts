import type { Dialect } from "../dialect";
import { parseQuery } from "../qs";
import { addressRoutes } from "./addresses";
import { apiKeyRoutes } from "./api-keys";
import { authRoutes } from "./auth";
import { customerRoutes } from "./customers";
import { refuse, unauthorized } from "./errors";
import { groupRoutes } from "./groups";
import { passwordRoutes } from "./password";
import { userRoutes } from "./users";
import { check } from "./validate";

/** Conditions within conditions need a few. */
const MOST_LEVELS = 12;

/** Medusa's second client generation: `@medusajs/js-sdk`. */
export const v2: Dialect = {
  routes: [
    ...authRoutes,
    ...passwordRoutes,
    ...userRoutes,
    ...apiKeyRoutes,
    ...customerRoutes,
    ...addressRoutes,
    ...groupRoutes,
  ],
  readQuery: (search) => parseQuery(search, { levels: MOST_LEVELS, dots: true }),
  check,
  unauthorized,
  refuse,
};
