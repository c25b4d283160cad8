import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { db } from "../db";
import { deliver } from "./deliver";

const mail = (to: string) => ({
  to,
  subject: "Choose a new password",
  body: "Hello",
  link: "http://localhost:3000/reset-password?token=secret",
  expiresAt: new Date(Date.now() + 60_000),
});
const kept = (recipient: string) => db().outboxMail.findMany({ where: { recipient } });

let server: Server;
let inbox: string[] = [];
let takes = true;

beforeAll(async () => {
  server = aMailServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  process.env.CLIENTELE_SMTP_URL = `smtp://127.0.0.1:${port}?ignoreTLS=true`;
  process.env.CLIENTELE_MAIL_FROM = "Shop <shop@example.com>";
});
afterAll(() => server.close());

it("hands mail to the mail server and keeps nothing", async () => {
  await deliver(mail("jane@example.com"));
  expect(inbox.join("")).toContain("RCPT TO:<jane@example.com>");
  expect(inbox.join("")).toMatch(/From: Shop <shop@example\.com>\r\nTo: jane@example\.com\r\n/);
  expect(await kept("jane@example.com")).toEqual([]);
});

it("keeps a mail that the server refuses, and logs that without address or link", async () => {
  takes = false;
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await deliver(mail("joe@example.com"));
  expect(await kept("joe@example.com")).toMatchObject([{ failure: "EENVELOPE 550" }]);
  const said = log.mock.calls.join();
  log.mockRestore();
  expect(said).toContain('"where":"mail"');
  expect(said).not.toMatch(/joe@|secret/);
});

/** As little of SMTP as it takes. */
function aMailServer(): Server {
  inbox = [];
  return createServer((line) => {
    let inData = false;
    line.write("220 test ESMTP\r\n");
    line.on("data", (chunk) => {
      const text = chunk.toString();
      inbox.push(text);
      if (inData) {
        if (!/\r\n\.\r\n$/.test(text)) return;
        inData = false;
        line.write("250 taken\r\n");
        return;
      }
      inData = /^DATA/i.test(text);
      line.write(answerTo(text));
    });
    line.on("error", () => {});
  });
}

function answerTo(text: string): string {
  if (/^DATA/i.test(text)) return "354 go on\r\n";
  if (/^RCPT/i.test(text) && !takes) return "550 nobody here\r\n";
  if (/^QUIT/i.test(text)) return "221 bye\r\n";
  return "250 fine\r\n";
}
