/** A real Chromium for the tests of pages. */
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { requireChromium } from "../../bin/chromium.ts";

/** Opens the browser of this machine, installing one where there is none. Close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  // Without a graphics card Chromium would play one in software, which costs more than drawing the page without any.
  const args = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-background-networking"];
  return chromium.launch({ executablePath: requireChromium(), args });
}

/** What axe finds wrong with a page against WCAG 2.2 AA and its own good practice, as "rule: element" lines. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Its legacy mode looks at the page alone; the other opens a second page for frames from elsewhere, and we have none.
  // What is in order is found all the same, but not written down element by element, which takes longer than the finding.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
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
