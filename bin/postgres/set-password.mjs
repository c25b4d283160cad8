import { spawnSync } from "node:child_process";
import { Refusal } from "../terminal/refusal.mjs";
import { runAs } from "./account.mjs";

/**
 * Gives the superuser a password by PostgreSQL's single-user mode, which asks for none: for a
 * database whose postgres.json was lost. No server may be running.
 * @param {import("./employ-guardian.mjs").Task} task
 * @param {string} password
 */
export function setSuperuserPassword({ postgres, data, settings, account }, password) {
  const args = ["--single", "-D", data, "-c", `config_file=${settings}`, "postgres"];
  const { status, stderr, error } = spawnSync(postgres, args, {
    ...runAs(account),
    cwd: data,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    input: `alter role postgres password '${password}'\n`,
    encoding: "utf8",
  });
  if (status === 0 && !/ERROR:/.test(stderr)) return;
  throw new Refusal(
    "The built-in database does not accept its password, nor could it be renewed.",
    {
      output: error?.message ?? stderr,
    },
  );
}
