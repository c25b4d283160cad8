import "server-only";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { invalidField } from "../errors";

/** zxcvbn's scale: 4 stands for more than 10^10 guesses. */
const ENOUGH = 4;

let estimator: ZxcvbnFactory | undefined;

/**
 * Refuses an admin's password that is known or easily guessed, with the reason on `password`.
 * @param about the person's own words (e-mail, names), which must not be the password
 */
export function requireStrongPassword(password: string, about: string[]): void {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const own = about
    .flatMap((text) => [text, ...text.split(/[@.\s]/)])
    .filter((word) => word.length > 2);
  if (estimator.check(password, [...own, "clientele"]).score >= ENOUGH) return;
  throw invalidField(
    "password",
    "This password is among the easily guessed ones. A few unrelated words are better.",
  );
}
