import { z } from "zod";

/** An origin that is allowed by name, or a pattern for several. */
export type OriginRule = string | RegExp;

const RULE = /\/(?:[^/\\]|\\.)+\/[a-z]*|[^,]+/g;

/** A comma separated list of exact origins and `/patterns/`, as Medusa's CORS settings are written. */
export const originRules = z
  .string()
  .default("")
  .transform((list, context): OriginRule[] =>
    (list.match(RULE) ?? [])
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => {
        const rule = part.startsWith("/") ? pattern(part) : exact(part);
        if (rule) return rule;
        context.addIssue({
          code: "custom",
          message: `"${part}" should be an origin such as https://desk.example.com, without a path, or a /pattern/`,
        });
        return z.NEVER;
      }),
  );

/** True when a rule allows this origin. `null`, which any sandboxed page may send, is never allowed. */
export function isAllowedOrigin(origin: string, rules: readonly OriginRule[]): boolean {
  if (origin === "null") return false;
  return rules.some((rule) => (typeof rule === "string" ? rule === origin : rule.test(origin)));
}

function exact(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { origin, href } = new URL(text);
  return origin !== "null" && href === `${origin}/` ? origin : null;
}

function pattern(text: string): RegExp | null {
  const end = text.lastIndexOf("/");
  try {
    return new RegExp(text.slice(1, end), text.slice(end + 1).replace(/[gy]/g, ""));
  } catch {
    return null;
  }
}
