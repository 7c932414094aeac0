/** A whole hub for tests of pages: a record with one reader of each role, the invented release, the site, and a browser. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { type TestDirectus, testDirectus } from "./directus.ts";
import { appointReaders, type ReaderKey } from "./readers.ts";
import { inventedRelease, writeRelease } from "./release.ts";
import { inventedCycle } from "./release-cycle.ts";
import { testSite } from "./site.ts";
import { visit } from "./visitor.ts";

type Cookie = { name: string; value: string; url: string };

/** How somebody looks at the site. */
export interface Window {
  width?: number;
  javaScriptEnabled?: boolean;
}

/** A running hub. */
export interface Hub {
  url: string;
  /** Where its releases are. */
  publishedDir: string;
  /** Its record, with every token. */
  directus: TestDirectus;
  /** What the site has written to its log so far. */
  log: () => string;
  /**
   * A page of somebody who is signed in, still empty.
   *
   * @param onEnd - is handed what closes the page, such as a test's `onTestFinished`
   */
  pageOf(key: ReaderKey, onEnd: (close: () => Promise<void>) => void, window?: Window): Promise<Page>;
  stop(): Promise<void>;
}

/** Starts a hub. Call `stop` in `afterAll`; tests that use it run in a project whose global set-up builds the site. */
export async function startHub(): Promise<Hub> {
  const dataDir = mkdtempSync(join(tmpdir(), "cpd-hub-"));
  const publishedDir = join(dataDir, "published");
  const directus = await testDirectus();
  const credentials = await appointReaders(directus);
  writeRelease(publishedDir, inventedRelease({ cycle: inventedCycle() }));
  const { url: directusUrl, siteToken, clerkToken } = directus;
  const site = await testSite({ dataDir, directusUrl, siteToken, clerkToken });
  const browser = await openBrowser();
  const sessions = new Map<ReaderKey, Promise<Cookie[]>>();

  /** Signs in as somebody, once for the life of the hub. */
  async function signIn(key: ReaderKey): Promise<Cookie[]> {
    const visitor = visit(site.url);
    await visitor.signIn(credentials[key].email, credentials[key].password);
    return [...visitor.cookies].map(([name, value]) => ({ name, value, url: site.url }));
  }

  return {
    url: site.url,
    publishedDir,
    directus,
    log: site.log,
    async pageOf(key, onEnd, { width = 1280, javaScriptEnabled = true } = {}) {
      const session = sessions.get(key) ?? signIn(key);
      sessions.set(key, session);
      const context = await browser.newContext({
        baseURL: site.url,
        viewport: { width, height: 800 },
        javaScriptEnabled,
      });
      await context.addCookies(await session);
      // A job in the background may take long on a busy machine.
      context.setDefaultTimeout(100_000);
      onEnd(() => context.close());
      return context.newPage();
    },
    async stop() {
      await browser.close();
      await site.stop();
      await directus.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}
