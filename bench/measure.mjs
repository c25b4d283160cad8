import http from "node:http";

const ENOUGH = 200;
const VISIT_MS = 1_500;
const LEAST = 9;
const CROWD = 16;
const CROWD_MS = 2_000;

/**
 * Asks over keep-alive connections of its own.
 * @param {{ url: string, token: string, connections?: number }} given
 */
export function createClient({ url, token, connections = 1 }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const headers = { "x-medusa-access-token": token };
  return {
    /** @returns {Promise<{ status: number, text: string, milliseconds: number }>} */
    ask({ method, path, body }) {
      return new Promise((resolve, reject) => {
        const started = performance.now();
        const extra = body
          ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) }
          : {};
        const request = http.request(`${url}${path}`, {
          method,
          agent,
          headers: { ...headers, ...extra },
        });
        request.on("error", reject);
        request.on("response", (response) => {
          const chunks = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("end", () => {
            const milliseconds = performance.now() - started;
            if (response.statusCode >= 300)
              return reject(
                new Error(`${method} ${path}: ${response.statusCode} ${Buffer.concat(chunks)}`),
              );
            resolve({
              status: response.statusCode,
              text: Buffer.concat(chunks).toString(),
              milliseconds,
            });
          });
        });
        request.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

/** One after another for a while; adds the times to `times`. */
export async function visit(client, { request, isFresh }, { side, times, change }) {
  const until = performance.now() + VISIT_MS;
  for (let asked = 0; asked < ENOUGH && (asked < LEAST || performance.now() < until); asked += 1) {
    if (isFresh) await change();
    const { milliseconds } = await client.ask(request(times.length, side));
    times.push(milliseconds);
  }
}

/** Sixteen at once for a while. @returns {Promise<number>} answers a second */
export async function crowd(given, { request }, side) {
  const client = createClient({ ...given, connections: CROWD });
  const started = performance.now();
  let answers = 0;
  const one = async () => {
    while (performance.now() - started < CROWD_MS) {
      await client.ask(request(answers, side));
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: CROWD }, one));
  client.close();
  return answers / ((performance.now() - started) / 1000);
}

export function percentile(times, share) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
