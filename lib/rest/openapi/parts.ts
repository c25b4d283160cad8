import type { Dialect } from "../dialect";
import { DIALECTS } from "../generation";

/** One client generation's part of the document. */
export type Part = {
  dialect: Dialect;
  /** The mount that fixes this generation. */
  mount: "/v1" | "/v2";
  /** Before the name of each of its components. */
  prefix: "V1" | "V2";
  title: string;
  about: string;
};

export const PARTS: readonly Part[] = [
  {
    dialect: DIALECTS[1],
    mount: "/v1",
    prefix: "V1",
    title: "First generation",
    about: "by @medusajs/medusa-js and medusa-react",
  },
  {
    dialect: DIALECTS[2],
    mount: "/v2",
    prefix: "V2",
    title: "Second generation",
    about: "by @medusajs/js-sdk",
  },
];
