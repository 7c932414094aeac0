import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Figure } from "../pipelines/contract.ts";
import { type ReleaseContent, writeLastRun, writeRelease } from "../pipelines/release/release.ts";
import { sliceRelease } from "../pipelines/release/slices.ts";
import { inventedRelease } from "./harness/release.ts";

const now = new Date("2026-11-20T06:00:00Z");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "published-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const made = inventedRelease();
const publishable = {
  policy: made.catalogue.policy,
  measures: made.catalogue.measures,
  schools: made.trust.schools,
  figures: [...made.trust.figures, ...made.schools.flatMap((slice) => slice.figures)],
  leaving: [],
  suppressed: [],
  benchmarks: made.trust.benchmarks,
  events: [...made.trust.events, ...made.schools.flatMap((slice) => slice.events)],
};
const contentOf = (more: Partial<ReleaseContent> = {}): ReleaseContent => ({
  as_of: "2026-11-20",
  records_up_to: "2026-11-20T05:00:00.000Z",
  row_counts: { staff: 3 },
  rejects: [],
  checks: [],
  suppression: [],
  slices: sliceRelease(publishable),
  ...more,
});
const read = (path: string) => readFileSync(join(folder, path), "utf8");

test("a school's file holds that school's figures and nobody else's", () => {
  const slices = sliceRelease(publishable);
  for (const { urn } of made.trust.schools) {
    const slice = slices[`schools/${urn}.json`] as { figures: Figure[]; events: { school_urn: string | null }[] };
    expect(new Set(slice.figures.map((figure) => figure.school_urn))).toEqual(new Set([urn]));
    expect(new Set(slice.events.map((event) => event.school_urn))).toEqual(new Set([null, urn]));
  }
});

test("the trust's file holds no school's figures, and the comparisons only their totals", () => {
  const slices = sliceRelease(publishable) as Record<string, { figures: Figure[] }>;
  expect(slices["trust.json"]!.figures.every((figure) => figure.school_urn === null)).toBe(true);
  expect(slices["comparisons.json"]!.figures.length).toBeGreaterThan(0);
  expect(slices["comparisons.json"]!.figures.every((figure) => figure.school_urn !== null)).toBe(true);
  expect(slices["comparisons.json"]!.figures.every((figure) => figure.breakdown === "total")).toBe(true);
});

test("a school is compared with its own local authority and not with another", () => {
  const benchmarks = made.trust.benchmarks.map((benchmark) =>
    benchmark.geography === "local_authority" ? { ...benchmark, geography_name: "Elsewhere" } : benchmark,
  );
  const slices = sliceRelease({ ...publishable, benchmarks }) as Record<
    string,
    { benchmarks: { geography: string }[] }
  >;
  const inSchool = slices["schools/900001.json"]!.benchmarks.map((benchmark) => benchmark.geography);
  expect(new Set(inSchool)).toEqual(new Set(["national"]));
});

test("a figure that is not as agreed is never published", () => {
  const figures = [{ ...publishable.figures[0]!, staff_id: "p1" }];
  expect(() => sliceRelease({ ...publishable, figures })).toThrow("staff_id");
});

test("the same content has the same id and the same bytes, in whatever order it comes", async () => {
  const { id } = await writeRelease(folder, contentOf(), now);
  const first = read(`releases/${id}/schools/900001.json`);
  const shuffled = sliceRelease({
    ...publishable,
    schools: publishable.schools.toReversed(),
    benchmarks: publishable.benchmarks.toReversed(),
    events: publishable.events.toReversed(),
  });
  rmSync(join(folder, "releases"), { recursive: true });
  const again = await writeRelease(folder, contentOf({ slices: shuffled }), now);
  expect(again.id).toBe(id);
  expect(id).toMatch(/^2026-11-20-[0-9a-f]{12}$/);
  expect(read(`releases/${id}/schools/900001.json`)).toBe(first);
});

test("sums that differ in the sixteenth digit make no new release", async () => {
  const withSlice = (value: number) => contentOf({ slices: { "trust.json": { value } } });
  const { id } = await writeRelease(folder, withSlice(0.1 + 0.2), now);
  expect((await writeRelease(folder, withSlice(0.3), now)).id).toBe(id);
  expect((await writeRelease(folder, withSlice(0.301), now)).id).not.toBe(id);
});

