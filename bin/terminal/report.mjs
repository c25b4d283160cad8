import { Refusal } from "./refusal.mjs";

/**
 * Tells why a command stops: a sentence for what the reader can act on, a stack for our own faults.
 * @param {unknown} error
 */
export function reportFailure(error) {
  if (!(error instanceof Refusal)) {
    console.error(sentenceFor(error) ?? error);
    return;
  }
  if (error.output.trim()) console.error(`\n${error.output.trimEnd()}`);
  console.error(`\n${error.message}\n`);
}

const SYSTEM_SAYS = {
  EACCES: "this user has no right to it",
  EPERM: "this user has no right to it",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
};

function sentenceFor(error) {
  const reason = SYSTEM_SAYS[error?.code];
  return reason && error.path ? `\n${error.path} cannot be used: ${reason}.\n` : null;
}
