import { z } from "zod";

/** Blanks and invisible characters that look like nothing at the ends of a value. Tab and line breaks are content. */
const EDGE_BLANKS =
  /^[ \u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\u3164\ufeff]+|[ \u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\u3164\ufeff]+$/g;
const ONLY_BLANKS = /^[\s\u200b-\u200f\u2060-\u2064\u3164\ufeff]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Why PostgreSQL or a reader could not keep this text as it is, or null when it can. */
export function textFault(value: string): string | null {
  if (CONTROL.test(value)) return "Remove the control characters; they cannot be stored.";
  if (!value.isWellFormed()) return "Remove the broken characters (half of a surrogate pair).";
  return null;
}

/** Without blanks and invisible characters at the ends; nothing else is touched. */
export function trimBlanks(value: string): string {
  return ONLY_BLANKS.test(value) ? "" : value.replace(EDGE_BLANKS, "");
}

/**
 * An optional line of text: kept character for character but for blanks at the ends;
 * blank becomes null. Refuses control characters, broken surrogates and more than `max` characters.
 */
export function optionalText(max: number) {
  return z
    .string({ error: "Enter text." })
    .transform(trimBlanks)
    .superRefine((value, context) => {
      const fault = textFault(value);
      if (fault) context.addIssue({ code: "custom", message: fault });
      if (value.length > max)
        context.addIssue({
          code: "custom",
          message: `Use at most ${max} characters (now ${value.length.toLocaleString("en")}).`,
        });
    })
    .transform((value) => (value === "" ? null : value))
    .nullable();
}

/** Like optionalText, but something must be there. */
export function requiredText(max: number, message: string) {
  return optionalText(max).transform((value, context) => {
    if (value !== null) return value;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}