test("unchanged content makes no new release and touches no file", async () => {
  const first = await writeRelease(folder, contentOf(), now);
  expect(first.isNew).toBe(true);
  const before = read(`releases/${first.id}/release.json`);
  const again = await writeRelease(folder, contentOf(), new Date("2026-11-20T07:00:00Z"));
  expect(again).toEqual({ id: first.id, isNew: false });
  expect(read(`releases/${first.id}/release.json`)).toBe(before);
});

test("refused records and checks are part of a release: another count is another release", async () => {
  const first = await writeRelease(folder, contentOf(), now);
  const rejects = [{ collection: "costs", field: "amount", reason: "is empty", rows: 1 }];
  const second = await writeRelease(folder, contentOf({ rejects }), now);
  expect(second.id).not.toBe(first.id);
  expect(read("current")).toBe(second.id);
});

test("a damaged release is made again", async () => {
  const { id } = await writeRelease(folder, contentOf(), now);
  const path = `releases/${id}/schools/900001.json`;
  const whole = read(path);
  writeFileSync(join(folder, path), whole.slice(0, 100));
  expect(await writeRelease(folder, contentOf(), now)).toEqual({ id, isNew: true });
  expect(read(path)).toBe(whole);
});

test("what a run left behind that died while it wrote is cleared away by the next one", async () => {
  const { id } = await writeRelease(folder, contentOf(), now);
  writeFileSync(join(folder, ".making-half"), "{");
  await writeRelease(folder, contentOf(), now);
  expect(readdirSync(folder).sort()).toEqual(["current", "releases"]);
  expect(readdirSync(join(folder, "releases"))).toEqual([id]);
});

test("thirty releases are kept, and the live one whatever its age", async () => {
  const ids: string[] = [];
  for (let day = 1; day <= 32; day += 1) {
    const as_of = `2026-${day > 30 ? "10" : "09"}-${String(day > 30 ? day - 30 : day).padStart(2, "0")}`;
    const { id } = await writeRelease(folder, contentOf({ as_of, slices: { "trust.json": {} } }), now);
    utimesSync(join(folder, "releases", id), day, day);
    ids.push(id);
  }
  expect(readdirSync(join(folder, "releases")).sort()).toEqual(ids.slice(2).sort());
  const oldest = ids[2]!;
  await writeRelease(folder, contentOf({ as_of: oldest.slice(0, 10), slices: { "trust.json": {} } }), now);
  await writeRelease(folder, contentOf({ as_of: oldest.slice(0, 10), slices: { "trust.json": {} } }), now);
  expect(read("current")).toBe(oldest);
  expect(readdirSync(join(folder, "releases"))).toContain(oldest);
});

test("a release that an edition rests on is kept for good, and every one while an edition cannot be read", async () => {
  const edition = join(folder, "editions", "1");
  const release = async (day: number) => {
    const as_of = `2026-${day > 30 ? "10" : "09"}-${String(day > 30 ? day - 30 : day).padStart(2, "0")}`;
    const { id } = await writeRelease(folder, contentOf({ as_of, slices: { "trust.json": {} } }), now);
    utimesSync(join(folder, "releases", id), day, day);
    return id;
  };
  const first = await release(1);
  const second = await release(2);
  mkdirSync(edition, { recursive: true });
  writeFileSync(join(edition, "edition.json"), JSON.stringify({ release_id: first }));
  for (let day = 3; day <= 33; day += 1) await release(day);
  const kept = () => readdirSync(join(folder, "releases"));
  expect(kept()).toContain(first);
  expect(kept()).not.toContain(second);
  expect(kept()).toHaveLength(31);

  writeFileSync(join(edition, "edition.json"), "{");
  await release(34);
  expect(kept()).toHaveLength(32);
});

test("how the last run ended replaces what was said of the one before", async () => {
  const run = { started_at: now.toISOString(), finished_at: now.toISOString(), mode: "full" as const };
  await writeLastRun(folder, { ...run, outcome: "failed", release_id: null, problem: "Directus: it does not answer" });
  await writeLastRun(folder, { ...run, outcome: "unchanged", release_id: "r", problem: null });
  expect(JSON.parse(read("run.json"))).toMatchObject({ outcome: "unchanged", problem: null });
  expect(readdirSync(folder)).toEqual(["run.json"]);
});
