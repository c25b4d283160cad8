import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^"';]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;
const TYPE_ONLY = /(?:^|\n)\s*(?:import|export)\s+type\s[^"';]*?\sfrom\s*["']([^"']+)["']/g;

export type SourceFile = { path: string; text: string; imports: string[]; packages: string[] };

/** Every hand-written source file below these folders of the project, with what it imports at run time (project paths without ending). */
export function sourceFiles(folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.d\.ts$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes("generated/"))
    .map(read);
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), "utf8");
  const erased = new Set([...text.matchAll(TYPE_ONLY)].map((match) => match[1]));
  const all = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? "");
  const runtime = all.filter((name) => !erased.has(name));
  const own = (name: string) => name.startsWith(".") || name.startsWith("@/");
  return {
    path,
    text,
    imports: all.filter(own).map((name) => resolve(path, name)),
    packages: runtime.filter((name) => !own(name)),
  };
}

function resolve(from: string, name: string): string {
  const path = name.startsWith("@/") ? name.slice(2) : join(dirname(from), name);
  return normalize(path).replace(/\.(?:tsx?|mjs)$/, "");
}
