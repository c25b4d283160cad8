import { afterEach, beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:9/nothing");
  vi.stubEnv("AUTH_SECRET", "test-secret-for-browser-sessions-000");
  vi.stubEnv("CLIENTELE_JWT_SECRET", "test-secret-for-bearer-tokens-00000");
});
afterEach(() => vi.unstubAllEnvs());

async function numbers(text: string | undefined) {
  vi.stubEnv("CLIENTELE_IDLE_MINUTES", text);
  vi.stubEnv("CLIENTELE_POOL_SIZE", text);
  const { env } = await import("./env");
  return [env().CLIENTELE_IDLE_MINUTES, env().CLIENTELE_POOL_SIZE];
}

it.each([undefined, "", "  "])(
  "a number that is left %j is as if it were not there",
  async (text) => {
    expect(await numbers(text)).toEqual([30, 10]);
  },
);

it("a number that is given counts", async () => {
  expect(await numbers(" 25 ")).toEqual([25, 25]);
});

it.each(["0", "-1", "1.5", "many", "721"])("%j is refused with its name", async (text) => {
  await expect(numbers(text)).rejects.toThrow("CLIENTELE_IDLE_MINUTES");
});
