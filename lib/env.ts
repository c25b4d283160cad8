import "server-only";
import { z } from "zod";
import { originRules } from "./origin-rules";

const webAddress = z
  .string()
  .transform((url) => url.trim() || undefined)
  .refine(
    (url) => !url || (/^https?:\/\//.test(url) && URL.canParse(url)),
    "should be an address such as https://shop.example.com/new-password",
  )
  .optional();

/** From 1 up; a blank one is as good as none. */
const wholeNumber = ({ most, otherwise }: { most: number; otherwise: number }) =>
  z
    .string()
    .default("")
    .transform((text) => Number(text.trim() || otherwise))
    .pipe(z.number().int().min(1).max(most));

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  AUTH_SECRET: z.string().min(32),
  CLIENTELE_JWT_SECRET: z.string().min(32),
  /** Public addresses, comma separated; the first one is used in links. */
  CLIENTELE_URL: z
    .string()
    .default("http://localhost:3000")
    .transform((list) => list.split(",").map((url) => new URL(url.trim()).origin)),
  CLIENTELE_IDLE_MINUTES: wholeNumber({ most: 720, otherwise: 30 }),
  CLIENTELE_DATA_DIR: z.string().optional(),
  CLIENTELE_OWNER_EMAIL: z.string().optional(),
  CLIENTELE_OWNER_PASSWORD: z.string().optional(),
  /** Other origins whose pages may call /admin: exact ones or /regex/, comma separated. */
  CLIENTELE_ADMIN_CORS: originRules,
  /** The same for /auth. */
  CLIENTELE_AUTH_CORS: originRules,
  /** The same for /store. */
  CLIENTELE_STORE_CORS: originRules,
  /** The shop's own page for a new password; `token` and `email` are added to its query. Ours unless told. */
  CLIENTELE_RESET_URL: webAddress,
  /** The server that sends mail, such as smtp://user:password@mail.example.com:587. Without one mail stays in the outbox. */
  CLIENTELE_SMTP_URL: z
    .string()
    .transform((url) => url.trim() || undefined)
    .refine(
      (url) => !url || (/^smtps?:\/\//.test(url) && URL.canParse(url)),
      "should begin with smtp:// or smtps://",
    )
    .optional(),
  CLIENTELE_MAIL_FROM: z
    .string()
    .transform((from) => from.trim() || undefined)
    .optional(),
  CLIENTELE_POOL_SIZE: wholeNumber({ most: 200, otherwise: 10 }),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The environment, checked once at first use (a build has none). Throws a sentence naming what is wrong. */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is incomplete (${names.join("; ")}). Start with npm start.`);
  }
  parsed = result.data;
  return parsed;
}
