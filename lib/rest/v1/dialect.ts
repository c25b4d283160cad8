import type { Dialect } from "../dialect";
import { authRoutes } from "./auth";
import { customerRoutes } from "./customers";
import { refuse, unauthorized } from "./errors";
import { groupMemberRoutes } from "./group-members";
import { groupRoutes } from "./groups";
import { check } from "./validate";

/** Medusa's first client generation: `@medusajs/medusa-js`, `medusa-react`. */
export const v1: Dialect = {
  routes: [...authRoutes, ...customerRoutes, ...groupRoutes, ...groupMemberRoutes],
  check,
  unauthorized,
  refuse,
};
