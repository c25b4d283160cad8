import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { percentile } from "./measure.mjs";

const FILE = fileURLToPath(new URL("../docs/performance.md", import.meta.url));

/**
 * @param {{ name: string, ours: { times: number[], rate?: number }, bare: { times: number[], rate?: number } }[]} results
 */
export function tableOf(results) {
  const rows = results.map(({ name, ours, bare }) => {
    const [p50, bare50] = [percentile(ours.times, 0.5), percentile(bare.times, 0.5)];
    return [
      name,
      ms(p50),
      ms(percentile(ours.times, 0.95)),
      ms(bare50),
      ms(percentile(bare.times, 0.95)),
      `**${(p50 / bare50).toFixed(1)}×**`,
      ours.rate ? Math.round(ours.rate) : "",
      bare.rate ? Math.round(bare.rate) : "",
      ours.rate ? `${Math.round((100 * ours.rate) / bare.rate)} %` : "",
    ];
  });
  const head = [
    "",
    "p50 ms",
    "p95 ms",
    "bare p50",
    "bare p95",
    "p50 ratio",
    "answers/s at 16",
    "bare",
    "share",
  ];
  return [head, ["---", ...Array(8).fill("---:")], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** What the figures were taken on; ratios are what counts. */
export function describeRun({ customers, postgres, memory }) {
  const cpu = os.cpus();
  return [
    `${new Date().toISOString().slice(0, 10)}, commit ${commit()}, ${customers.toLocaleString("en")} customers.`,
    `${cpu.length} cores (${cpu[0]?.model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, PostgreSQL ${postgres}; load before the run ${os.loadavg()[0].toFixed(1)}.`,
    `The server's memory at the end: ${memory} MB.`,
  ].join(" ");
}

/** Puts a text between the markers of its size in docs/performance.md. */
export function writeReport(customers, text) {
  const [open, close] = [`<!-- bench ${customers} -->`, "<!-- /bench -->"];
  if (!existsSync(FILE)) return false;
  const page = readFileSync(FILE, "utf8");
  const [start, end] = [page.indexOf(open), page.indexOf(close, page.indexOf(open))];
  if (start < 0 || end < 0) return false;
  writeFileSync(FILE, `${page.slice(0, start + open.length)}\n${text}\n${page.slice(end)}`);
  return true;
}

function ms(value) {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function commit() {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}
