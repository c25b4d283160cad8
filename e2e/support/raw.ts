import { type IncomingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** A request to the letter: any Host, any Origin, any path, no redirect followed, nothing added. */
export function send(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const call = request(
      {
        hostname,
        port,
        path,
        method: options.method ?? "GET",
        headers: {
          host,
          ...(options.body !== undefined && { "content-length": Buffer.byteLength(options.body) }),
          ...options.headers,
        },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    call.on("error", reject);
    call.end(options.body);
  });
}

/** A page as the router asks for it on a soft navigation; Next first leads to the address with its own check sum. */
export async function sendRsc(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const ask = { headers: { rsc: "1", ...headers } };
  const answer = await send(url, path, ask);
  const to = answer.headers.location;
  return to?.includes("_rsc") ? send(url, new URL(to, url).href.slice(url.length), ask) : answer;
}

/** The cookies of a page's context, as a header. */
export async function cookieHeader(page: {
  context: () => { cookies: () => Promise<{ name: string; value: string }[]> };
}): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
