import "server-only";
import type pg from "pg";
import { importActor } from "../auth/actors";
import { databaseFault } from "../database-errors";
import { logUnforeseen } from "../log";
import { bringGroups, bringPage } from "./bring";
import { claimHere, refuseSelf } from "./claim";
import { openLedger } from "./ledger";
import { beginProgress, findingsOf, findProgress, finishProgress } from "./progress";
import { rehearse } from "./rehearse";
import { type Options, PAGE, type Report } from "./report";
import { openSource, type Source } from "./source";
import { createTeller } from "./teller";

/**
 * Copies customers, addresses, groups, memberships and password hashes from a Medusa database of either generation,
 * which is only read. What is here already stays as it is, unless it came from there and nobody touched it since.
 * An import that was cut short goes on where it was. Throws `invalid`, `unavailable` and `busy`, each with a sentence
 * for the one who runs it.
 */
export async function importMedusa(options: Options): Promise<Report> {
  const claim = await claimHere();
  try {
    const source = await openSource(options.from, (there) => refuseSelf(claim.client, there));
    try {
      if (options.dryRun) return await rehearse(source, options);
      const report = await bring(source, options);
      if (report.isFinished) await settle(claim.client);
      return report;
    } finally {
      await source.close();
    }
  } catch (error) {
    throw databaseFault(error) ?? error;
  } finally {
    await claim.release();
  }
}

async function bring(source: Source, { signal, log = () => {} }: Options): Promise<Report> {
  const { fingerprint, generation } = source;
  const label = `Imported from Medusa ${generation}`;
  const actor = importActor(`Medusa ${generation}`);
  const total = await source.countCustomers();
  const begun = (await findProgress(fingerprint)) ?? (await beginProgress(fingerprint));
  const tell = createTeller(total, begun.counts.customers.read, log);
  const ledger = openLedger(fingerprint, begun, ({ counts }) => tell(counts.customers.read));
  if (begun.counts.groups.read === 0)
    await bringGroups(actor, label, await source.groups(), ledger);
  for await (const page of source.pages(begun.lastId, PAGE)) {
    if (signal?.aborted) break;
    await bringPage(actor, label, page, ledger);
  }
  const isFinished = !signal?.aborted;
  if (isFinished) await finishProgress(fingerprint);
  const findings = () => findingsOf(fingerprint);
  return { generation, fingerprint, isFinished, counts: ledger.now.counts, findings };
}

/** The counters and the planner learn of what has come, however long that takes; they would in time anyway. */
async function settle(client: pg.Client): Promise<void> {
  try {
    await client.query("select clientele_fold_counts()");
    await client.query(
      "analyze customer, customer_address, customer_group, customer_group_member, change_row",
    );
  } catch (error) {
    logUnforeseen("import", error);
  }
}
