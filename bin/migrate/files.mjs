import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const OUTSIDE_TRANSACTION = "-- clientele: no transaction";

/**
 * @typedef {{ name: string, sql: string, checksum: string, inTransaction: boolean }} MigrationFile
 */

/**
 * @param {string} dir
 * @returns {MigrationFile[]} in the order in which they apply
 */
export function readMigrations(dir) {
  return readdirSync(dir)
    .filter((name) => existsSync(path.join(dir, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(dir, name, "migration.sql"), "utf8");
      return {
        name,
        sql,
        checksum: createHash("sha256").update(sql).digest("hex"),
        inTransaction: sql.split("\n", 1)[0].trim() !== OUTSIDE_TRANSACTION,
      };
    });
}
