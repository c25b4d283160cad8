import { readFileSync } from "node:fs";
import { connect } from "../bin/postgres/connect.mjs";
import { freePort } from "../bin/postgres/port.mjs";
import { readArguments } from "./arguments.mjs";
import { listCases } from "./cases.mjs";
import { underChangeSet } from "./change-set.mjs";
import { cleanUp, makeToken } from "./database.mjs";
import { createClient, crowd, visit } from "./measure.mjs";
import { startPrepared } from "./prepare.mjs";
import { startScript } from "./processes.mjs";
import { describeRun, tableOf, writeReport } from "./report.mjs";
import { checkSameAnswers } from "./same-answers.mjs";

const options = readArguments();
const ours = await startPrepared(options);
const endings = [ours.stop];
try {
  await bench();
} finally {
  for (const end of endings.reverse()) await end();
}

async function bench() {
  const database = await connect(ours.databaseUrl);
  const port = String(await freePort());
  const bare = await startScript(["bench/bare-server.mjs"], {
    DATABASE_URL: ours.databaseUrl,
    PORT: port,
  });
  endings.push(bare.stop);
  const token = await makeToken(database);
  endings.push(async () => {
    await cleanUp(database);
    await database.end();
  });
  const sides = [
    { side: "ours", url: ours.url, token },
    { side: "bare", url: `http://localhost:${port}`, token },
  ].map((given) => ({ ...given, client: createClient(given) }));
  const cases = listCases(await sample(database)).filter(({ name }) => options.only.test(name));
  await checkSameAnswers(cases, ...sides.map(({ client }) => client));

  const results = cases.map(({ name }) => ({ name, ours: { times: [] }, bare: { times: [] } }));
  const change = () => underChangeSet(database, async () => {});
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const [index, question] of cases.entries()) {
      // Taking turns, and each time another one first, makes both see the same machine.
      for (const { side, client, ...given } of round % 2 ? sides : [...sides].reverse()) {
        const result = results[index][side];
        await visit(client, question, { side, times: result.times, change });
        if (!question.load) continue;
        const rate = await crowd(given, question, side);
        result.rate = ((result.rate ?? 0) * (round - 1) + rate) / round;
      }
    }
    console.error(`Round ${round} of ${options.rounds} done.`);
  }
  for (const { client } of sides) client.close();
  await report(database, results);
}

async function sample(database) {
  const { rows } = await database.query(
    `select id, email from customer tablesample system (1) where email like '%@%' limit 400`,
  );
  return {
    ids: rows.map(({ id }) => id),
    emails: rows.map(({ email }) => email),
    customers: options.customers,
    run: Date.now().toString(36),
  };
}

async function report(database, results) {
  const { rows } = await database.query("show server_version");
  const postgres = rows[0].server_version;
  const about = describeRun({ customers: options.customers, postgres, memory: memoryOf(ours.pid) });
  const text = `${about}\n\n${tableOf(results)}`;
  console.log(`\n${text}\n`);
  if (options.write && writeReport(options.customers, text))
    console.error("Written to docs/performance.md.");
}

/** Resident memory in MB, where the system tells it. */
function memoryOf(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return "not told here";
  }
}
