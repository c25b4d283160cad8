/** Runs once when the server starts: makes the provisioned owner, starts the upkeep. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { provisionOwner } = await import("./lib/team/set-up");
  const { startUpkeep } = await import("./lib/upkeep");
  await provisionOwner();
  startUpkeep();
}
