import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { schoolSlice } from "../pipelines/contract.ts";
import { followReleases } from "../src/data/releases.ts";
import type { Reader } from "../src/session/reader.ts";
import { damage, inventedRelease, inventedSchools, writeRelease } from "./harness/release.ts";

let dataDir: string;
let publishedDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "cpd-data-"));
  publishedDir = join(dataDir, "published");
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(dataDir, { recursive: true });
  };
});

const earlier = inventedRelease({ id: "earlier", as_of: "2026-11-12", made_at: "2026-11-12T06:00:00.000Z" });
const later = inventedRelease({ id: "later", as_of: "2026-11-19", made_at: "2026-11-19T06:00:00.000Z" });

describe("the live release", () => {
  test("is the one that current names", async () => {
    writeRelease(publishedDir, later);
    writeRelease(publishedDir, earlier);
    expect(await followReleases(publishedDir)()).toMatchObject({ release: { id: "earlier" }, banner: null });
  });

  test("is replaced by a newer one without a restart", async () => {
    const live = followReleases(publishedDir, 0);
    writeRelease(publishedDir, earlier);
    expect((await live()).release.id).toBe("earlier");
    writeRelease(publishedDir, later);
    expect((await live()).release.id).toBe("later");
  });

  test("says how the last run ended even when that run made no release", async () => {
    const live = followReleases(publishedDir, 0);
    writeRelease(publishedDir, later);
    expect((await live()).run?.outcome).toBe("released");
    const failed = { ...(await live()).run!, outcome: "failed", problem: "The record did not answer." };
    writeFileSync(join(publishedDir, "run.json"), JSON.stringify(failed));
    expect(await live()).toMatchObject({ release: { id: "later" }, run: { outcome: "failed" }, banner: null });
  });

  test("does not exist before anything is published", async () => {
    await expect(followReleases(publishedDir)()).rejects.toThrow("Nothing has been published yet");
  });
});

describe("a damaged release", () => {
  const ways: [how: string, (folder: string) => void][] = [
    ["its description is gone", (folder) => rmSync(join(folder, "release.json"))],
    ["its description is cut short", (folder) => writeFileSync(join(folder, "release.json"), '{"id":"later",')],
    ["its catalogue is changed", (folder) => damage(folder, "catalogue.json")],
    ["the trust's figures are changed", (folder) => damage(folder, "trust.json")],
    ["a school's file is missing", (folder) => rmSync(join(folder, "schools/900004.json"))],
    ["a school's file is cut short", (folder) => writeFileSync(join(folder, "schools/900004.json"), "{")],
    ["it is gone altogether", (folder) => rmSync(folder, { recursive: true })],
  ];

  test.for(ways)("is replaced by the one before it, with a banner, when %s", async ([, spoil]) => {
    writeRelease(publishedDir, earlier);
    spoil(writeRelease(publishedDir, later));
    const { release, banner } = await followReleases(publishedDir)();
    expect(release.id).toBe("earlier");
    expect(banner).toContain("12 November 2026");
  });

  test("that shows only when a school's file is read is replaced from then on", async () => {
    const live = followReleases(publishedDir, 0);
    writeRelease(publishedDir, earlier);
    damage(writeRelease(publishedDir, later), "schools/900004.json");
    const { read, banner } = await live();
    expect(banner).toBeNull();
    await expect(read("schools/900004.json", schoolSlice)).rejects.toThrow("later");
    expect(await live()).toMatchObject({ release: { id: "earlier" }, banner: expect.stringContaining("damaged") });
  });

  test("is never replaced by one made after it", async () => {
    writeRelease(publishedDir, later, false);
    damage(writeRelease(publishedDir, earlier), "trust.json");
    await expect(followReleases(publishedDir)()).rejects.toThrow("No release is whole");
  });

  test("is served again once it is made again under its name", async () => {
    const live = followReleases(publishedDir, 0);
    writeRelease(publishedDir, earlier);
    damage(writeRelease(publishedDir, later), "trust.json");
    expect((await live()).release.id).toBe("earlier");
    rmSync(join(publishedDir, "releases/later"), { recursive: true });
    writeRelease(publishedDir, later);
    expect(await live()).toMatchObject({ release: { id: "later" }, banner: null });
  });
});

