import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requireChromium } from "../bin/chromium.ts";
import { invitedRecord } from "./harness/invited.ts";
import type { ReaderKey } from "./harness/readers.ts";
import { inventedRelease, writeRelease } from "./harness/release.ts";
import { inventedCycle } from "./harness/release-cycle.ts";
import { type Hub, startHub } from "./harness/served-hub.ts";
import { allowed, compare, drawDifference, looksTheSame, pngOf, readPicture, type Small, shrink } from "./pictures.ts";

const kept = join(import.meta.dirname, "expected/pictures");
const isUpdate = process.env["UPDATE_PICTURES"] !== undefined;
const toAccept = "If that is meant: UPDATE_PICTURES=1 npm test -- pictures";

type Visitor = ReaderKey | "nobody";
let hub: Hub;
let browser: Browser;
let form: string;
const pages = new Map<Visitor, Promise<Page>>();

beforeAll(async () => {
  hub = await startHub();
  writeRelease(hub.publishedDir, inventedRelease({ cycle: inventedCycle() }));
  const record = await invitedRecord(hub.directus);
  const [sent] = await record.invite([{ activity_id: await record.activity() }]);
  form = `/evaluate/${sent!.token}`;
  // Letters as wide as the font says, whatever the machine's own settings: so lines break in the same places everywhere.
  const looks = ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"];
  const args = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", ...looks];
  browser = await chromium.launch({ executablePath: requireChromium(), args });
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

/** A page of somebody in the browser that draws letters alike. */
async function openFor(key: Visitor): Promise<Page> {
  let close = async () => {};
  const session = key === "nobody" ? null : await hub.pageOf(key, (end) => (close = end));
  const context = await browser.newContext({
    baseURL: hub.url,
    ...(session && { storageState: await session.context().storageState() }),
  });
  await close();
  context.setDefaultTimeout(100_000);
  return context.newPage();
}

type Look = "light" | "dark" | "print";

/** Opens an address and waits until nothing on it is still to come. */
async function goTo(key: Visitor, address: string, width: number, look: Look): Promise<Page> {
  const opened = pages.get(key) ?? openFor(key);
  pages.set(key, opened);
  const page = await opened;
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ media: "screen", colorScheme: look === "dark" ? "dark" : "light" });
  await page.goto(address === "form" ? form : address);
  await page.waitForFunction(() => document.querySelectorAll("figure-chart:not([data-state=drawn])").length === 0);
  await page.evaluate(async (isForPaper) => {
    // Letters for code are the machine's own, and differ from one to the next.
    const letters = new CSSStyleSheet();
    letters.replaceSync(":root { --mono: var(--font) !important; }");
    document.adoptedStyleSheets.push(letters);
    await document.fonts.ready;
    if (isForPaper) dispatchEvent(new Event("beforeprint"));
  }, look === "print");
  // As when somebody prints: what is on the page hears of it first, and then it is laid out as paper.
  if (look === "print") await page.emulateMedia({ media: "print" });
  return page;
}

async function pictureOf(page: Page): Promise<Small> {
  return shrink(await readPicture(await page.screenshot({ fullPage: true, animations: "disabled" })));
}

/** What is told of a picture that is not as it was kept; both stand in a folder to be looked at. */
function complaint(name: string, before: Small, now: Small): string {
  const difference = compare(before, now);
  const share = (part: number) => `${(part * 100).toFixed(2)}%`;
  const folder = mkdtempSync(join(tmpdir(), "cpd-pictures-"));
  writeFileSync(join(folder, `${name}.png`), pngOf(now));
  writeFileSync(join(folder, `${name}-difference.png`), drawDifference(before, now, difference));
  return [
    `${name}: ${share(difference.share)} of it looks different, and ${difference.patch} cells in one patch; ${share(allowed.share)} and ${allowed.patch} may`,
    `As it is now: ${join(folder, `${name}.png`)}`,
    `Kept, now, and where they differ: ${join(folder, `${name}-difference.png`)}`,
    toAccept,
  ].join("\n");
}

const pictures: [name: string, key: Visitor, address: string, ...looks: [width: number, look: Look][]][] = [
  ["sign-in", "nobody", "/sign-in", [390, "light"]],
  ["form", "nobody", "form", [390, "light"], [390, "dark"]],
  ["home", "trustee", "/", [390, "light"], [1440, "light"], [1440, "dark"], [720, "print"]],
  ["home-of-a-school", "governor", "/", [390, "light"]],
  ["level", "trustee", "/levels/learning", [390, "light"], [1440, "light"]],
  ["measure", "trustee", "/measures/use_in_role?school=900001", [390, "dark"], [1440, "light"], [720, "print"]],
  ["compare", "trustee", "/compare/use_in_role", [390, "light"], [1440, "light"], [1440, "dark"]],
  ["needs", "trustee", "/needs", [390, "light"], [1440, "light"]],
  ["provision", "trustee", "/provision", [390, "dark"], [1440, "light"]],
  ["value", "trustee", "/value", [390, "light"], [1440, "light"]],
  ["papers", "trustee", "/papers", [390, "light"], [1440, "light"]],
  ["board-paper", "trustee", "/papers/board_paper?year=202627", [390, "light"], [1440, "light"], [720, "print"]],
];
const each = pictures.flatMap(([name, key, address, ...looks]) =>
  looks.map(([width, look]) => [`${name}-${width}-${look}`, key, address, width, look] as const),
);

test.for(each)("%s looks as it was kept", async ([name, key, address, width, look]) => {
  const now = await pictureOf(await goTo(key, address, width, look));
  const file = join(kept, `${name}.png`);
  if (isUpdate) {
    mkdirSync(kept, { recursive: true });
    // One that looks the same stays as it was, so that only what has changed is looked at again.
    if (!existsSync(file) || compare(await readPicture(readFileSync(file)), now).share > 0)
      writeFileSync(file, pngOf(now));
    return;
  }
  const before = existsSync(file)
    ? await readPicture(readFileSync(file))
    : { width: 0, height: 0, cells: new Uint8ClampedArray() };
  if (!looksTheSame(compare(before, now))) expect.fail(complaint(name, before, now));
});

const changes: [what: string, selector: string, property: string, value: string][] = [
  ["a card moved by eight pixels", "main figure", "transform", "translateX(8px)"],
  ["a heading that is gone", "main h2", "visibility", "hidden"],
  ["a chart that is not drawn", "main canvas", "visibility", "hidden"],
  ["a link in another colour", "main a", "color", "#a8480b"],
  ["letters of another family", "main", "font-family", "serif"],
];

test(`${changes.map(([what]) => what).join(", ")}: each is seen`, async () => {
  const page = await goTo("trustee", "/compare/use_in_role", 1440, "light");
  const before = await pictureOf(page);
  for (const [what, selector, property, value] of changes) {
    const change = (to: string | null) =>
      page
        .locator(selector)
        .first()
        .evaluate((element: HTMLElement, [name, told]) => element.style.setProperty(name, told), [
          property,
          to,
        ] as const);
    await change(value);
    expect([what, looksTheSame(compare(before, await pictureOf(page)))]).toEqual([what, false]);
    await change(null);
  }
  expect(looksTheSame(compare(before, await pictureOf(page)))).toBe(true);
});
