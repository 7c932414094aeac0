/** Looks at a page as it is for people with other eyes, hands and settings than ours; for tests that go through many pages. */
import type { Page } from "playwright-core";
import { accessibilityFaults } from "./harness/browser.ts";

/** What axe's rules on these find depends on colours and on the width of the window; the others read what a page consists of. */
const rulesOfLooks = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/** What is wrong with the headings of a page, and with what its charts say to those who do not see them. */
function structureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => Number(tagName[1]));
    const skipped = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
    const charts = [...document.querySelectorAll<HTMLElement>("figure-chart")];
    const isNameless = (chart: HTMLElement) =>
      !chart.ariaLabel || chart.tabIndex !== 0 || !/\d/.test(chart.querySelector(".stage")?.ariaLabel ?? "");
    // The figures of a chart stand in a table after it, or in a paper as words.
    const hasFiguresAfter = (chart: HTMLElement) =>
      [...document.querySelectorAll("main table, figure details p")].some(
        (figures) => chart.compareDocumentPosition(figures) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
    return [
      ...(levels.filter((level) => level === 1).length === 1 && levels[0] === 1 ? [] : [`headings: ${levels}`]),
      ...skipped.map((level) => `a heading of level ${level} under none of level ${level - 1}`),
      ...charts.filter(isNameless).map((_, at) => `chart ${at} has no name, no figures in words or no focus`),
      ...charts.filter((chart) => !hasFiguresAfter(chart)).map((_, at) => `chart ${at} has no figures after it`),
    ];
  });
}

/** What moves although the reader asked for rest. */
function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
      const isStill = [animationDuration, transitionDuration].every((time) => Number.parseFloat(time) === 0);
      return isStill && scrollBehavior === "auto" ? [] : [`moves: ${element.tagName} ${element.className}`];
    }),
  );
}

/** What does not fit a window of 320 pixels, with WCAG's wider spacing of text (1.4.12) as well as without it. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tooWide = (when: string) => {
      const by = document.scrollingElement!.scrollWidth - innerWidth;
      return by > 0 ? [`${by} pixels wider than the window ${when}`] : [];
    };
    const isCut = (element: Element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      if (clipPath !== "none" || ![overflowX, overflowY].some((flow) => /hidden|clip/.test(flow))) return false;
      return element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
    };
    const before = tooWide("as it is");
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(`* {
      line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
    }
    p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets.push(spacing);
    const cut = [...document.querySelectorAll("body *")].filter(isCut);
    const after = [
      ...tooWide("with wider text"),
      ...cut.map(({ tagName, className }) => `cut: ${tagName} ${className}`),
    ];
    document.adoptedStyleSheets.pop();
    return [...before, ...after];
  });
}

/**
 * Everything that is wrong with a page for somebody: opened in full, 320 pixels wide, dark and at rest; 320 pixels are also
 * what is left of 1280 at 400% zoom.
 *
 * @param isNew - whether no page of its kind was looked at before: it is then looked at wide and light as well
 */
export async function everythingWrong(page: Page, isNew: boolean): Promise<string[]> {
  await page.waitForFunction(() => document.querySelectorAll("figure-chart:not([data-state=drawn])").length === 0);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const wide = isNew ? await accessibilityFaults(page) : [];
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await accessibilityFaults(page, isNew ? rulesOfLooks : null);
  const others = [...(await structureFaults(page)), ...(await movingParts(page)), ...(await misfits(page))];
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  await page.setViewportSize({ width: 1280, height: 800 });
  return [...wide, ...narrow.map((fault) => `dark and narrow: ${fault}`), ...others];
}