describe("what is opened for a reader", () => {
  const governor: Reader = {
    userId: "u1",
    role: "governor",
    label: "Governor",
    seesTrust: false,
    schoolUrns: ["900001"],
    keeps: null,
    mayExport: false,
    mayExportAnswers: false,
  };
  const trustee: Reader = { ...governor, seesTrust: true, schoolUrns: [] };

  /** The data layer over this test's own folder; settings are read when the module is loaded. */
  async function dataLayer() {
    vi.resetModules();
    vi.stubEnv("DATA_DIR", dataDir);
    return import("../src/data/measures.ts");
  }

  test("a governor's figures are read without opening another school's file", async () => {
    const folder = writeRelease(publishedDir);
    for (const { urn } of inventedSchools.slice(1)) damage(folder, `schools/${urn}.json`);
    damage(folder, "comparisons.json");
    const { figuresFor, readSchool } = await dataLayer();
    expect((await readSchool(governor, "900001")).school.name).toBe("Hawthorn Primary School");
    const places = new Set((await figuresFor(governor, {})).map((figure) => figure.school_urn));
    expect(places).toEqual(new Set([null, "900001"]));
  });

  test("a governor is refused another school, whether or not it exists, and the comparisons", async () => {
    writeRelease(publishedDir);
    const { readSchool, readComparisons, figuresFor } = await dataLayer();
    for (const urn of ["900002", "999999", "../trust"])
      await expect(readSchool(governor, urn)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(readComparisons(governor)).rejects.toMatchObject({ name: "Forbidden" });
    await expect(figuresFor(governor, { school: "900002" })).rejects.toMatchObject({ name: "Forbidden" });
  });

  test("what may be passed on is for whoever may open the school, and what is hidden for administrators", async () => {
    writeRelease(publishedDir);
    const { figuresFor, readLeavingSchool, readSuppression } = await dataLayer();
    await expect(readLeavingSchool(governor, "900002")).rejects.toMatchObject({ name: "Forbidden" });
    await expect(figuresFor(governor, { school: "900002", audience: "leaving" })).rejects.toMatchObject({
      name: "Forbidden",
    });
    const hidden = (await figuresFor(governor, { audience: "leaving" })).filter(({ status }) => status === "[c]");
    expect(new Set(hidden.map(({ category }) => category))).toEqual(new Set(["Teaching assistants"]));
    for (const reader of [governor, trustee])
      await expect(readSuppression(reader)).rejects.toMatchObject({ name: "Forbidden" });
    const cells = await readSuppression({ ...trustee, mayExport: true });
    expect(new Set(cells.map(({ audience }) => audience))).toEqual(new Set(["signed_in", "leaving"]));
  });

  test("a reader of the trust reads every school and is told when there is no such school", async () => {
    writeRelease(publishedDir);
    const { readSchool, readComparisons, figuresFor } = await dataLayer();
    const places = new Set(
      (await figuresFor(trustee, { measure: "quality_rating" })).map((figure) => figure.school_urn),
    );
    expect(places.size).toBe(9);
    expect((await readComparisons(trustee)).schools).toHaveLength(8);
    for (const urn of ["999999", "../trust", "__proto__"])
      await expect(readSchool(trustee, urn)).rejects.toMatchObject({ name: "NotFound" });
  });

  test("figures are narrowed by measure, school, year and breakdown together", async () => {
    writeRelease(publishedDir);
    const { figuresFor } = await dataLayer();
    const asked = { measure: "retention_rate", school: "trust", time_period: 202526, breakdown: "staff_group" };
    const categories = (await figuresFor(governor, asked)).map((figure) => figure.category);
    expect(categories).toEqual(["Teachers", "Teaching assistants"]);
  });

  test("a request in hand is answered from one release, though a newer one appears meanwhile", async () => {
    writeRelease(publishedDir, earlier);
    const { readRelease, readSchool, withLiveRelease } = await dataLayer();
    await withLiveRelease(async () => {
      writeRelease(publishedDir, { ...later, schools: [] });
      vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1000);
      expect((await readRelease()).release.id).toBe("earlier");
      expect((await readSchool(governor, "900001")).figures.length).toBeGreaterThan(0);
    });
    expect((await readRelease()).release.id).toBe("later");
  });
});
