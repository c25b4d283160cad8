import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process began, as a text that no later process of the same number shares.
 * A number alone says little: numbers are used again, soonest inside a container.
 * @param {number} pid
 * @returns {string | null} null when there is no such process, or only its remains (a zombie)
 */
export function processBirth(pid) {
  return process.platform === "linux" ? birthFromProc(pid) : birthFromPs(pid);
}

/**
 * @param {{ pid: number, birth: string | null }} known
 */
export function isStillRunning({ pid, birth }) {
  return birth !== null && processBirth(pid) === birth;
}

function birthFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in brackets, may hold blanks and brackets itself: count from its end.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${bootId()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function birthFromPs(pid) {
  try {
    const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    return line === "" || line.startsWith("Z") ? null : line.replace(/^\S+\s+/, "");
  } catch {
    return null;
  }
}

function bootId() {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}
