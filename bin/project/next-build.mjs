import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { runCommand } from "../terminal/command.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { whilePreparing } from "./preparing.mjs";

const FOLDERS = ["app", "components", "lib", "public"];
const FILES = ["prisma/schema.prisma", "package.json", "package-lock.json"];
const ROOT_SOURCES = /\.(ts|tsx|mts|js|mjs|cjs)$/;
const NOT_BUILT = /\.test\.tsx?$|^lib\/generated\/|^(vitest|playwright)\.|^next-env\.d\.ts$/;

/** What only the running application may know; a build that needed one would differ by machine. */
const RUNTIME_ONLY = ["DATABASE_URL", "AUTH_SECRET", "CLIENTELE_JWT_SECRET", "NODE_ENV"];

/**
 * Builds the application when its sources changed since the last build.
 * @param {string} root
 * @param {(title: string) => void} say
 */
export async function ensureBuild(root, say) {
  const stamp = path.join(root, ".next", "clientele-build");
  const sources = sourcesOf(root);
  const isFresh = () =>
    readStamp(stamp) === `${sources} ${compilerOptions(root)}` &&
    existsSync(path.join(root, ".next", "BUILD_ID"));
  if (isFresh()) return say("Build up to date");
  await whilePreparing(root, say, async () => {
    if (isFresh()) return say("Build up to date");
    say("Building the application");
    rmSync(stamp, { force: true });
    await build(root);
    // Next may complete tsconfig.json while it builds: what it left there is what was built with.
    writeStamp(stamp, `${sources} ${compilerOptions(root)}`);
    say("Application built");
  });
}

function sourcesOf(root) {
  const atRoot = readdirSync(root).filter((name) => ROOT_SOURCES.test(name));
  return fingerprint(root, [...FOLDERS, ...FILES, ...atRoot], (file) => !NOT_BUILT.test(file));
}

function compilerOptions(root) {
  return fingerprint(root, ["tsconfig.json"]);
}

async function build(root) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of RUNTIME_ONLY) delete env[name];
  await runCommand(
    process.execPath,
    [path.join(root, "node_modules/next/dist/bin/next"), "build"],
    {
      cwd: root,
      env,
      failure: "The build failed: see above.",
    },
  );
}
