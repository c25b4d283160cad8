import floor from "./floor.json";

export type Part = keyof typeof floor.versions;

/** What is wrong with this version of a part, in one sentence; null when nothing is known to be. */
export function versionFault(part: Part, version: string): string | null {
  const major = Number.parseInt(version, 10);
  if (major <= floor.ended[part]) return `${part} ${major} has ended and gets no security fixes.`;
  const least = (floor.versions[part] as Record<string, string>)[major];
  if (!least || compareVersions(version, least) >= 0) return null;
  return `${part} ${version} lacks the security fixes of ${least}.`;
}

/** Below zero when `a` is older than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (const [index, part] of (right ?? []).entries()) {
    const difference = (left?.[index] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return 0;
}
