import { type BadValue, faultsOf } from "../support/bad-values";
import { expect, someEmail, test } from "../support/fixtures";

type Sent = { status: number; body: { customer?: Record<string, unknown>; customers?: unknown[] } };
type Send = (path: string, json?: string) => Promise<Sent>;

test.describe.configure({ timeout: 180_000 });

/** `{"first_name": …}` around a value that only JSON can write. */
const withField = (fields: Record<string, unknown>, field: string, json: string) => {
  const { [field]: _, ...others } = fields;
  const rest = JSON.stringify(others).slice(1, -1);
  return `{${rest ? `${rest},` : ""}"${field}":${json}}`;
};

const newFields = () => ({ email: someEmail(), first_name: "A", last_name: "B", password: "" });

/** What is wrong with the answer to a text field that was sent `bad`, or null. */
function textFault(bad: BadValue, answer: Sent, field: string, nullable: boolean): string | null {
  const refused = answer.status >= 400 && answer.status < 500;
  if (bad.value === null && nullable)
    return answer.body.customer?.[field] === null ? null : `answered ${answer.status}`;
  if (wantedAsText(bad) === "reject") return refused ? null : `answered ${answer.status}`;
  if (refused) return bad.want === "exact" ? `refused: ${JSON.stringify(answer.body)}` : null;
  if (answer.status >= 300) return `answered ${answer.status}`;
  const kept = answer.body.customer?.[field];
  if (kept === bad.value) return null;
  const trimmed = typeof bad.value === "string" && isTrimmed(bad.value, kept);
  return bad.want === "either" && trimmed ? null : `became ${JSON.stringify(kept)}`;
}

/** A text field takes text and nothing else, however good an object the value is. */
function wantedAsText(bad: BadValue): BadValue["want"] {
  return typeof bad.value === "string" ? bad.want : "reject";
}

/** Blanks and invisible characters at the ends are gone and nothing else; a blank value is none. */
function isTrimmed(sent: string, kept: unknown): boolean {
  if (kept === null) return /^[\s\p{Cf}\u3164]*$/u.test(sent);
  if (typeof kept !== "string" || kept === "" || !sent.includes(kept)) return false;
  const [before = "", after = ""] = sent.split(kept);
  return /^[\s\p{Cf}\u3164]*$/u.test(before + after);
}

let send: Send;
test.beforeEach(async ({ api }) => {
  const { fetch } = await api("write");
  send = async (path, json) => {
    const response = await fetch(path, json === undefined ? {} : { method: "POST", body: json });
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : {} };
  };
});

for (const field of ["first_name", "last_name", "phone"]) {
  const nullableOnCreate = field === "phone";

  test(`every awkward ${field} is kept as it is or refused when a customer is created`, async () => {
    const faults = await faultsOf(async (bad) => {
      const answer = await send("/admin/customers", withField(newFields(), field, bad.json));
      return (
        textFault(bad, answer, field, nullableOnCreate) ?? (await readBack(bad, answer, field))
      );
    });
    expect(faults).toEqual([]);
  });

  test(`every awkward ${field} is kept as it is or refused when a customer is edited`, async ({
    newCustomer,
  }) => {
    const ids = [
      await newCustomer(),
      await newCustomer(),
      await newCustomer(),
      await newCustomer(),
    ];
    const faults = await faultsOf(async (bad, worker) => {
      const answer = await send(
        `/admin/customers/${ids[worker]?.id}`,
        withField({}, field, bad.json),
      );
      return textFault(bad, answer, field, true) ?? (await readBack(bad, answer, field));
    });
    expect(faults).toEqual([]);
  });
}

test("no awkward value becomes an e-mail, on create and on edit", async ({ newCustomer }) => {
  const { id, email } = await newCustomer();
  const faults = await faultsOf(async (bad) => {
    const created = await send("/admin/customers", withField(newFields(), "email", bad.json));
    const edited = await send(`/admin/customers/${id}`, withField({}, "email", bad.json));
    const refused = [created, edited].every(({ status }) => status >= 400 && status < 500);
    return refused ? null : `answered ${created.status} and ${edited.status}`;
  });
  expect(faults).toEqual([]);
  expect((await send(`/admin/customers/${id}`)).body.customer?.email).toBe(email);
});

