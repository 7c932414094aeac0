import { expect, test } from "vitest";
import { readSchools, readTeacherGroups } from "../pipelines/marts/readers.ts";
import type { CountedFigure } from "../pipelines/measures/calculate.ts";
import { calculateAll } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { type Outcome, type PlayedRelease, play, releaseOf, type Setting } from "./harness/attacker-play.ts";
import { executive, paperHolder, type Reader, readerOf } from "./harness/attacker-readers.ts";
import { inventedMeasures, inventedTrust, teacherGroups } from "./harness/attacker-trusts.ts";
import { demoHub } from "./harness/demo.ts";

const thresholds = { threshold_signed_in: 5, threshold_leaving: 10 };
const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const settingOf = (urns: readonly string[]): Setting => ({
  measures: inventedMeasures,
  teacherGroups,
  urns,
  thresholds,
});

/** Where a reader won, without a number. */
function lost({ findings, telling }: Outcome, name: string): string[] {
  return [
    ...findings.map(({ figure, what }) => ({ figure, what })),
    ...telling.map((figure) => ({ figure, what: "figure" })),
  ].map(({ figure: { measure_id, school_urn, time_period, category }, what }) =>
    [name, what, measure_id, school_urn ?? "trust", time_period, category].join(" "),
  );
}

test("in 200 trusts no reader with a solver finds a hidden number more closely than the policy allows", () => {
  let sought = 0;
  for (const seed of seeds) {
    const { urns, figures } = inventedTrust(seed);
    const release = releaseOf(settingOf(urns), figures);
    const own = urns[seed % urns.length]!;
    // Whoever sees more finds more: the others are played by turns.
    const others = [readerOf([own], urns), readerOf([own, urns[(seed + 1) % urns.length]!], urns)];
    const papers = seed % 2 === 0 ? [paperHolder] : [];
    for (const reader of [executive, ...papers, ...(seed % 5 === 0 ? others : [])]) {
      const outcome = play(settingOf(urns), reader, [release]);
      expect({ seed, found: lost(outcome, reader.name) }).toEqual({ seed, found: [] });
      sought += outcome.sought;
    }
  }
  expect(sought).toBeGreaterThan(20_000);
}, 240_000);

test("a figure that should be hidden and is not is found by the attacker", () => {
  let won = 0;
  for (const seed of seeds.slice(0, 10)) {
    const { urns, figures } = inventedTrust(seed);
    const release = releaseOf(settingOf(urns), figures);
    const careless = withoutComplementary(release, figures);
    won += play(settingOf(urns), executive, [careless]).findings.length > 0 ? 1 : 0;
  }
  expect(won).toBeGreaterThan(5);
}, 60_000);

/** The same release with everything shown that is hidden only for the sake of others. */
function withoutComplementary(release: PlayedRelease, figures: readonly CountedFigure[]): PlayedRelease {
  const rules = new Map(
    release.disclosed.cells
      .filter(({ audience }) => audience === "signed_in")
      .map((cell) => [placeOf(cell), cell.rule]),
  );
  const truth = new Map(figures.map(({ people, in_scope, ...figure }) => [placeOf(figure), figure]));
  const slices = Object.fromEntries(
    Object.entries(release.slices).map(([path, slice]) => {
      const own = (slice as { figures?: CountedFigure[] }).figures;
      const shown = own?.map((figure) => {
        const place = placeOf(figure);
        return rules.get(place) === "complementary" ? (truth.get(place) ?? figure) : figure;
      });
      return [path, shown ? { ...(slice as object), figures: shown } : slice];
    }),
  );
  return { ...release, slices };
}

function placeOf({
  measure_id,
  school_urn,
  time_period,
  breakdown,
  category,
}: Pick<CountedFigure, "measure_id" | "school_urn" | "time_period" | "breakdown" | "category">): string {
  return [measure_id, school_urn, time_period, breakdown, category].join("|");
}

test("whoever kept the release before finds no more while the figures are the same", () => {
  for (const seed of seeds.slice(0, 12)) {
    const { urns, figures } = inventedTrust(seed);
    const first = releaseOf(settingOf(urns), figures);
    const second = releaseOf(settingOf(urns), figures, [first]);
    for (const reader of [executive, paperHolder]) {
      const outcome = play(settingOf(urns), reader, [first, second]);
      expect({ seed, found: lost(outcome, reader.name) }).toEqual({ seed, found: [] });
    }
  }
}, 120_000);

test("in the demo trust no reader with a solver finds a hidden number more closely than the policy allows", async () => {
  const hub = await demoHub();
  const measures = await loadCatalogue();
  const counted = (await calculateAll(hub, measures)).figures.filter(({ time_period }) => time_period >= 202425);
  const urns = (await readSchools(hub)).map(({ urn }) => urn);
  const setting = { measures, teacherGroups: await readTeacherGroups(hub), urns, thresholds };
  const release = releaseOf(setting, counted);
  const readers: Reader[] = [executive, paperHolder, readerOf([urns[0]!], urns)];
  for (const reader of readers) {
    const outcome = play(setting, reader, [release]);
    expect(outcome.sought).toBeGreaterThan(100);
    expect(lost(outcome, reader.name).slice(0, 20)).toEqual([]);
  }
}, 240_000);
