import { build } from "rolldown";

const bundles = new Map<string, Promise<string>>();

/** The unmodified client as one script for a page, where it is `Medusa`. */
export function medusaBundle(): Promise<string> {
  return bundle("e2e/support/medusa-page.ts");
}

/** The unmodified client of the second generation as one script for a page, where it is `MedusaSdk`. */
export function jsSdkBundle(): Promise<string> {
  return bundle("e2e/support/js-sdk-page.ts");
}

/** medusa-react's hooks, each rendered once, as one script for a page, where it is `medusaReactHooks`. */
export function medusaReactBundle(): Promise<string> {
  return bundle("e2e/support/medusa-react-page.tsx");
}

function bundle(input: string): Promise<string> {
  const made =
    bundles.get(input) ??
    build({
      input,
      platform: "browser",
      write: false,
      checks: { moduleLevelDirective: false },
      transform: { define: { "process.env.NODE_ENV": JSON.stringify("production") } },
      output: { format: "iife" },
    }).then(({ output }) => output[0].code);
  bundles.set(input, made);
  return made;
}
