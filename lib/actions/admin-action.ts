import "server-only";
import { revalidatePath } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { ActionResult } from "../action-result";
import type { Actor, Right } from "../actor";
import { requireActor } from "../auth/guard";
import { parse } from "../parse";
import { asActionFailure } from "./failure";

type Frame<S extends z.ZodType, T> = {
  /** The right it takes; `write` unless told. */
  right?: Right;
  input: S;
  run: (actor: Actor, input: z.output<S>, requestKey?: string) => Promise<T>;
  /** The page that follows. A redirect() in `run` would leave behind what the browser kept of the pages before. */
  leadsTo?: string;
};

/**
 * The door frame of every server action of the desk: mints the actor, parses the input, runs one room function
 * and answers an ActionResult. `requestKey` names one intent of the form, so that a retry does nothing twice.
 */
export function adminAction<S extends z.ZodType, T>(frame: Frame<S, T>) {
  const { right = "write", input, run, leadsTo } = frame;
  return async (raw: z.input<S>, requestKey?: string): Promise<ActionResult<T>> => {
    try {
      const actor = await requireActor(right);
      const key =
        typeof requestKey === "string" && /^[\w-]{8,100}$/.test(requestKey)
          ? requestKey
          : undefined;
      const data = await run(actor, parse(input, raw), key);
      // Whatever the browser kept of any page, for Back too, is asked for anew.
      if (right !== "read") revalidatePath("/", "layout");
      if (leadsTo) redirect(leadsTo);
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      return asActionFailure(error);
    }
  };
}
