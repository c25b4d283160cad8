import { z } from "zod";

/**
 * Characters that look like nothing: Unicode's blanks but tab and line breaks, the format characters and fillers
 * that are drawn as nothing. As a piece of a character class.
 */
export const INVISIBLE =
  " \\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufeff\\uffa0";

/** Tab and line breaks in the middle of a text are content; alone they are blank. */
const EDGE = new RegExp(`[${INVISIBLE}]`);
const BLANK = new RegExp(`[\\t\\n\\r${INVISIBLE}]`);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Why PostgreSQL or a reader could not keep this text as it is, or null when it can. */
export function textFault(value: string): string | null {
  if (CONTROL.test(value)) return "Remove the control characters; they cannot be stored.";
  if (!value.isWellFormed()) return "Remove the broken characters (half of a surrogate pair).";
  return null;
}

/** Without blanks and invisible characters at the ends; nothing else is touched. */
export function trimBlanks(value: string): string {
  return trimEnds(value, BLANK) === "" ? "" : trimEnds(value, EDGE);
}

/**
 * Without what matches `edge`, a pattern for one character, at the ends. Looks at each character once: a pattern such
 * as `[…]+$` starts anew at each blank, and a long run of them in the middle would hold up the server for seconds.
 */
export function trimEnds(value: string, edge: RegExp): string {
  let start = 0;
  let end = value.length;
  while (start < end && edge.test(value.charAt(start))) start++;
  while (end > start && edge.test(value.charAt(end - 1))) end--;
  return value.slice(start, end);
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
      const fault = textFault(value) ?? lengthFault(value, max);
      if (fault) context.addIssue({ code: "custom", message: fault });
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

/** Counts characters as PostgreSQL does, so that an emoji is one and not two. */
function lengthFault(value: string, max: number): string | null {
  if (value.length <= max) return null;
  const length = [...value].length;
  return length > max
    ? `Use at most ${max} characters (now ${length.toLocaleString("en")}).`
    : null;
}
