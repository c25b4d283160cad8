import { expect, inject, it } from "vitest";
import { checkExternal } from "./external.mjs";

const superuserUrl = inject("superuserUrl");

it("a server that can be used tells its version", async () => {
  expect(await checkExternal(superuserUrl)).toMatch(/^\d+(\.\d+)+$/);
});

it.each([
  ["the password", { password: "topsecret" }, "it refuses the user name or the password"],
  ["the database", { pathname: "/nowhere" }, "there is no such database"],
  ["the port", { port: "1" }, "nothing listens there"],
  ["the host", { hostname: "no-such-host.invalid" }, /no machine of that name|looked up/],
])("a wrong address is explained without its password: %s", async (_, change, reason) => {
  const url = Object.assign(new URL(superuserUrl), change);
  const error = await checkExternal(url.href).catch((caught) => caught);
  expect(error.name).toBe("Refusal");
  expect(error.message).toMatch(reason);
  expect(error.message).toContain(url.hostname);
  expect(error.message).not.toContain(url.password);
});

it.each(["nonsense", "mysql://u:topsecret@host/db", "postgres//host"])(
  "what is no address of a database is refused: %s",
  async (url) => {
    const error = await checkExternal(url).catch((caught) => caught);
    expect(error.message).toMatch(/^DATABASE_URL is not the address/);
    expect(error.message).not.toContain("topsecret");
  },
);
