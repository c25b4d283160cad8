import "server-only";
import { DomainError } from "./errors";

/**
 * Lets at most `atOnce` pieces of work run at a time and `waiting` more wait for their turn; further ones are
 * refused at once with `busy`.
 */
export function createTurns({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  const queue: (() => void)[] = [];
  let running = 0;

  /** Waits until somebody who is done hands the place over; it is never free in between. */
  function aTurn(): Promise<void> {
    if (queue.length >= waiting)
      throw new DomainError(
        "busy",
        "Too many passwords are being checked or set at once. Try again in a moment.",
        {
          retryAfter: 2,
        },
      );
    return new Promise((resolve) => queue.push(resolve));
  }

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < atOnce) running++;
    else await aTurn();
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}
