import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server for an empty page, on a port of its own: another origin. */
export async function emptySite() {
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>x</title>"),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}
