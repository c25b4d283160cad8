import os from "node:os";
import path from "node:path";
import { prepareDataFolder } from "../data/folder.mjs";
import { writeWhole } from "../data/write-once.mjs";
import { connectionUrls, keepAccess, readAccess } from "./access.mjs";
import { postgresAccount } from "./account.mjs";
import { letRead, prepareCluster } from "./cluster.mjs";
import { employGuardian } from "./employ-guardian.mjs";
import { initialise } from "./initialise.mjs";
import { freePort } from "./port.mjs";
import { findPostmaster, stopPostmaster } from "./postmaster.mjs";
import { postgresPrograms } from "./programs.mjs";
import { openDatabase } from "./provision.mjs";
import { setSuperuserPassword } from "./set-password.mjs";
import { hostRules, serverSettings } from "./settings.mjs";

const PORT_TRIES = 3;
const WRONG_PASSWORD = "28P01";

/**
 * Starts a PostgreSQL server of our own over a data folder, which it makes when it is not there.
 * The server ends with this process, however this process ends. Each folder takes one starter at
 * a time: lock it where several may come.
 * @param {{
 *   dataDir: string,
 *   durable?: boolean,
 *   log?: (line: string) => void,
 *   onLost?: (reason: string) => void,
 * }} options `durable: false` is quicker and may lose data when the machine stops: for tests;
 *   `onLost` hears when the server is gone and could not be brought back
 * @returns {Promise<{ url: string, superuserUrl: string, port: number, version: string, stop: () => Promise<void> }>}
 */
export async function startPostgres({
  dataDir,
  durable = true,
  log = () => {},
  onLost = () => {},
}) {
  const home = prepareDataFolder(dataDir);
  const access = readAccess(home);
  const account = postgresAccount([path.join(access.folder ?? home, "data"), home]);
  const cluster = prepareCluster(home, account, access.folder);
  const programs = postgresPrograms(account, cluster.folder);
  keepAccess(home, access);
  const { superuserPassword: password, folder: known } = access;
  await initialise({ cluster, programs, account, password, durable });
  if (!cluster.folder.startsWith(home) && !known) {
    log(
      `PostgreSQL's user cannot reach ${home}: the database itself is kept in ${cluster.folder}.`,
    );
    access.folder = cluster.folder;
  }
  await stopLeftOver(cluster, log);

  const { data, socket, settings, log: logFile } = cluster;
  const task = { postgres: programs.postgres, data, socket, settings, log: logFile, account };
  const start = () =>
    startOnFreePort(async (port) => {
      access.port = port;
      keepAccess(home, access);
      writeSettings(cluster, account, { port, durable });
      return open(task, access, durable, { log, onLost });
    }, access.port);
  try {
    return await start();
  } catch (error) {
    if (error.code !== WRONG_PASSWORD) throw error;
    setSuperuserPassword(task, password);
    return start();
  }
}

async function open(task, access, durable, listeners) {
  const guardian = await employGuardian(task, listeners);
  const urls = connectionUrls(access);
  try {
    const version = await openDatabase({ ...urls, password: access.password, durable });
    return { ...urls, port: access.port, version, stop: guardian.dismiss };
  } catch (error) {
    await guardian.dismiss();
    throw error;
  }
}

async function stopLeftOver(cluster, log) {
  const leftOver = findPostmaster(cluster.data);
  if (!leftOver) return;
  log("A database server of an earlier run was still there; it is stopped and started anew.");
  await stopPostmaster(leftOver);
}

async function startOnFreePort(start, lastPort) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? lastPort : undefined);
    try {
      return await start(port);
    } catch (error) {
      const isTaken = /could not bind|could not create any TCP/i.test(error.message);
      if (!isTaken || attempt === PORT_TRIES) throw error;
    }
  }
}

function writeSettings(cluster, account, { port, durable }) {
  const memory = Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const settings = serverSettings({ ...cluster, port, memory, durable });
  for (const [file, content] of [
    [cluster.settings, settings],
    [cluster.hostRules, hostRules],
  ]) {
    writeWhole(file, content, 0o640);
    if (account) letRead(account, file);
  }
}
