import { endRunningCommands } from "./terminal/command.mjs";
import { logFault } from "./terminal/log-fault.mjs";

// npm and the terminal may both pass on one and the same Ctrl-C.
const SAME_KEYSTROKE_MS = 1_000;
/** Where Next looks for the listener it registers, unless there is one. Its own would print whole errors. */
const NEXT_LISTENER = Symbol.for("next.unhandledRejectionListener");
const SIGNAL_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Ends what was begun, in the opposite order, when the process is asked to stop.
 * @param {{ endsOnFault?: boolean }} [options] while someone works on the code, a fault of it is
 *   only told
 */
export function createLifetime({ endsOnFault = true } = {}) {
  /** @type {(() => Promise<void>)[]} */
  const endings = [];
  let isUp = false;
  let endingSince = 0;

  async function end(code) {
    if (endingSince) return new Promise(() => {});
    endingSince = Date.now();
    endRunningCommands();
    for (const ending of endings.reverse())
      await ending().catch((error) => logFault("ending", error));
    process.exit(code);
  }

  for (const [signal, code] of Object.entries(SIGNAL_CODES)) {
    process.on(signal, () => {
      if (!endingSince) end(isUp ? 0 : code);
      else if (Date.now() - endingSince > SAME_KEYSTROKE_MS) process.exit(code);
    });
  }
  const onException = (error) => {
    logFault("uncaughtException", error);
    if (endsOnFault) end(1);
  };
  process.on("uncaughtException", onException);
  // Work that nobody waited for has failed: told and counted, and everybody else is served on.
  let rejections = 0;
  const onRejection = (error) => logFault("unhandledRejection", error, { count: ++rejections });
  process.on("unhandledRejection", onRejection);
  globalThis[NEXT_LISTENER] = onRejection;
  // A terminal that was closed can no longer be written to.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

  return {
    end,

    get isEnding() {
      return endingSince > 0;
    },

    /** @param {() => Promise<void>} ending */
    beforeEnd: (ending) => endings.push(ending),

    /** From now on being asked to stop is the ordinary end, not a start cut short. */
    isUp() {
      isUp = true;
      // Next's own would print the whole error beside our line
      if (endsOnFault) keepOnly("uncaughtException", onException);
    },
  };
}

function keepOnly(event, listener) {
  for (const other of process.listeners(event)) if (other !== listener) process.off(event, other);
}
