import Medusa from "@medusajs/medusa-js";

// The entry of a bundle that a test puts into a page.
Object.assign(globalThis, { Medusa });
