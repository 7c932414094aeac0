import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

/** Who opens the pages, and where. */
export interface Visitor {
  address: string;
  email: string;
  password: string;
}

/** What a real Chromium loads for each page with nothing cached, and when the figures and the first chart are there. */
export async function measurePages(
  executablePath: string,
  visitor: Visitor,
  pages: string[],
): Promise<{ what: string; value: string }[]> {
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const signedIn = await browser.newContext();
    const door = await signedIn.newPage();
    await door.goto(`${visitor.address}/sign-in`);
    await door.fill("input[name=email]", visitor.email);
    await door.fill("input[name=password]", visitor.password);
    await door.click("button[type=submit]");
    await door.waitForLoadState();
    const storageState = await signedIn.storageState();

    const rows = [];
    for (const path of pages) {
      const context = await browser.newContext({ storageState });
      const page = await context.newPage();
      const loaded = { bytes: 0, scripts: 0, requests: 0 };
      const bodies: Promise<void>[] = [];
      page.on("response", (response) => {
        bodies.push(
          response.body().then(
            (body) => {
              loaded.requests++;
              loaded.bytes += body.length;
              if (response.request().resourceType() === "script") loaded.scripts += gzipSync(body).length;
            },
            () => {},
          ),
        );
      });
      const started = performance.now();
      await page.goto(visitor.address + path, { waitUntil: "domcontentloaded" });
      const figures = performance.now() - started;
      const hasCharts = (await page.locator("figure-chart").count()) > 0;
      if (hasCharts) await page.waitForSelector("figure-chart[data-state=drawn]", { state: "attached" });
      const chart = performance.now() - started;
      await page.waitForLoadState("networkidle");
      await Promise.all(bodies);
      rows.push({
        what: `Load of ${path}: requests, kB, JavaScript kB gzipped, figures, first chart`,
        value: [
          loaded.requests,
          `${Math.round(loaded.bytes / 1000)} kB`,
          `${(loaded.scripts / 1000).toFixed(1)} kB`,
          `${Math.round(figures)} ms`,
          hasCharts ? `${Math.round(chart)} ms` : "no chart",
        ].join(", "),
      });
      await context.close();
    }
    return rows;
  } finally {
    await browser.close();
  }
}
