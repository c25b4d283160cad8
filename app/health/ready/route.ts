import { isReady } from "@/lib/readiness";

/** Ready: requests can be served. Why not is for the log, not for strangers. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { status: ready ? "ready" : "unavailable" },
    { status: ready ? 200 : 503, headers: { "cache-control": "private, no-store" } },
  );
}

export const dynamic = "force-dynamic";
