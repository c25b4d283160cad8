import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const lifetime = new URL("./lifetime.mjs", import.meta.url).href;

/** What a process with a lifetime of its own prints, and how it ends. */
async function lifeOf(script: string) {
  const text = `import { createLifetime } from ${JSON.stringify(lifetime)};
    const lifetime = createLifetime();
    ${script}`;
  const ended = await run(process.execPath, ["--input-type=module", "--eval", text]).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  const lines = ended.stderr.trim().split("\n").filter(Boolean);
  return { code: "code" in ended ? ended.code : 0, out: ended.stdout.trim(), lines };
}

it("a rejection that nobody handles is told and counted, and the process goes on", async () => {
  const { code, out, lines } = await lifeOf(`
    const fault = () => Object.assign(new Error("x"), { severity: "ERROR", detail: "ada@example.com" });
    Promise.reject(fault());
    Promise.reject(fault());
    setTimeout(() => { console.log("still here"); lifetime.end(0); }, 50);
  `);
  expect([code, out]).toEqual([0, "still here"]);
  expect(lines.map((line) => JSON.parse(line).count)).toEqual([1, 2]);
  expect(lines.join()).not.toContain("ada@example.com");
});

it("Next registers no listener of its own beside it", async () => {
  const { out } = await lifeOf(`
    const { createRequire } = await import("node:module");
    const require = createRequire(${JSON.stringify(import.meta.url)});
    require("next/dist/server/node-environment-extensions/process-error-handlers")
      .installProcessErrorHandlers(false);
    lifetime.isUp();
    console.log(process.listenerCount("unhandledRejection"), process.listenerCount("uncaughtException"));
    lifetime.end(0);
  `);
  expect(out).toBe("1 1");
});

it("an exception that nobody caught ends the process, without a value of anybody", async () => {
  const { code, lines } = await lifeOf(`
    setTimeout(() => { throw Object.assign(new Error("x"), { severity: "ERROR", detail: "ada@example.com" }); }, 1);
    setTimeout(() => {}, 5_000);
  `);
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("ada@example.com");
});
