import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";

const ESCAPES = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const LINES_AT_ONCE = 500;

/**
 * Writes rows by COPY, the fastest way in. All rows have the columns of the first one.
 * @param {import("pg").Client} client
 * @param {string} table
 * @param {Record<string, unknown>[]} rows
 */
export async function copyRows(client, table, rows) {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]);
  const target = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
  await pipeline(Readable.from(chunks(rows, columns)), target);
}

function* chunks(rows, columns) {
  for (let start = 0; start < rows.length; start += LINES_AT_ONCE) {
    let text = "";
    for (const row of rows.slice(start, start + LINES_AT_ONCE)) {
      text += `${columns.map((column) => asText(row[column])).join("\t")}\n`;
    }
    yield text;
  }
}

function asText(value) {
  if (value === null || value === undefined) return "\\N";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]);
}
