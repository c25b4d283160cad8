const COMMON = [
  "maria",
  "anna",
  "smith",
  "garcia",
  "example.com",
  "shop",
  "jones",
  "lee",
  "nguyen",
];
const LETTERS = ["ma", "an", "jo", "ch", "li", "sm", "ga", "be"];
const NEAR = { limit: 50 };

/**
 * What is asked. `request(i)` gives the i-th question; `isFresh` makes a change before each, so that nothing
 * remembered answers it; `load` says whether it is also asked by sixteen at once.
 * @param {{ ids: string[], emails: string[], customers: number, run: string }} known
 */
export function listCases({ ids, emails, customers, run }) {
  const half = Math.floor(customers / 2);
  const search = (q) => get({ ...NEAR, q });
  return [
    { name: "List, first page", load: true, request: () => get(NEAR) },
    {
      name: `List, offset ${number(half)}`,
      load: true,
      request: (i) => get({ ...NEAR, offset: half + i }),
    },
    {
      name: `List, offset ${number(customers - 100)}`,
      request: () => get({ ...NEAR, offset: customers - 100 }),
    },
    {
      name: `List by e-mail, offset ${number(half)}`,
      request: (i) => get({ ...NEAR, order: "email", offset: half + i }),
    },
    {
      name: "Search, common word, first time",
      isFresh: true,
      request: (i) => search(from(COMMON, i)),
    },
    { name: "Search, common word, again", load: true, request: (i) => search(from(COMMON, i)) },
    {
      name: "Search, two letters, first time",
      isFresh: true,
      request: (i) => search(from(LETTERS, i)),
    },
    { name: "Search, two letters, again", request: (i) => search(from(LETTERS, i)) },
    { name: "Search, one match", load: true, request: (i) => search(from(emails, i)) },
    { name: "Search, no match", load: true, request: (i) => search(`zzyzx${i}`) },
    { name: "Search, two words, few matches", request: () => search("anna schm") },
    { name: "Retrieve", load: true, request: (i) => get({}, from(ids, i)) },
    {
      name: "Create",
      isWrite: true,
      request: (i, side) =>
        post("", { ...person(i), email: `bench-${run}-${side}-${i}@example.com` }),
    },
    {
      name: "Update",
      isWrite: true,
      request: (i) => post(`/${from(ids, i)}`, { first_name: `Bench ${i}` }),
    },
  ];
}

function get(query, id) {
  const search = new URLSearchParams(query);
  return {
    method: "GET",
    path: `/admin/customers${id ? `/${id}` : ""}${search.size ? `?${search}` : ""}`,
  };
}

function post(path, body) {
  return { method: "POST", path: `/admin/customers${path}`, body: JSON.stringify(body) };
}

const person = (i) => ({ first_name: "Bench", last_name: `Number ${i}`, password: "" });
const from = (list, i) => list[i % list.length];
const number = (value) => value.toLocaleString("en");
