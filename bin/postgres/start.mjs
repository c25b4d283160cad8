import os from "node:os";
import { prepareDataFolder } from "../data/folder.mjs";
import { writeWhole } from "../data/write-once.mjs";
import { connectionUrls, keepAccess, readAccess } from "./access.mjs";
import { letRead } from "./cluster.mjs";
import { employGuardian } from "./employ-guardian.mjs";
import { freePort } from "./port.mjs";
import { prepareServer } from "./prepare-server.mjs";
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
export async function startPostgres(options) {
  const { dataDir, durable = true, log = () => {}, onLost = () => {} } = options;
  const home = prepareDataFolder(dataDir);
  const access = readAccess(home);
  const { cluster, task } = await prepareServer({ home, access, durable, log });
  const start = () =>
    onFreePort(access.port, async (port) => {
      access.port = port;
      keepAccess(home, access);
      writeSettings(cluster, task.account, { port, durable });
      const guardian = await employGuardian(task, { log, onLost });
      return open(access, durable, guardian);
    });
  try {
    return await start();
  } catch (error) {
    if (error.code !== WRONG_PASSWORD) throw error;
    setSuperuserPassword(task, access.superuserPassword);
    return start();
  }
}

async function open(access, durable, guardian) {
  const urls = connectionUrls(access);
  try {
    const version = await openDatabase({ ...urls, password: access.password, durable });
    return { ...urls, port: access.port, version, stop: guardian.dismiss };
  } catch (error) {
    await guardian.dismiss();
    throw error;
  }
}

async function onFreePort(lastPort, start) {
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
