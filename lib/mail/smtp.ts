import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "../env";
import type { Mail } from "./schema";

let transport: Transporter | undefined;

/** Whether a mail server is named. */
export function hasMailServer(): boolean {
  return env().CLIENTELE_SMTP_URL !== undefined;
}

/** Hands the mail to the mail server. Throws what the server or the line to it says. */
export async function sendBySmtp({ to, subject, body }: Mail): Promise<void> {
  transport ??= createTransport(
    { url: env().CLIENTELE_SMTP_URL, ...PATIENCE },
    { from: env().CLIENTELE_MAIL_FROM ?? `no-reply@${ourHost()}` },
  );
  // an object, so that no address is read as a list of several
  await transport.sendMail({ to: { name: "", address: to }, subject, text: body });
}

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

function ourHost(): string {
  return new URL(env().CLIENTELE_URL[0] ?? "http://localhost").hostname;
}
