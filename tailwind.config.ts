import type { Config } from "tailwindcss";

/** Colours, type and spacing are CSS variables in app/globals.css; this only says where classes are used. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
} satisfies Config;
