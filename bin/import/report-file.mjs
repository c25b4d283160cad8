import { closeSync, fchmodSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { leaveToOwnerOf } from "../data/owner.mjs";

const COLUMNS = ["entity", "rowId", "outcome", "reason", "email"];
const ROWS_AT_ONCE = 500;

/**
 * Writes what is to be told of single rows as a table (CSV) that only its owner may read; no file when there is
 * nothing to tell.
 * @param {{ dataDir: string, name: string, findings: AsyncIterable<Record<string, string | null>> }} given
 * @returns {Promise<{ file: string, rows: number }>}
 */
export async function writeFindings({ dataDir, name, findings }) {
  const folder = path.join(dataDir, "imports");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  leaveToOwnerOf(dataDir, folder);
  const file = path.join(folder, `${name}.csv`);
  const handle = openSync(file, "w", 0o600);
  let rows = 0;
  try {
    fchmodSync(handle, 0o600);
    leaveToOwnerOf(dataDir, handle);
    let text = line(["what", "id", "outcome", "reason", "e-mail"]);
    for await (const finding of findings) {
      text += line(COLUMNS.map((column) => finding[column]));
      rows += 1;
      if (rows % ROWS_AT_ONCE > 0) continue;
      writeSync(handle, text);
      text = "";
    }
    writeSync(handle, text);
  } finally {
    closeSync(handle);
  }
  if (rows === 0) rmSync(file);
  return { file, rows };
}

function line(cells) {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** A table program would take what begins like a formula for one. */
function cell(value) {
  const text = value ?? "";
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
