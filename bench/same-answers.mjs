/**
 * Makes sure that both servers answer the same question: as many in all, the same ids in the same order, the same first.
 */
export async function checkSameAnswers(cases, ours, bare) {
  for (const { name, isWrite, request } of cases) {
    if (isWrite) continue;
    const [one, other] = await Promise.all(
      [ours, bare].map(async (client) => gist(await client.ask(request(0)))),
    );
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    throw new Error(`${name}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
  }
}

function gist({ text }) {
  const { customers, customer, count } = JSON.parse(text);
  const first = customers ? customers[0] : customer;
  return { count, ids: customers?.map(({ id }) => id), first: first && pick(first) };
}

const FIELDS = [
  "id",
  "created_at",
  "updated_at",
  "email",
  "first_name",
  "billing_address_id",
  "phone",
  "metadata",
];

function pick(customer) {
  return FIELDS.map((field) => customer[field]);
}
