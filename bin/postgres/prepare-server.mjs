import path from "node:path";
import { keepAccess } from "./access.mjs";
import { postgresAccount } from "./account.mjs";
import { prepareCluster } from "./cluster.mjs";
import { initialise } from "./initialise.mjs";
import { findPostmaster, stopPostmaster } from "./postmaster.mjs";
import { postgresPrograms } from "./programs.mjs";

/**
 * Gets everything ready that a server needs: its user, its programs and its data, and nobody else
 * working on that data.
 * @param {{
 *   home: string,
 *   access: import("./access.mjs").Access,
 *   durable: boolean,
 *   log: (line: string) => void,
 * }} given
 * @returns {Promise<{ cluster: import("./cluster.mjs").Cluster, task: import("./employ-guardian.mjs").Task }>}
 */
export async function prepareServer({ home, access, durable, log }) {
  const { superuserPassword: password, folder: known } = access;
  const account = postgresAccount([path.join(known ?? home, "data"), home]);
  const cluster = prepareCluster(home, account, known);
  const programs = postgresPrograms(account, cluster.folder);
  // First the password, then the database that asks for it.
  keepAccess(home, access);
  await initialise({ cluster, programs, account, password, durable });
  if (!cluster.folder.startsWith(home) && !known) {
    log(`PostgreSQL's user cannot reach ${home}: the database is kept in ${cluster.folder}.`);
    access.folder = cluster.folder;
  }
  await stopLeftOver(cluster, log);
  const { data, socket, settings, log: logFile } = cluster;
  const task = { postgres: programs.postgres, data, socket, settings, log: logFile, account };
  return { cluster, task };
}

async function stopLeftOver(cluster, log) {
  const leftOver = findPostmaster(cluster.data);
  if (!leftOver) return;
  log("A database server of an earlier run was still there; it is stopped and started anew.");
  await stopPostmaster(leftOver);
}
