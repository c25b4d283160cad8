import { countries, makeUpAddress } from "./addresses.mjs";
import { arrivals } from "./calendar.mjs";
import { createMailboxes, plainLetters } from "./emails.mjs";
import { makeUpMetadata } from "./metadata.mjs";
import { groups } from "./people/groups.mjs";
import { latin } from "./people/latin.mjs";
import { otherScripts } from "./people/other-scripts.mjs";
import { phones } from "./people/phones.mjs";
import { companies, unusual } from "./people/unusual.mjs";
import { createRandom } from "./random.mjs";

const YEAR = 365 * 86_400_000;
const ACCOUNTS = 0.35;

/** @param {string} text */
const listed = (text) =>
  text.split(", ").map((name) => {
    const [spelling, letters] = name.split("=");
    return { spelling, letters: letters ?? plainLetters(spelling) };
  });
const cultures = [...latin, ...otherScripts].map(({ country, weight, first, last }) => {
  return { country, weight, first: listed(first), last: listed(last) };
});
const weighted = cultures.flatMap((culture) => Array(culture.weight).fill(culture));
const numbers = Object.fromEntries(
  Object.entries(phones).map(([country, patterns]) => [country, patterns.split(", ")]),
);
const anyNumber = Object.values(numbers).flat();
const firms = Object.fromEntries(
  Object.entries(companies).map(([country, names]) => [country, names.split(" / ")]),
);

/**
 * Makes up customers in the order in which they came, with their addresses and the numbers of their
 * groups. The same seed, count and time give the same people.
 * @param {{ count: number, seed: number, until: Date, tag?: string }} given
 */
export function* makeUpCustomers({ count, seed, until, tag }) {
  const random = createRandom(seed);
  const mailbox = createMailboxes({ tag });
  let earlier = null;
  let number = 0;
  for (const at of arrivals({ count, until, random: createRandom(seed + 1) })) {
    number += 1;
    const isSecond = earlier !== null && random.chance(0.02);
    const person = isSecond ? earlier : makeUpPerson(random, mailbox, number);
    const customer = makeUpCustomer(random, person, { at, until, isGuest: isSecond });
    earlier = customer.has_account ? person : null;
    const { country } = person;
    const years = (until.getTime() - at) / YEAR;
    const about = {
      country,
      count,
      years,
      company: customer.company_name,
      hasAccount: customer.has_account,
    };
    yield {
      customer,
      addresses: makeUpAddresses(random, customer, country, at),
      groups: groups.flatMap(({ joins }, index) => (random.chance(joins(about)) ? index : [])),
    };
  }
}

function makeUpPerson(random, mailbox, number) {
  const culture = random.pick(weighted);
  if (random.chance(0.025)) return makeUpFirm(random, mailbox, number, culture);
  if (random.chance(0.012)) return oneOfTheUnusual(random, mailbox, number);
  const [first, last] = [random.pick(culture.first), random.pick(culture.last)];
  const country = random.chance(0.9) ? culture.country : random.pick(countries);
  return {
    country,
    first_name: first.spelling,
    last_name: last.spelling,
    company_name: random.chance(0.09) ? firm(random, country) : null,
    email: mailbox(random, number, first.letters, last.letters),
    phone: makeUpPhone(random, country),
  };
}

function makeUpFirm(random, mailbox, number, { country }) {
  const name = firm(random, country);
  return {
    country,
    first_name: null,
    last_name: null,
    company_name: name,
    email: mailbox(random, number, random.pick(["info", "orders", "einkauf"]), plainLetters(name)),
    phone: makeUpPhone(random, country),
  };
}

function oneOfTheUnusual(random, mailbox, number) {
  const { firstName, lastName, country } = random.pick(unusual);
  return {
    country,
    first_name: firstName,
    last_name: lastName,
    company_name: null,
    email: mailbox(random, number, plainLetters(firstName ?? ""), plainLetters(lastName ?? "")),
    phone: makeUpPhone(random, country),
  };
}

function makeUpCustomer(random, person, { at, until, isGuest }) {
  const { country: _, ...fields } = person;
  const hasAccount = !isGuest && random.chance(ACCOUNTS);
  const isReachable = hasAccount || isGuest || random.chance(0.97);
  const changed = random.chance(0.45)
    ? Math.floor(at + (until.getTime() - at) * random.next() ** 3)
    : at;
  return {
    id: random.id("cus", at),
    ...fields,
    email: isReachable ? fields.email : null,
    has_account: hasAccount,
    metadata: makeUpMetadata(random, person.country),
    version: changed === at ? 1 : 2 + random.below(4),
    created_at: new Date(at).toISOString(),
    updated_at: new Date(changed).toISOString(),
  };
}

function makeUpAddresses(random, customer, country, at) {
  const number = random.chance(customer.has_account ? 0.75 : 0.4)
    ? 1 + Number(random.chance(0.18))
    : 0;
  return Array.from({ length: number }, (_, index) => ({
    ...makeUpAddress({
      random,
      country,
      customer,
      at,
      isFirst: index === 0,
      isLast: index === number - 1,
    }),
    customer_id: customer.id,
    created_at: customer.created_at,
    updated_at: customer.created_at,
  }));
}

function makeUpPhone(random, country) {
  const patterns = numbers[country];
  if (!random.chance(patterns ? 0.65 : 0.2)) return null;
  return random.fill(random.pick(patterns ?? anyNumber));
}

function firm(random, country) {
  return random.pick(firms[country] ?? firms.us);
}