test("an awkward password is taken or refused, never a 5xx, and makes an account", async () => {
  const faults = await faultsOf(async (bad) => {
    const { status, body } = await send(
      "/admin/customers",
      withField(newFields(), "password", bad.json),
    );
    if (wantedAsText(bad) === "reject")
      return status === 400 || status === 413 ? null : `answered ${status}`;
    if (status >= 400 && status < 500) return bad.want === "exact" ? `refused ${status}` : null;
    if (status !== 201) return `answered ${status}`;
    return body.customer?.has_account === (bad.value !== "") ? null : "has the wrong account state";
  });
  expect(faults).toEqual([]);
});

for (const [place, path] of [
  ["created", "/admin/customers"],
  ["edited", "/admin/customers/:id"],
] as const)
  test(`every awkward metadata, as a whole and below a key, is kept or refused when a customer is ${place}`, async ({
    newCustomer,
  }) => {
    const faults = await faultsOf(async (bad) => {
      const at = path.replace(":id", (await newCustomer()).id);
      const whole = await send(
        at,
        withField(place === "created" ? newFields() : {}, "metadata", bad.json),
      );
      return metadataFault(bad, whole, bad.value, place) ?? (await below(bad));
    });
    expect(faults).toEqual([]);

    async function below(bad: BadValue): Promise<string | null> {
      const at = path.replace(":id", (await newCustomer()).id);
      const fields = place === "created" ? newFields() : {};
      const answer = await send(at, withField(fields, "metadata", `{"k":${bad.json}}`));
      // Metadata may be 32 levels deep; this is the 33rd.
      if (bad.name === "depth 32")
        return answer.status === 400 ? null : `answered ${answer.status}`;
      return metadataFault(bad, answer, { k: bad.value }, place);
    }
  });

for (const path of ["groups", "groups[].id"])
  test(`an awkward ${path} is refused and changes no membership`, async ({ newCustomer }) => {
    const { id } = await newCustomer();
    const faults = await faultsOf(async (bad) => {
      const json = path === "groups" ? bad.json : `[{"id":${bad.json}}]`;
      const { status } = await send(`/admin/customers/${id}`, withField({}, "groups", json));
      if (path === "groups" && bad.value === null)
        return status === 200 ? null : `answered ${status}`;
      return status >= 400 && status < 500 ? null : `answered ${status}`;
    });
    expect(faults).toEqual([]);
  });

async function readBack(bad: BadValue, answer: Sent, field: string): Promise<string | null> {
  const { customer } = answer.body;
  if (!customer) return null;
  const again = await send(`/admin/customers/${customer.id}`);
  const same = again.body.customer?.[field] === customer[field];
  return same
    ? null
    : `${bad.name} was read back as ${JSON.stringify(again.body.customer?.[field])}`;
}

/** Metadata takes any JSON object; what is refused for a text field may be a good value here. */
function metadataFault(bad: BadValue, answer: Sent, sent: unknown, place: string): string | null {
  if (answer.status >= 500) return `answered ${answer.status}`;
  if (answer.status >= 400) return bad.want === "exact" && isObject(sent) ? "refused" : null;
  const unstorable = /^(?:nul|lone|surrogate|type proto|type ctor|depth (?:64|1000)|10k|long 1M)/;
  if (unstorable.test(bad.name) && isObject(sent)) return "was taken";
  if (sent === null || sent === undefined || bad.value === undefined) return null;
  const wanted = place === "edited" ? withoutEmpty(sent as object) : sent;
  const kept = answer.body.customer?.metadata;
  return JSON.stringify(sortKeys(kept)) === JSON.stringify(sortKeys(wanted))
    ? null
    : `became ${JSON.stringify(kept)}`;
}

/** An edit deletes keys that are set to "". */
function withoutEmpty(sent: object): object {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ""));
}

function sortKeys(value: unknown): unknown {
  if (!isObject(value) || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
