import "server-only";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { invalidField } from "../errors";
import { textFault } from "../text";

const SHORTEST = 15;
const LONGEST = 128;
/** zxcvbn's scale: 4 stands for more than 10^10 guesses. */
const ENOUGH = 4;

let estimator: ZxcvbnFactory | undefined;

/**
 * Refuses an admin's password that is short, known or easily guessed, with the reason on `field`.
 * Fifteen characters because there is no second factor (NIST SP 800-63B-4); no rule on kinds of characters.
 * @param about the person's own words (e-mail, names), which must not be the password
 */
export function requireStrongPassword(password: string, about: string[], field = "password"): void {
  const fault = textFault(password);
  if (fault) throw invalidField(field, fault);
  if ([...password].length < SHORTEST)
    throw invalidField(
      field,
      `Use at least ${SHORTEST} characters. A few unrelated words make a good password.`,
    );
  if ([...password].length > LONGEST)
    throw invalidField(field, `Use at most ${LONGEST} characters.`);
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const own = about
    .flatMap((text) => [text, ...text.split(/[@.\s]/)])
    .filter((word) => word.length > 2);
  if (estimator.check(password, [...own, "clientele"]).score < ENOUGH)
    throw invalidField(
      field,
      "This password is among the easily guessed ones. A few unrelated words are better.",
    );
}
