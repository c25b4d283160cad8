import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { runCommand } from "../terminal/command.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { whilePreparing } from "./preparing.mjs";

const SOURCES = ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"];

/**
 * Generates the Prisma client when its schema changed.
 * @param {string} root
 * @param {(title: string) => void} say
 */
export async function ensurePrismaClient(root, say) {
  if (!existsSync(path.join(root, "prisma/schema.prisma"))) return say("No database schema yet");
  const stamp = path.join(root, "lib/generated/.clientele-schema");
  const output = path.join(root, "lib/generated/prisma");
  const wanted = fingerprint(root, SOURCES);
  const isFresh = () => readStamp(stamp) === wanted && existsSync(output);
  if (isFresh()) return say("Database client up to date");
  await whilePreparing(root, say, async () => {
    if (isFresh()) return say("Database client up to date");
    say("Generating the database client");
    await runCommand(process.execPath, [prismaProgram(root), "generate"], {
      cwd: root,
      env: { ...process.env, ...engineSubstitute(root), PRISMA_HIDE_UPDATE_MESSAGE: "1" },
      failure: "The database client could not be generated from prisma/schema.prisma: see above.",
    });
    writeStamp(stamp, wanted);
    say("Database client generated");
  });
}

function prismaProgram(root) {
  return path.join(root, "node_modules/prisma/build/index.js");
}

/**
 * Prisma downloads its schema engine at first use, also where it does not need it; behind a proxy
 * that fails. Generating works without. (Never /bin/true: migrating would then "succeed" too.)
 */
function engineSubstitute(root) {
  const engines = path.join(root, "node_modules/@prisma/engines");
  const isThere =
    existsSync(engines) && readdirSync(engines).some((n) => /^schema-engine-/.test(n));
  return isThere ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/false" };
}
