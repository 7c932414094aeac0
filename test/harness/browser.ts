/** A real Chromium for the tests of pages. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { requireChromium } from "../../bin/chromium.ts";

/** Opens the browser of this machine, installing one where there is none. Close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  // Without a graphics card Chromium would play one in software, which costs more than drawing the page without any.
  const args = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-background-networking"];
  return chromium.launch({ executablePath: requireChromium(), args });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResults {
  violations: { id: string; nodes: { target: string[] }[] }[];
}
declare const window: { axe?: { run: (context: Document, options: object) => Promise<AxeResults> } };

/**
 * What axe finds wrong with a page against WCAG 2.2 AA and its own good practice, as "rule: element" lines. It is handed to
 * a page once, however often it is asked.
 *
 * @param rules - the names of axe's rules to go by; all of them unless told
 */
export async function accessibilityFaults(page: Page, rules: string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe);
  return page.evaluate(async (chosen) => {
    // Nothing is fetched anew, and what is in order is not written down, which takes longer than the finding.
    const options = { resultTypes: ["violations"], preload: false, ...(chosen && { runOnly: chosen }) };
    const { violations } = await window.axe!.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  }, rules);
}

/** By how many pixels a page is wider than its window; 0 where nothing scrolls sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Everything a page complains of from now on: script errors, and what its content policy keeps out. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text());
  });
  return complaints;
}
