/** Pages in the colours of the reader's own system. Part of accessibility.browser.test.ts. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { invitedRecord } from "./harness/invited.ts";
import type { Hub } from "./harness/served-hub.ts";

const names = ["Canvas", "CanvasText", "GrayText", "Highlight"] as const;

/** What the names of the system's colours come to, as `r, g, b`. */
function systemColours(page: Page): Promise<Record<(typeof names)[number], string>> {
  return page.evaluate((all) => {
    const spot = document.body.appendChild(document.createElement("i"));
    const found = all.map((name) => {
      spot.style.color = name;
      return [
        name,
        getComputedStyle(spot)
          .color.replaceAll(/[^\d,]/g, "")
          .replaceAll(",", ", "),
      ];
    });
    spot.remove();
    return Object.fromEntries(found);
  }, names);
}

/** Whether two colours are the same but for rounding. */
function isNear(one: string, other: string): boolean {
  const numbers = other.split(", ").map(Number);
  return one.split(", ").every((value, at) => Math.abs(Number(value) - numbers[at]!) <= 2);
}

/** The colours that at least twenty points of a chart have, as `r, g, b`. */
function coloursOfChart(page: Page): Promise<string[]> {
  return page
    .locator("canvas")
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      const counts = new Map<string, number>();
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] !== 255) continue;
        const colour = `${data[at]}, ${data[at + 1]}, ${data[at + 2]}`;
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return [...counts].filter(([, count]) => count >= 20).map(([colour]) => colour);
    });
}

/** The tests; `hubOf` gives the hub once it has started. */
export function describeForcedColours(hubOf: () => Hub): void {
  describe.for(["light", "dark"] as const)("in the reader's own colours, %s", (colorScheme) => {
    const open = async (address: string, onEnd: (close: () => Promise<void>) => void): Promise<Page> => {
      const page = await hubOf().pageOf("trustee", onEnd);
      await page.emulateMedia({ forcedColors: "active", colorScheme });
      await page.goto(address);
      return page;
    };

    test("a chart's lines, points and words are in them, and follow when they are chosen later", async ({
      onTestFinished,
    }) => {
      const page = await open("/measures/use_in_role?school=900001", onTestFinished);
      await page.locator("figure-chart[data-state=drawn]").first().waitFor();
      const system = await systemColours(page);
      const drawn = await coloursOfChart(page);
      for (const name of ["CanvasText", "GrayText", "Highlight"] as const)
        expect([name, drawn.some((colour) => isNear(colour, system[name]))]).toEqual([name, true]);
      const [ours, signal] = { light: ["11, 92, 107", "168, 72, 11"], dark: ["108, 197, 211", "240, 160, 103"] }[
        colorScheme
      ];
      expect(drawn).not.toContain(ours);
      await page.emulateMedia({ forcedColors: "none" });
      await expect.poll(() => coloursOfChart(page)).toEqual(expect.arrayContaining([ours, signal]));
    });

    test("marks, small pictures, hatching, where one is and the focus are still there", async ({ onTestFinished }) => {
      const page = await open("/compare/use_in_role", onTestFinished);
      const { Canvas, CanvasText, GrayText } = await systemColours(page);
      const style = (selector: string, property: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
      expect(await style("main svg .line", "stroke")).toContain(CanvasText);
      expect(await style("main svg .national", "stroke")).toContain(GrayText);
      expect(await style("nav a[aria-current]", "border-bottom-color")).not.toContain(Canvas);
      expect(await style("nav a:not([aria-current])", "border-bottom-color")).toContain(Canvas);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      expect(await style(":focus", "outline-style")).toBe("solid");
      expect(await style(":focus", "outline-color")).not.toContain(Canvas);
      await page.goto("/");
      expect(await style(".mark.signal", "background-color")).toContain(CanvasText);
      expect(await style(".hatched", "border-image-source")).toContain("repeating-linear-gradient");
      expect(await style(".button", "border-style")).toBe("solid");
    });
  });

  describe("in a form", () => {
    let address: string;
    beforeAll(async () => {
      const record = await invitedRecord(hubOf().directus);
      const [sent] = await record.invite([{ activity_id: await record.activity() }]);
      address = `/evaluate/${sent!.token}`;
    });

    test("a chosen answer stands out in the reader's own colours by its rim", async ({ onTestFinished }) => {
      const page = await hubOf().pageOf("governor", onTestFinished);
      await page.emulateMedia({ forcedColors: "active" });
      await page.goto(address);
      const options = page.locator("label.option");
      await options.first().click();
      const rim = (at: number) => options.nth(at).evaluate((option) => getComputedStyle(option).borderTopWidth);
      expect([await rim(0), await rim(1)]).toEqual(["3px", "1px"]);
    });
  });
}
