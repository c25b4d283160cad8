import { defineConfig } from "@playwright/test";
import { systemChromium } from "./bin/testing/chromium.mjs";
import { DATA_DIR, OWNER, PORT } from "./e2e/support/server";

const executablePath = process.env.CHROMIUM_PATH || (systemChromium() ?? undefined);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node bin/start.mjs",
    url: `http://localhost:${PORT}/health/ready`,
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    reuseExistingServer: false,
    stdout: "pipe",
    env: {
      PORT: String(PORT),
      CLIENTELE_DATA_DIR: DATA_DIR,
      CLIENTELE_OWNER_EMAIL: OWNER.email,
      CLIENTELE_OWNER_PASSWORD: OWNER.password,
      CLIENTELE_URL: `http://localhost:${PORT}`,
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? "",
    },
  },
});
