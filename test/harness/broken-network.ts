/** A network between the site and Directus that loses what a test tells it to. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** Which requests are meant. */
type Chosen = (method: string, path: string) => boolean;

/** The network, with an address of its own. */
export interface BrokenNetwork {
  url: string;
  /** Answers 503 to the next requests that are chosen: `before` they reach the other side, or `after` it has done what they ask. */
  fail: (times: number, when: "before" | "after", chosen: Chosen) => void;
  stop: () => Promise<void>;
}

/** Stands between somebody and the server at an address. */
export async function breakNetwork(target: string): Promise<BrokenNetwork> {
  let left = 0;
  let when: "before" | "after" = "before";
  let chosen: Chosen = () => false;
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    const body = await buffer(request);
    const isLost = left > 0 && chosen(method, url);
    if (isLost) left -= 1;
    if (isLost && when === "before") return void response.writeHead(503).end();
    const { authorization = "", "content-type": type = "application/json" } = request.headers;
    const sent = { method, headers: { authorization, "content-type": type }, ...(body.length > 0 && { body }) };
    const answer = await fetch(target + url, sent);
    const text = await answer.text();
    if (isLost) return void response.writeHead(503).end();
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" }).end(text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail(times, at, requests) {
      [left, when, chosen] = [times, at, requests];
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
