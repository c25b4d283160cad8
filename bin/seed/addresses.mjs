import { places } from "./people/places.mjs";

const LABELS = ["Home", "Office", "Parents", "Work", "Zuhause", "Maison", "Warehouse"];
const listed = (text) => text.split(", ");
const known = new Map(
  Object.entries(places).map(([country, { streets, lines, cities }]) => [
    country,
    {
      streets: listed(streets),
      lines,
      cities: listed(cities).map((city) => city.split("|").map((part) => part.trim())),
    },
  ]),
);

/** The countries that an address can be made up for. */
export const countries = [...known.keys()];

/**
 * Makes up an address of a customer, in the writing of its country.
 * @returns the values of customer_address, but for what ties it to the customer
 */
export function makeUpAddress({ random, country, customer, at, isFirst, isLast }) {
  const { streets, lines, cities } = known.get(country);
  const [city, province, code] = random.pick(cities);
  const isElsewhere = random.chance(0.1);
  return {
    id: random.id("addr", at),
    address_name: random.chance(0.3) ? random.pick(LABELS) : null,
    company: customer.company_name,
    first_name: isElsewhere ? null : customer.first_name,
    last_name: customer.last_name,
    address_1: streetLine(random, random.pick(lines), random.pick(streets)),
    address_2: random.chance(0.08) ? `c/o ${customer.last_name ?? customer.company_name}` : null,
    city,
    province: province || null,
    postal_code: code ? random.fill(code) : null,
    country_code: country,
    phone: random.chance(0.4) ? customer.phone : null,
    is_default_shipping: isFirst,
    is_default_billing: isLast,
  };
}

function streetLine(random, line, street) {
  return line.replace(/[#*]/g, (mark) => (mark === "*" ? street : String(1 + random.below(180))));
}
