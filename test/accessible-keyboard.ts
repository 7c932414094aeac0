/** Paths through the site with the keyboard alone, and what a finger or a mouse is told of a chart. Part of accessibility.browser.test.ts. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Hub } from "./harness/served-hub.ts";

/** What has the focus: its words, how thick the line around it is, and whether any of it is out of sight or covered. */
function focusOf(page: Page) {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const [x, y] = [left + Math.min(width, innerWidth) / 2, top + Math.min(height, innerHeight) / 2];
    const seen = document.elementFromPoint(x, y);
    return {
      words: (focused.ariaLabel ?? focused.textContent ?? "").trim(),
      outline: Number.parseFloat(getComputedStyle(focused).outlineWidth),
      isInSight: seen !== null && (focused.contains(seen) || seen.contains(focused)),
    };
  });
}

/** Presses Tab until something with these words has the focus; every stop on the way shows where it is. */
async function tabTo(page: Page, words: string | RegExp, most = 60): Promise<void> {
  for (let steps = 0; steps < most; steps += 1) {
    await page.keyboard.press("Tab");
    const focus = await focusOf(page);
    expect(focus).toMatchObject({ isInSight: true });
    expect([focus.words, focus.outline >= 2]).toEqual([focus.words, true]);
    if (typeof words === "string" ? focus.words === words : words.test(focus.words)) return;
  }
  throw new Error(`Tab does not come to ${words}`);
}

/** Presses Enter and waits for the page it leads to. */
async function enter(page: Page): Promise<string> {
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

/** The words written on charts, as they are drawn. */
async function recordWords(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const drawn: string[] = [];
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      drawn.push(text);
      return fillText.call(this, text, ...rest);
    };
    Object.assign(globalThis, { drawn });
  });
  return () => page.evaluate(() => (globalThis as unknown as { drawn: string[] }).drawn.splice(0));
}

/** The tests; `hubOf` gives the hub once it has started. */
export function describeKeyboard(hubOf: () => Hub): void {
  describe("with the keyboard alone", () => {
    test("the first stop skips to the page, and the menu leads on", async ({ onTestFinished }) => {
      const page = await hubOf().pageOf("trustee", onTestFinished);
      await page.goto("/");
      await page.keyboard.press("Tab");
      expect((await focusOf(page)).words).toBe("Skip to the page");
      await page.keyboard.press("Enter");
      await tabTo(page, "Hawthorn Primary School", 1);
      await page.goto("/");
      await tabTo(page, "Our CPD");
      expect(await enter(page)).toBe("/needs");
      await tabTo(page, "Value for money");
      expect(await enter(page)).toBe("/value");
    });

    test("a place and a year are chosen, and something is searched for", async ({ onTestFinished }) => {
      const page = await hubOf().pageOf("trustee", onTestFinished);
      await page.goto("/value");
      await tabTo(page, /^Larkmoor Learning Trust\s*Bramble Lane/);
      await page.keyboard.type("Saltmarsh");
      await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowDown");
      await tabTo(page, "Show", 1);
      expect(await enter(page)).toMatch(/^\/value\?school=900006&year=202425/);
      await page.keyboard.press("Tab");
      await tabTo(page, "Larkmoor Learning Trust", 1);
      await page.keyboard.press("Tab");
      await page.keyboard.type("turnover");
      expect(await enter(page)).toBe("/search?q=turnover");
    });

    test("a wide table is scrolled in its own box", async ({ onTestFinished }) => {
      const page = await hubOf().pageOf("trustee", onTestFinished, { width: 320 });
      await page.goto("/measures/use_in_role?school=900001");
      await page.locator("figure-chart[data-state=drawn]").first().waitFor();
      await tabTo(page, /^Use in the role, Hawthorn Primary School, by academic year/);
      await page.keyboard.press("ArrowRight");
      const scrolled = () => page.evaluate(() => document.activeElement!.scrollLeft);
      await expect.poll(scrolled).toBeGreaterThan(0);
    });

    test("an administrator freezes a paper as an edition", async ({ onTestFinished }) => {
      const page = await hubOf().pageOf("cpd_administrator", onTestFinished);
      await page.goto("/papers/subscriptions_review?school=900001");
      await tabTo(page, /^Freeze as edition/);
      expect(await enter(page)).toMatch(/^\/papers\/editions\/\d$/);
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    });
  });

  test("keys, mouse and finger are told the same of a point, as the table has it, and Escape sends it away", async ({
    onTestFinished,
  }) => {
    const page = await hubOf().pageOf("trustee", onTestFinished);
    const words = await recordWords(page);
    await page.goto("/measures/use_in_role?school=900001");
    const chart = page.locator("figure-chart[data-state=drawn]").first();
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    const told = await chart.locator(".spoken").textContent();
    expect(told).toBe("Hawthorn Primary School, 2022/23: 46.0%, likely range 41.0% to 51.0%");
    const row = page.getByRole("row", { name: /^2022\/23/ }).first();
    expect(await row.textContent()).toMatch(/46\.0%[\s\S]*41\.0% to 51\.0%/);
    const at = await page.evaluate(() => {
      const canvas = document.querySelector("canvas")!.getBoundingClientRect();
      return { x: canvas.left + canvas.width * 0.14, y: canvas.top + canvas.height * 0.45 };
    });
    for (const point of [
      () => page.mouse.move(at.x, at.y),
      () =>
        page
          .locator("canvas")
          .first()
          .dispatchEvent("touchstart", { touches: [{ identifier: 0, clientX: at.x, clientY: at.y }] }),
    ]) {
      await page.keyboard.press("Escape");
      await words();
      await page.keyboard.press("Escape");
      expect(await words()).not.toContain(told);
      await point();
      await expect.poll(words).toContain(told);
    }
  });
}
