import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectionUrls, readAccess } from "../../bin/postgres/access.mjs";
import { freePort } from "../../bin/postgres/port.mjs";

export type Instance = {
  url: string;
  port: number;
  dataDir: string;
  /** The application's database. */
  databaseUrl: () => string;
  /** Everything printed so far. */
  output: () => string;
  process: ChildProcess;
  /** Ends it as Ctrl-C would, or with another signal, and waits until it is gone. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/**
 * Starts a Clientele of its own with `npm start`'s launcher: own port, own data folder (or a given one, to start again),
 * own database unless `env.DATABASE_URL` names one. Resolves when it says that it is ready.
 */
export async function startInstance(
  options: { dataDir?: string; port?: number; env?: Record<string, string>; args?: string[] } = {},
): Promise<Instance> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "clientele-instance-"));
  const port = options.port ?? (await freePort(undefined));
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["bin/start.mjs", ...(options.args ?? [])], {
    env: {
      ...cleanEnvironment(),
      PORT: String(port),
      CLIENTELE_DATA_DIR: dataDir,
      CLIENTELE_URL: url,
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  await ready(child, () => text);
  return {
    url,
    port,
    dataDir,
    process: child,
    databaseUrl: () => options.env?.DATABASE_URL ?? connectionUrls(readAccess(dataDir)).url,
    output: () => text,
    stop: (signal = "SIGTERM") => end(child, signal),
  };
}

/** Stops an instance and forgets its data. */
export async function removeInstance(instance: Instance): Promise<void> {
  await instance.stop();
  await rm(instance.dataDir, { recursive: true, force: true });
}

async function ready(child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + 120_000;
  while (!/Ready on http/.test(output())) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`The instance did not start:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }
  return child.exitCode;
}

/** What the run's own server was told must not reach another one. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const {
    DATABASE_URL,
    CLIENTELE_OWNER_EMAIL,
    CLIENTELE_OWNER_PASSWORD,
    AUTH_SECRET,
    AUTH_URL,
    ...rest
  } = process.env;
  return rest;
}
