/** Where the launcher's short way to the API looks (bin/http/api-door.mjs). In watch mode Next stays on the way, for its reloads. */
const API = Symbol.for("clientele.api");
const FAILURE = Symbol.for("clientele.start-failure");

/** Runs once when the server starts: makes the provisioned owner, starts the upkeep, hands out the API. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { provisionOwner } = await import("./lib/team/set-up");
  const { startUpkeep } = await import("./lib/upkeep");
  await provisionOwner().catch(refuseToStart);
  startUpkeep();
  if (process.env.NODE_ENV !== "production") return;
  const { answer } = await import("./lib/rest/app");
  Object.assign(globalThis, { [API]: answer });
}

/** A bad owner in the environment is one sentence, left for the launcher (bin/http/wake-up.mjs), which stops. */
async function refuseToStart(error: unknown): Promise<void> {
  const { DomainError } = await import("./lib/errors");
  if (!(error instanceof DomainError)) throw error;
  const reasons = Object.entries(error.fields ?? {}).map(
    ([field, reason]) => `${field}: ${reason}`,
  );
  const message = `The owner that CLIENTELE_OWNER_EMAIL and CLIENTELE_OWNER_PASSWORD name cannot be made. ${reasons.join(" ") || error.message}`;
  Object.assign(globalThis, { [FAILURE]: message });
}
