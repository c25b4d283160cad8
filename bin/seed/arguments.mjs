import { randomInt } from "node:crypto";
import { Refusal } from "../terminal/refusal.mjs";

const USAGE = `npm run seed -- --customers 1000000   fills an empty database with made-up customers
  --add       adds them although there are customers already
  --seed 7    makes up the same people as the last time with 7
  --yes       asks nothing`;
const DEFAULT_SEED = 1;
const MOST = 50_000_000;
const FLAGS = ["--add", "--yes"];
const NUMBERS = ["--customers", "--seed"];

/**
 * @param {string[]} words what stands behind the command
 * @returns {{ count: number, seed: number, add: boolean, yes: boolean }}
 */
export function readArguments(words) {
  const given = new Map();
  const rest = words.flatMap((word) => word.split(/=(.*)/s).filter(Boolean));
  while (rest.length > 0) {
    const word = rest.shift();
    if (FLAGS.includes(word)) given.set(word, true);
    else if (NUMBERS.includes(word)) given.set(word, readNumber(word, rest.shift()));
    else throw new Refusal(`"${word}" is not known here.\n\n${USAGE}`);
  }
  if (!given.get("--customers")) throw new Refusal(`Say how many customers.\n\n${USAGE}`);
  const add = given.has("--add");
  return {
    count: given.get("--customers"),
    seed: given.get("--seed") ?? (add ? randomInt(2 ** 40) : DEFAULT_SEED),
    add,
    yes: given.has("--yes"),
  };
}

function readNumber(name, text = "") {
  const value = text.replace(/(?<=\d)[_,](?=\d)/g, "");
  if (/^\d+$/.test(value) && Number(value) <= MOST) return Number(value);
  throw new Refusal(`${name} is "${text}": it should be a whole number up to ${MOST}.`);
}
