import { createHash } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { createBareQueries } from "./bare-queries.mjs";

/**
 * The measure: a server with nothing but node:http and pg, which checks the same token and answers the
 * same questions with the best SQL known.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const queries = createBareQueries(pool);
const TOKEN = `select k.id from api_key k join admin a on a.id = k.created_by
  where k.token_hash = $1 and k.revoked_at is null and a.deactivated_at is null
    and (k.expires_at is null or k.expires_at > now())`;

const server = createServer(async (request, response) => {
  try {
    const hash = createHash("sha256").update(request.headers["x-medusa-access-token"] ?? "");
    const { rowCount } = await pool.query(TOKEN, [hash.digest("hex")]);
    if (!rowCount) return send(response, 401, "");
    const url = new URL(request.url, "http://localhost");
    const id = url.pathname.split("/")[3];
    if (request.method === "POST") {
      const body = await readJson(request);
      return send(response, 200, await (id ? queries.update(id, body) : queries.create(body)));
    }
    send(response, 200, await (id ? queries.retrieve(id) : list(url.searchParams)));
  } catch (error) {
    console.error(error);
    send(response, 500, "");
  }
});

server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("Ready on it"));

function list(params) {
  const [q, order] = [params.get("q"), params.get("order")];
  const page = {
    limit: Number(params.get("limit") ?? 50),
    offset: Number(params.get("offset") ?? 0),
  };
  if (q) return queries.search(q, page);
  if (order) return queries.byEmail(page);
  return page.offset === 0 ? queries.firstPage(page) : queries.farPage(page);
}

async function readJson(request) {
  let text = "";
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

function send(response, status, text) {
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}
