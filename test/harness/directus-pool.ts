/**
 * Directus servers that go from test file to test file, because to start one costs more than most files do. Before a file gets one that
 * another file had, the template's database is laid over the server's own, its caches are emptied and its folder is tidied: no record,
 * session or change of schema is left.
 */
import { once } from "node:events";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { json } from "node:stream/consumers";
import { directusPaths } from "../../directus/environment.ts";
import { type RunningDirectus, startDirectus } from "../../directus/server.ts";
import { freePort } from "./free-port.ts";
import { demoTemplate, serverSettings, tokens } from "./template.ts";

/** What a test file may ask, as `POST /<word>`. */
export interface PoolQuestions {
  /** A Directus of one's own for a while; `isFresh` asks for one that nobody has used. */
  take: { demo: boolean; isFresh: boolean };
  /** Ends it, and leaves its folder. */
  end: { url: string };
  /** Has done with it. */
  give: { url: string };
}

/** A Directus that was handed out. */
export interface Taken {
  url: string;
  dataDir: string;
}

interface Server extends Taken {
  directus: RunningDirectus;
  isEnded: boolean;
  isFresh: boolean;
}

/**
 * Starts to hand out Directus servers.
 *
 * @param empty - the template folder without records
 * @returns where to ask, and what ends every server and removes its folder
 */
export async function directusPool(empty: string): Promise<{ address: string; stop(): Promise<void> }> {
  const idle: Server[] = [];
  const taken = new Map<string, Server>();

  async function remove(server: Server): Promise<void> {
    await server.directus.stop();
    await rm(server.dataDir, { recursive: true, force: true });
  }

  const answers: { [Word in keyof PoolQuestions]: (asked: PoolQuestions[Word]) => Promise<Taken | null> } = {
    async take({ demo, isFresh }) {
      const template = demo ? await demoTemplate(empty) : empty;
      const used = isFresh ? undefined : idle.pop();
      const isReady = used !== undefined && (await layOver(used, template));
      if (used && !isReady) await remove(used);
      const server = used && isReady ? used : await startServer(template, isFresh);
      taken.set(server.url, server);
      return { url: server.url, dataDir: server.dataDir };
    },
    async end({ url }) {
      const server = taken.get(url)!;
      server.isEnded = true;
      await server.directus.stop();
      return null;
    },
    async give({ url }) {
      const server = taken.get(url)!;
      taken.delete(url);
      if (server.isEnded || server.isFresh) await remove(server);
      else idle.push(server);
      return null;
    },
  };

  const desk = createServer(async (request: IncomingMessage, response) => {
    try {
      const word = request.url!.slice(1) as keyof PoolQuestions;
      response.end(JSON.stringify(await answers[word]((await json(request)) as never)));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  desk.listen(0, "127.0.0.1");
  await once(desk, "listening");
  return {
    address: `http://127.0.0.1:${(desk.address() as AddressInfo).port}`,
    async stop() {
      desk.closeAllConnections();
      desk.close();
      const servers = [...idle.splice(0), ...taken.values()];
      taken.clear();
      await Promise.all(servers.map(remove));
    },
  };
}

async function startServer(template: string, isFresh: boolean): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), "cpd-impact-test-"));
  await cp(template, dataDir, { recursive: true });
  const directus = await startOnFreePort(dataDir);
  return { url: directus.url, dataDir, directus, isFresh, isEnded: false };
}

/** Between finding a port free and listening on it, another test may take it. */
async function startOnFreePort(dataDir: string): Promise<RunningDirectus> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startDirectus({ ...serverSettings, dataDir, port: await freePort() });
    } catch (error) {
      if (attempt === 3 || !String(error).includes("port")) throw error;
    }
  }
}

/** Makes a server as new; returns whether it could. */
async function layOver({ url, dataDir }: Server, template: string): Promise<boolean> {
  for (const name of await readdir(dataDir))
    if (name !== "directus") await rm(join(dataDir, name), { recursive: true, force: true });
  const source = new DatabaseSync(directusPaths(template).database, { readOnly: true });
  try {
    await backup(source, directusPaths(dataDir).database);
    const headers = { authorization: `Bearer ${tokens.admin}` };
    return (await fetch(`${url}/utils/cache/clear?system`, { method: "POST", headers })).ok;
  } catch {
    return false;
  } finally {
    source.close();
  }
}
