import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { whilePreparing } from "./preparing.mjs";

const SOURCES = ["bin/project/program.mjs", "lib", "tsconfig.json", "package-lock.json"];
/** Packages with files of their own beside the code. */
const IN_PLACE = /^(?:node:|pg$|@prisma\/|@node-rs\/)/;
const FOLDER = "lib/generated/programs";

/**
 * Makes one script of a file of `lib` and all that it imports, so that a command of the launcher runs the same rules
 * as the application; again only when something of it changed.
 * @param {string} root
 * @param {string} entry such as `lib/medusa-import/run.ts`
 * @param {(title: string) => void} say
 * @returns {Promise<any>} what the file exports
 */
export async function loadProgram(root, entry, say) {
  const name = entry.replaceAll("/", "-").replace(/\.ts$/, "");
  const script = path.join(root, FOLDER, `${name}.mjs`);
  const stamp = `${script}.stamp`;
  const wanted = fingerprint(root, SOURCES, counts);
  const isFresh = () => readStamp(stamp) === wanted;
  if (!isFresh())
    await whilePreparing(root, say, async () => {
      if (isFresh()) return;
      await makeScript({ root, entry, script });
      writeStamp(stamp, wanted);
    });
  return import(pathToFileURL(script).href);
}

async function makeScript({ root, entry, script }) {
  const { build } = await import("rolldown");
  mkdirSync(path.dirname(script), { recursive: true });
  await build({
    input: path.join(root, entry),
    cwd: root,
    platform: "node",
    logLevel: "silent",
    external: IN_PLACE,
    resolve: { conditionNames: ["react-server", "import", "node", "default"] },
    output: { file: script, format: "esm", codeSplitting: false },
  });
}

function counts(file) {
  return !file.startsWith(`${FOLDER}/`) && !/\.test\.tsx?$/.test(file);
}
