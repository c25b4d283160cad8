/** Alive: this process answers. Says nothing about the database. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "private, no-store" } });
}

export const dynamic = "force-dynamic";
