import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownSchool } from "./harness/readers.ts";
import { inventedRelease } from "./harness/release.ts";
import { type Hub, startHub } from "./harness/served-hub.ts";

let hub: Hub;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub?.stop());

const school = `/schools/${ownSchool.urn}`;
test("a page where nothing moves sends no JavaScript, one with charts less than 75 kB", async ({ onTestFinished }) => {
  const page = await hub.pageOf("trustee", onTestFinished);
  let bytes = 0;
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script") bytes += gzipSync(await response.body()).length;
  });
  for (const address of [
    "/",
    school,
    "/measures",
    "/schools",
    "/about-figures",
    "/levels/learning",
    "/glossary",
    "/search",
  ]) {
    await page.goto(address, { waitUntil: "networkidle" });
    expect(bytes).toBe(0);
  }
  await page.goto("/measures/use_in_role", { waitUntil: "networkidle" });
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(75_000);
});

test("without JavaScript every figure is there, and the page says that only the picture is missing", async ({
  onTestFinished,
}) => {
  const page = await hub.pageOf("governor", onTestFinished, { javaScriptEnabled: false });
  await page.goto("/measures/use_in_role");
  const figures = inventedRelease()
    .schools[0]!.figures.filter(({ measure_id, breakdown }) => measure_id === "use_in_role" && breakdown === "total")
    .map(({ value }) => `${(value! * 100).toFixed(1)}%`);
  const table = page.getByRole("table", { name: "by academic year" });
  for (const figure of figures) await table.getByRole("cell", { name: figure, exact: true }).first().waitFor();
  expect(await table.getByRole("row").count()).toBe(figures.length + 1);
  await page.getByText("The picture needs JavaScript").first().waitFor({ state: "visible" });
});

describe("a chart", () => {
  /** How many pixels of a canvas are not empty. */
  const inked = (page: Page, at = 0) =>
    page
      .locator("canvas")
      .nth(at)
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((value, index) => index % 4 === 3 && value > 0).length;
      });

  test("is drawn when it comes into view, in room that was kept for it", async ({ onTestFinished }) => {
    const page = await hub.pageOf("trustee", onTestFinished);
    await page.goto("/measures/use_in_role");
    const heightBefore = (await page.locator(".stage").first().boundingBox())!.height;
    await page.locator("figure-chart").first().scrollIntoViewIfNeeded();
    await page.locator("figure-chart[data-state=drawn]").first().waitFor();
    expect(await inked(page)).toBeGreaterThan(1000);
    expect((await page.locator(".stage").first().boundingBox())!.height).toBe(heightBefore);
  });

  test("is read point by point with the arrow keys", async ({ onTestFinished }) => {
    const page = await hub.pageOf("governor", onTestFinished);
    await page.goto("/measures/use_in_role");
    await page.locator("figure-chart[data-state=drawn]").first().focus();
    const spoken = page.locator("figure-chart .spoken").first();
    await page.keyboard.press("ArrowRight");
    expect(await spoken.textContent()).toBe("Hawthorn Primary School, 2022/23: 46.0%, likely range 41.0% to 51.0%");
    await page.keyboard.press("End");
    expect(await spoken.textContent()).toContain("2026/27");
    await page.keyboard.press("Escape");
    expect(await spoken.textContent()).toBe("");
  });

  test("follows the theme", async ({ onTestFinished }) => {
    const page = await hub.pageOf("trustee", onTestFinished);
    await page.goto("/measures/use_in_role");
    await page.locator("figure-chart[data-state=drawn]").first().waitFor();
    const picture = () =>
      page
        .locator("canvas")
        .first()
        .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const light = await picture();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(picture, { timeout: 60_000 }).not.toBe(light);
  });
});

