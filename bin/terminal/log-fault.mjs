const PLACES = 6;
const LONGEST = 300;

/**
 * One line about an error that nothing foresaw: its name, code, message and places. PostgreSQL and Prisma put values
 * of customers into details and messages, which must not stand in a log.
 * @param {string} where
 * @param {unknown} error
 * @param {object} [more] what else the line should tell
 */
export function logFault(where, error, more = {}) {
  const { name, code, message, stack } = Object(error);
  const place = String(stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, PLACES)
    .map((line) => line.trim());
  const told = tellsValues(Object(error)) ? undefined : firstLine(message);
  console.error(
    JSON.stringify({ level: "error", where, name, code, message: told, place, ...more }),
  );
}

/** A PostgreSQL error has a severity, a Prisma error the version of its client, a driver adapter's its own cause. */
function tellsValues(error) {
  return "severity" in error || "clientVersion" in error || error.name === "DriverAdapterError";
}

function firstLine(message) {
  return typeof message === "string" ? message.split("\n", 1)[0].slice(0, LONGEST) : undefined;
}
