const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const CLEAR_LINE = "\r\x1b[K";
const TITLE_WIDTH = 44;
const FIRST_SIGN_MS = 4_000;
const NEXT_SIGN_MS = 20_000;

/**
 * Runs steps one after another and gives each one calm line with its time.
 * @param {NodeJS.WriteStream} [out]
 */
export function createSteps(out = process.stdout) {
  return {
    /**
     * @template T
     * @param {string} title what is being done, shown while it lasts
     * @param {(say: (title: string) => void) => Promise<T> | T} work may rename the line as it goes
     * @param {{ speaks?: boolean }} [options] `speaks`: the work prints for itself, so we keep still
     * @returns {Promise<T>}
     */
    async run(title, work, { speaks = false } = {}) {
      const started = performance.now();
      let line = title;
      const life = speaks ? announce(out, title) : showLife(out, () => line, started);
      try {
        const result = await work((next) => {
          line = next;
        });
        life.stop();
        out.write(`${finished("✓", 32, line, started, out)}\n`);
        return result;
      } catch (error) {
        life.stop();
        out.write(`${finished("✗", 31, line, started, out)}\n`);
        throw error;
      }
    },

    /** @param {string} text */
    note(text) {
      out.write(`  ${paint("!", 33, out)} ${text}\n`);
    },
  };
}

function announce(out, title) {
  out.write(`\n  … ${title}\n`);
  return { stop() {} };
}

function showLife(out, line, started) {
  if (!out.isTTY || process.env.CI) return showLifeInLines(out, line, started);
  const write = out.write;
  const clear = () => write.call(out, CLEAR_LINE);
  // What others print meanwhile gets a line of its own.
  out.write = (...args) => {
    clear();
    return write.apply(out, args);
  };
  let frame = 0;
  const timer = setInterval(() => {
    frame = (frame + 1) % FRAMES.length;
    write.call(out, `${CLEAR_LINE}  ${FRAMES[frame]} ${line()} ${seconds(started)}`);
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      out.write = write;
      clear();
    },
  };
}

function showLifeInLines(out, line, started) {
  let timer = setTimeout(tell, FIRST_SIGN_MS);
  function tell() {
    out.write(`  … ${line()} ${seconds(started)}\n`);
    timer = setTimeout(tell, NEXT_SIGN_MS);
  }
  return { stop: () => clearTimeout(timer) };
}

function finished(mark, colour, line, started, out) {
  return `  ${paint(mark, colour, out)} ${line.padEnd(TITLE_WIDTH)} ${seconds(started).padStart(8)}`;
}

function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

function paint(text, colour, out) {
  return out.isTTY && !process.env.NO_COLOR ? `\x1b[${colour}m${text}\x1b[0m` : text;
}