test("the keyboard reaches everything on a page, and shows where it is", async ({ onTestFinished }) => {
  const page = await hub.pageOf("trustee", onTestFinished);
  await page.goto("/measures/use_in_role", { waitUntil: "networkidle" });
  await page.locator("figure-chart[data-state=drawn]").nth(1).waitFor();
  for (const summary of await page.locator("summary").filter({ visible: true }).all()) await summary.click();
  const reachable = ":is(a[href], button, select, input, summary, [tabindex='0']):not([popover] *)";
  const wanted = await page.locator(reachable).filter({ visible: true }).count();
  const reached = new Set<number>();
  for (let steps = 0; steps < wanted + 2; steps += 1) {
    await page.keyboard.press("Tab");
    const [index, outline] = await page.evaluate((selector) => {
      const focused = document.activeElement!;
      const style = getComputedStyle(focused);
      return [
        [...document.querySelectorAll(selector)].indexOf(focused),
        Number.parseFloat(style.outlineWidth),
      ] as const;
    }, reachable);
    if (index === -1) continue;
    reached.add(index);
    expect(outline).toBeGreaterThanOrEqual(2);
  }
  expect(reached.size).toBe(wanted);
});

test("detail is folded on a telephone, opened by an address that leads into it, and open on a wide screen and on paper", async ({
  onTestFinished,
}) => {
  const page = await hub.pageOf("governor", onTestFinished, { width: 390, javaScriptEnabled: false });
  await page.goto("/provision");
  const table = page.getByRole("table", { name: "Priorities in" });
  expect(await table.isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect(await table.isVisible()).toBe(true);
  await page.emulateMedia({ media: "screen" });
  const id = await page.locator("tr[id^=priority-]").first().getAttribute("id");
  await page.goto(`/provision?#${id}`);
  expect(await table.isVisible()).toBe(true);
  await page.goto("/needs");
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await page.getByRole("table", { name: "Priorities in" }).isVisible()).toBe(true);
});

test("a choice of school, year and breakdown is an address that can be sent to a colleague", async ({
  onTestFinished,
}) => {
  const page = await hub.pageOf("trustee", onTestFinished, { javaScriptEnabled: false });
  await page.goto("/measures/use_in_role");
  await page.getByLabel("School").selectOption({ label: "Larkmoor High School" });
  await page.getByLabel("Year in detail").selectOption({ label: "2023/24" });
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Show" }).click()]);
  expect(new URL(page.url()).searchParams.get("school")).toBe("900005");
  await page.getByRole("heading", { name: "By staff group, 2023/24" }).waitFor();
  await page.getByRole("table", { name: "Larkmoor High School, by academic year" }).waitFor();
});

test("paper has the page without its navigation", async ({ onTestFinished }) => {
  const page = await hub.pageOf("trustee", onTestFinished);
  await page.goto("/");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(false);
  expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
  expect(await page.locator(".sheet-head p").textContent()).toBe(
    "Larkmoor Learning Trust · 2025/26 · Data as of 20 November 2026",
  );
});

test("a school's home is three sheets of paper at most, and each says whose it is and from what day", async ({
  onTestFinished,
}) => {
  const page = await hub.pageOf("governor", onTestFinished);
  await page.goto("/");
  const paper = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  const sheets = paper.match(/\/Type \/Page\b/g)!.length;
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(3);
});

test("the year that is looked at stands in the address, and back undoes the choice", async ({ onTestFinished }) => {
  const page = await hub.pageOf("governor", onTestFinished, { javaScriptEnabled: false });
  await page.goto("/");
  await page.getByLabel("Year", { exact: true }).selectOption({ label: "2023/24" });
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Show" }).click()]);
  await page.getByText("You are looking at 2023/24").waitFor();
  expect(new URL(page.url()).searchParams.get("year")).toBe("202324");
  expect(await page.locator("main").textContent()).not.toContain("in 2025/26");
  await page.goBack();
  expect(await page.getByText("You are looking at").count()).toBe(0);
});

test("all fifteen questions are one tap away without a script, and a word opens its meaning", async ({
  onTestFinished,
}) => {
  const page = await hub.pageOf("governor", onTestFinished, { width: 390, javaScriptEnabled: false });
  await page.goto("/");
  await page.locator("summary", { hasText: "All fifteen questions" }).click();
  expect(await page.locator("aside ol a").filter({ visible: true }).count()).toBe(15);
  const meaning = page.getByRole("note").filter({ hasText: "confidence interval" }).first();
  expect(await meaning.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Likely range" }).first().click();
  expect(await meaning.isVisible()).toBe(true);
});
