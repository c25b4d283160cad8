import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { postgresAccount, runAs } from "../postgres/account.mjs";
import { freePort } from "../postgres/port.mjs";
import { Refusal } from "../terminal/refusal.mjs";

const DEBIAN = "/usr/lib/postgresql";
const OLDEST = 15;

/**
 * The newest PostgreSQL programs that this system brings, 15 or newer.
 * @returns {{ folder: string, version: string } | null}
 */
export function findSystemPostgres() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const [newest] = versions
    .filter((version) => Number(version) >= OLDEST)
    .filter((version) => existsSync(path.join(DEBIAN, version, "bin/initdb")))
    .sort((a, b) => Number(b) - Number(a));
  return newest ? { folder: path.join(DEBIAN, newest, "bin"), version: newest } : null;
}

/**
 * Starts a throw-away server with the system's programs, reachable from this machine only.
 * @param {string} folder of the programs
 * @returns {Promise<{ superuserUrl: string, stop: () => Promise<void> }>}
 */
export async function startSystemPostgres(folder) {
  const account = postgresAccount([]);
  const home = mkdtempSync(path.join(os.tmpdir(), "clientele-system-"));
  const password = randomBytes(16).toString("hex");
  const passwordFile = path.join(home, "password");
  const data = path.join(home, "data");
  writeFileSync(passwordFile, password);
  for (const place of [home, passwordFile]) {
    if (account) chownSync(place, account.uid, account.gid);
  }
  const as = { ...runAs(account), cwd: home, stdio: "pipe" };
  execFileSync(
    path.join(folder, "initdb"),
    [
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      "--pwfile",
      passwordFile,
    ],
    as,
  );
  const port = await freePort();
  const args = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", home, "-c", "fsync=off"];
  const server = spawn(path.join(folder, "postgres"), args, {
    ...as,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await isReady(server);
  return {
    superuserUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function isReady(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (chunk) => {
      said += chunk;
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () =>
      reject(new Refusal("The system's PostgreSQL did not start.", { output: said })),
    );
  });
}
