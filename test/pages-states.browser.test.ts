import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaintsOf } from "./harness/browser.ts";
import { inventedRelease, inventedSchools, writeRelease } from "./harness/release.ts";
import { type Hub, startHub } from "./harness/served-hub.ts";

let hub: Hub;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub?.stop());

describe("states that are told apart", () => {
  test("a measure that failed says so in place of a number", async ({ onTestFinished }) => {
    const page = await hub.pageOf("trustee", onTestFinished);
    await page.goto("/measures/attainment_8");
    const shown = await page.locator("main").textContent();
    expect(shown).toContain("Attainment 8: could not be worked out this time.");
    expect(shown).toContain("The query names a column that is not there.");
  });

  test("a measure that the policy leaves out is not a measure without data", async ({ onTestFinished }) => {
    const page = await hub.pageOf("trustee", onTestFinished);
    await page.goto("/measures/staff_turnover");
    await page.getByText("That is not the same as having no data.").waitFor();
    await page.goto("/");
    expect(await page.locator("article").filter({ hasText: "Staff turnover" }).count()).toBe(0);
  });

  test("a school whose figures are hidden says so, and shows none of them", async ({ onTestFinished }) => {
    const page = await hub.pageOf("trustee", onTestFinished);
    await page.goto(`/schools/${inventedSchools[7]!.urn}`);
    expect(await page.getByText("hidden, because they could tell on a few people").first().isVisible()).toBe(true);
    await page.getByText("Which ones").first().click();
    const group = page
      .locator("details div")
      .filter({ hasText: "Hidden, because they could tell on a few people" })
      .first();
    expect(await group.textContent()).toContain("Use in the role");
    await page.goto(`/measures/use_in_role?school=${inventedSchools[7]!.urn}`);
    expect(await page.locator("main").textContent()).toContain("hidden for 2025/26");
  });
});

describe("before there are records", () => {
  /** What a page says; a new release is served within half a second. */
  async function mainAt(page: Page, address: string): Promise<string | null> {
    await page.goto(address);
    return page.locator("main").textContent();
  }

  /** A release of the same trust with less in it, served from now on. */
  function publish(id: string, keeps: (measureId: string) => boolean, hasSchools: boolean): void {
    const made = inventedRelease({ id, made_at: `2026-11-20T0${id.at(-1)}:00:00.000Z` });
    const less = <T extends { measure_id: string }>(figures: T[]) => figures.filter((one) => keeps(one.measure_id));
    const schools = hasSchools ? made.schools.map((slice) => ({ ...slice, figures: less(slice.figures) })) : [];
    writeRelease(hub.publishedDir, {
      ...made,
      trust: {
        ...made.trust,
        schools: hasSchools ? made.trust.schools : [],
        figures: less(made.trust.figures),
        benchmarks: less(made.trust.benchmarks),
      },
      schools,
      comparisons: { schools: hasSchools ? made.comparisons.schools : [], figures: less(made.comparisons.figures) },
    });
  }

  test("published figures stand alone, and the page says what is missing and who brings it", async ({
    onTestFinished,
  }) => {
    publish("20261120-7", (id) => id === "ks2_rwm_expected", true);
    const page = await hub.pageOf("trustee", onTestFinished);
    await expect
      .poll(() => mainAt(page, "/"), { timeout: 60_000 })
      .toContain("No professional development is on record as completed yet");
    const shown = await page.locator("main").textContent();
    expect(shown).toMatch(/With nothing recorded yet.*Participation coverage/);
    expect(shown).toContain("A CPD administrator imports the training register, or enters it in the Studio.");
    expect(await page.locator("article li").filter({ hasText: "Expected standard" }).textContent()).toContain("%");
  });

  test("a trust without schools and figures has whole pages all the same", async ({ onTestFinished }) => {
    publish("20261120-8", () => false, false);
    const page = await hub.pageOf("trustee", onTestFinished);
    const complaints = complaintsOf(page);
    await expect.poll(() => mainAt(page, "/schools"), { timeout: 60_000 }).toContain("No school to show yet");
    for (const address of ["/", "/trust", "/measures", "/measures/use_in_role"]) {
      const response = await page.goto(address);
      expect(response!.status()).toBe(200);
    }
    const recorded = await page.locator("main").textContent();
    expect(recorded).toContain("The figures will stand here once there are records");
    expect(recorded).toContain("A CPD administrator enters them in the Studio.");
    expect(await mainAt(page, "/measures/ks2_rwm_expected")).toContain(
      "An administrator imports the department's file.",
    );
    expect(complaints).toEqual([]);
  });
});
