import { build } from "rolldown";

let bundle: Promise<string> | undefined;

/** The unmodified client as one script for a page, where it is `Medusa`. */
export function medusaBundle(): Promise<string> {
  bundle ??= build({
    input: "e2e/support/medusa-page.ts",
    platform: "browser",
    write: false,
    output: { format: "iife" },
  }).then(({ output }) => output[0].code);
  return bundle;
}
