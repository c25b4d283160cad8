import "server-only";
import { normalizeEmail } from "../email";
import { decidePage } from "./bring";
import { emailKey, type Here, readGroupsHere, readHere } from "./here";
import { planGroups } from "./plan-groups";
import { type Options, PAGE, type Report } from "./report";
import type { Source } from "./source";
import type { SourcePage } from "./source-rows";
import { addCounts, type Finding } from "./tally";
import { createTeller } from "./teller";

/**
 * Decides on everything and writes nothing. What would have been written is remembered, so that rows of the source
 * are in each other's way as they would be.
 */
export async function rehearse(
  source: Source,
  { signal, log = () => {} }: Options,
): Promise<Report> {
  const tell = createTeller(await source.countCustomers(), 0, log);
  const groups = await source.groups();
  const groupPlan = planGroups(await readGroupsHere(null, groups), groups);
  let { counts } = groupPlan;
  const findings = [...groupPlan.findings];
  const promised = new Map<string, string>();
  for await (const page of source.pages(null, PAGE)) {
    if (signal?.aborted) break;
    const here = await readHere(null, page);
    for (const { id } of groupPlan.new) here.groups.set(id, id);
    promiseHolders(here, page, promised);
    const plan = decidePage(here, page);
    for (const row of [...plan.customers.new, ...plan.customers.changed])
      if (row.email !== null) promised.set(emailKey(row), row.id);
    counts = addCounts(counts, plan.counts);
    findings.push(...plan.findings);
    tell(counts.customers.read);
  }
  const { generation, fingerprint } = source;
  const isFinished = !signal?.aborted;
  return { generation, fingerprint, isFinished, counts, findings: () => inOrder(findings) };
}

function promiseHolders(here: Here, page: SourcePage, promised: Map<string, string>): void {
  for (const { email, hasAccount } of page.customers) {
    if (email === null) continue;
    const key = emailKey({ email: normalizeEmail(email), hasAccount });
    const holder = promised.get(key);
    if (holder !== undefined && !here.holders.has(key)) here.holders.set(key, holder);
  }
}

async function* inOrder(findings: Finding[]): AsyncGenerator<Finding> {
  yield* findings;
}
