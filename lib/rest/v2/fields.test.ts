import { describe, expect, it } from "vitest";
import { type Fields, pick, selectionOf } from "./fields";

const known: Fields = {
  standard: ["id", "name", "email"],
  extra: ["secret_flag"],
  relations: { groups: ["id", "name"], addresses: ["id", "city"] },
};
function selected(fields?: string) {
  const { own, relations } = selectionOf(fields, known);
  return [...own, ...[...relations].flatMap(([name, of]) => [...of].map((f) => `${name}.${f}`))];
}

describe("fields", () => {
  it.each<[string | undefined, string[]]>([
    [undefined, ["id", "name", "email"]],
    ["", ["id", "name", "email"]],
    ["email", ["id", "email"]],
    ["id", ["id"]],
    ["email,name", ["id", "name", "email"]],
    ["+secret_flag", ["id", "name", "email", "secret_flag"]],
    [" secret_flag", ["id", "name", "email", "secret_flag"]],
    ["-email", ["id", "name"]],
    ["-id", ["id", "name", "email"]],
    ["*groups", ["id", "name", "email", "groups.id", "groups.name"]],
    ["groups.*", ["id", "name", "email", "groups.id", "groups.name"]],
    ["+groups", ["id", "name", "email", "groups.id", "groups.name"]],
    ["+groups.name", ["id", "name", "email", "groups.name"]],
    ["groups.name", ["id", "groups.name"]],
    ["email,groups.id", ["id", "email", "groups.id"]],
    ["id,*groups", ["id", "groups.id", "groups.name"]],
    ["*groups,*addresses,-groups", ["id", "name", "email", "addresses.id", "addresses.city"]],
    ["*groups,-groups.id", ["id", "name", "email", "groups.name"]],
    ["email,-email", ["id"]],
    ["*", ["id", "name", "email", "secret_flag"]],
    ["*nothing,+foo,-bar", ["id", "name", "email"]],
    ["password_hash", ["id"]],
    ["__proto__,constructor", ["id"]],
    ["*groups.customers", ["id", "name", "email"]],
    [",,email,,", ["id", "email"]],
  ])("%s selects %j", (fields, paths) => {
    expect(selected(fields).sort()).toEqual([...paths].sort());
  });

  it("picks the keys that are selected, in the order of the object", () => {
    expect(Object.entries(pick({ id: 1, name: 2, email: 3 }, new Set(["email", "id"])))).toEqual([
      ["id", 1],
      ["email", 3],
    ]);
  });
});
