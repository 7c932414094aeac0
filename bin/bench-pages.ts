import { type Browser, chromium } from "playwright-core";
import { budgets, type Measurement, overBudget } from "./bench-budgets.ts";
import type { Visit } from "./bench-visits.ts";

const args = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-background-networking"];

/** What a real Chromium loads for each page with nothing cached, and when the figures and the first chart are there. */
export async function measureLoads(executablePath: string, visits: readonly Visit[]): Promise<Measurement[]> {
  const browser = await chromium.launch({ executablePath, args });
  try {
    const rows: Measurement[] = [];
    for (const visit of visits) rows.push(await load(browser, visit));
    return rows;
  } finally {
    await browser.close();
  }
}

async function load(browser: Browser, { kind, address, cookie }: Visit): Promise<Measurement> {
  const context = await browser.newContext(cookie ? { extraHTTPHeaders: { cookie } } : {});
  try {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    await protocol.send("Network.enable");
    const kinds = new Map<string, string>();
    const loaded = { requests: 0, bytes: 0, scripts: 0 };
    protocol.on("Network.responseReceived", ({ requestId, response, type }) => {
      if (response.url.startsWith("http")) kinds.set(requestId, type);
    });
    // What came over the wire, headers included: compressed, where the server compresses.
    protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (!kinds.has(requestId)) return;
      loaded.requests++;
      loaded.bytes += encodedDataLength;
      if (kinds.get(requestId) === "Script") loaded.scripts += encodedDataLength;
    });
    const started = performance.now();
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const figures = performance.now() - started;
    const hasCharts = (await page.locator("figure-chart").count()) > 0;
    if (hasCharts) await page.waitForSelector("figure-chart[data-state=drawn]", { state: "attached" });
    const chart = performance.now() - started;
    await page.waitForLoadState("networkidle");
    const kilobytes = loaded.bytes / 1000;
    const scripts = loaded.scripts / 1000;
    const scriptLimit = hasCharts ? budgets.chartKilobytes : kind === "a form" ? budgets.formKilobytes : 0;
    return {
      what: `Load of ${kind}: requests, sent, of it JavaScript, figures, first chart`,
      value: [
        loaded.requests,
        `${kilobytes.toFixed(1)} kB`,
        `${scripts.toFixed(1)} kB`,
        `${Math.round(figures)} ms`,
        hasCharts ? `${Math.round(chart)} ms` : "no chart",
      ].join(", "),
      missed: overBudget(
        ["requests", loaded.requests, budgets.requests],
        ["kB", kilobytes, budgets.kilobytes],
        ["kB of JavaScript", scripts, scriptLimit],
        ["ms to the first chart", hasCharts ? chart : 0, budgets.firstChartMs],
      ),
    };
  } finally {
    await context.close();
  }
}

/** How long a choice on a page takes from the browser's asking to the figure's being painted: the middle of nine. */
export async function measureChoice(executablePath: string, { address, cookie }: Visit): Promise<Measurement> {
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await (await browser.newContext({ extraHTTPHeaders: { cookie } })).newPage();
    await page.goto(address);
    const select = page.locator("select[name=breakdown]");
    const options = await select.locator("option").evaluateAll((all) => all.map((one) => one.getAttribute("value")!));
    const times: number[] = [];
    for (let count = 0; count < 9; count++) {
      const chosen = options[(count + 1) % options.length]!;
      await select.selectOption(chosen);
      await select.locator("xpath=ancestor::form").locator("button").click();
      await page.waitForURL(`**breakdown=${chosen}**`, { waitUntil: "load" });
      times.push(await page.evaluate(firstPaint));
    }
    const middle = times.sort((one, other) => one - other)[4]!;
    return {
      what: "A choice changed: its figure painted",
      value: `${Math.round(middle)} ms`,
      missed: overBudget(["ms", middle, budgets.choiceMs]),
    };
  } finally {
    await browser.close();
  }
}

/** Runs in the page: when its content was first painted, in milliseconds after it was asked for. */
function firstPaint(): Promise<number> {
  return new Promise((done) => {
    const observer = new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName("first-contentful-paint");
      if (paint) done(paint.startTime);
    });
    observer.observe({ type: "paint", buffered: true });
  });
}
