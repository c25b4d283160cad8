import type { Dialect } from "../dialect";
import { apiKeyRoutes } from "./api-keys";
import { authRoutes } from "./auth";
import { refuse, unauthorized } from "./errors";
import { passwordRoutes } from "./password";
import { userRoutes } from "./users";
import { check } from "./validate";

/** Medusa's second client generation: `@medusajs/js-sdk`. */
export const v2: Dialect = {
  routes: [...authRoutes, ...passwordRoutes, ...userRoutes, ...apiKeyRoutes],
  check,
  unauthorized,
  refuse,
};
