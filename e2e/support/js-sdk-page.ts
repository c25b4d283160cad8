import MedusaSdk from "@medusajs/js-sdk";

// The entry of a bundle that a test puts into a page.
Object.assign(globalThis, { MedusaSdk });
