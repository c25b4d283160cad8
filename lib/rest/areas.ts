import { env } from "../env";
import type { OriginRule } from "../origin-rules";

/** A part of the API with its own list of pages elsewhere that may call it. */
export type Area = { paths: string[]; origins: () => readonly OriginRule[] };

export const ADMIN: Area = {
  paths: ["/admin/*", "/v1/admin/*", "/v2/admin/*"],
  origins: () => env().CLIENTELE_ADMIN_CORS,
};
export const AUTH: Area = {
  paths: ["/auth/*", "/v2/auth/*"],
  origins: () => env().CLIENTELE_AUTH_CORS,
};
export const STORE: Area = {
  paths: ["/store/*", "/v1/store/*"],
  origins: () => env().CLIENTELE_STORE_CORS,
};
export const AREAS = [ADMIN, AUTH, STORE];
