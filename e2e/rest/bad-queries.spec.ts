import { type BadValue, faultsOf } from "../support/bad-values";
import { expect, test } from "../support/fixtures";

test.describe.configure({ timeout: 180_000 });

let get: (path: string) => Promise<{ status: number; text: string }>;
test.beforeEach(async ({ api }) => {
  const { fetch } = await api("write");
  get = async (path) => {
    const response = await fetch(path);
    return { status: response.status, text: await response.text() };
  };
});

const PARAMETERS = [
  "q",
  "has_account",
  "groups",
  "groups[]",
  "groups[0]",
  "limit",
  "offset",
  "order",
  "expand",
  "fields",
  "created_at",
  "created_at[gt]",
  "updated_at[lte]",
  "created_at[foo]",
  "foo",
];

for (const parameter of PARAMETERS)
  test(`an awkward ${parameter} in a query is answered or refused, never a 5xx`, async () => {
    const faults = await faultsOf(async (bad) => {
      const query = `${encodeURIComponent(parameter)}=${encodedText(bad)}`;
      const { status, text } = await get(`/admin/customers?${query}`);
      if (status === 200) return Array.isArray(JSON.parse(text).customers) ? null : "no list";
      return status >= 400 && status < 500 ? null : `answered ${status}`;
    });
    expect(faults).toEqual([]);
  });

test("an awkward id in the path is nobody, never a 5xx", async () => {
  const faults = await faultsOf(async (bad) => {
    const text = encodedText(bad);
    if (/^(?:\.|%2E){0,2}$/i.test(text)) return null;
    const { status } = await get(`/admin/customers/${text}`);
    return status >= 400 && status < 500 ? null : `answered ${status}`;
  });
  expect(faults).toEqual([]);
});

/** The value as URL text, at most 8 kB of it; half a surrogate pair as the bytes it would be. */
function encodedText(bad: BadValue): string {
  const text = typeof bad.value === "string" ? bad.value : bad.json;
  return text
    .slice(0, 8_000)
    .replace(/./gsu, (char) => (char.isWellFormed() ? encodeURIComponent(char) : "%ED%A0%80"))
    .slice(0, 12_000)
    .replace(/%.?$/, "");
}
