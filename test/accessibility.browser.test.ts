import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "./harness/browser.ts";
import { trustProgramme } from "./harness/release-cycle.ts";
import { type Hub, startHub } from "./harness/served-hub.ts";

let hub: Hub;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub?.stop());

const addresses = [
  "/",
  "/schools",
  "/schools/900001",
  "/schools/900008",
  "/trust",
  "/compare/quality_rating?order=size",
  "/levels/learning?school=900001",
  "/needs",
  "/provision",
  `/provision/${trustProgramme}`,
  "/value",
  "/access",
  "/sharing?words=card",
  "/qualifications?school=900001",
  "/glossary",
  "/search?q=turnovr",
  "/measures",
  "/measures/use_in_role?school=900001",
  "/measures/ks2_rwm_expected",
  "/measures/attainment_8",
  "/measures/staff_turnover",
  "/about-figures",
  "/measures?q=turnover",
  "/data",
  "/data/hidden?measure=quality_rating",
];

test.for(addresses)("axe finds nothing at %s, light or dark, wide or narrow", async (address, { onTestFinished }) => {
  const page = await hub.pageOf(address.startsWith("/data") ? "cpd_administrator" : "trustee", onTestFinished);
  await page.goto(address);
  for (const summary of await page.locator("summary").all()) await summary.click();
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 360],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
});
