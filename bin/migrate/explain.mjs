import { Refusal } from "../terminal/refusal.mjs";

/**
 * Turns PostgreSQL's complaint about a migration into a sentence that says what to do.
 * @param {Error & { code?: string, position?: string }} error
 * @param {import("./files.mjs").MigrationFile} file
 * @param {string} database
 */
export function explain(error, file, database) {
  const sentence = SENTENCES[error.code]?.(error.message, database);
  if (sentence) return new Refusal(sentence);
  if (!error.code) return error;
  const place = file.inTransaction && error.position ? `, line ${lineOf(file.sql, error)}` : "";
  const rest = file.inTransaction ? "left nothing behind" : "goes on from there at the next start";
  return new Refusal(
    `The migration ${file.name} failed and ${rest}${place}: ${error.message} (${error.code}).`,
  );
}

const SENTENCES = {
  42501: (message, database) => {
    const extension = /extension "([^"]+)"/.exec(message)?.[1];
    return extension
      ? `The database user may not create the extension ${extension}: let a superuser run CREATE EXTENSION IF NOT EXISTS ${extension} in the database ${database} once, then start again.`
      : `The database user lacks a right that the migration needs (${message}): it should own the database ${database}.`;
  },
  "0A000": (message) => missingExtension(message),
  "58P01": (message) => missingExtension(message),
  "55P03": () =>
    "Another program holds a lock on a table that has to be changed: end long transactions, then start again.",
};

function missingExtension(message) {
  const extension = /extension "([^"]+)" is not available/.exec(message)?.[1];
  return (
    extension &&
    `The database server lacks the extension ${extension}: install PostgreSQL's contrib package there (postgresql-contrib), then start again.`
  );
}

function lineOf(sql, { position }) {
  return sql.slice(0, Number(position)).split("\n").length;
}
