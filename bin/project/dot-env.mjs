import { existsSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "./root.mjs";

/**
 * Reads the file `.env` where there is one. What the environment already says wins.
 */
export function loadDotEnv(file = path.join(projectRoot, ".env")) {
  if (existsSync(file)) process.loadEnvFile(file);
}
