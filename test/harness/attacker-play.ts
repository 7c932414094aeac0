/** Plays readers against releases: makes what each of them can open and lets them try. */
import type { Figure } from "../../pipelines/contract.ts";
import { type Audiences, discloseToBoth } from "../../pipelines/disclosure/audiences.ts";
import type { CountedFigure } from "../../pipelines/measures/calculate.ts";
import type { Measure } from "../../pipelines/measures/define.ts";
import { sliceRelease } from "../../pipelines/release/slices.ts";
import { attack, type Finding } from "./attacker-bounds.ts";
import { promisedWidths, tellingFigures } from "./attacker-judge.ts";
import { figuresFor, type Reader } from "./attacker-readers.ts";
import { keyOf, type Truth, truthOf } from "./attacker-sums.ts";
import { inventedCatalogue } from "./release-measures.ts";

/** What all releases of a trust have in common. */
export interface Setting {
  measures: readonly Measure[];
  teacherGroups: readonly string[];
  urns: readonly string[];
  thresholds: { threshold_signed_in: number; threshold_leaving: number };
}

/** A release as its files are, with the truth behind it and what was hidden. */
export interface PlayedRelease {
  slices: Record<string, unknown>;
  disclosed: Audiences;
  truth: Truth;
}

/** Makes a release of these figures, as the pipeline does after earlier ones, the newest first. */
export function releaseOf(
  setting: Setting,
  counted: readonly CountedFigure[],
  earlier: readonly PlayedRelease[] = [],
): PlayedRelease {
  const { measures, teacherGroups, urns, thresholds } = setting;
  const before = earlier.map(({ disclosed }) => disclosed);
  const disclosed = discloseToBoth(counted, { measures, teacherGroups }, thresholds, before);
  const { figures, leaving, cells } = disclosed;
  const slices = sliceRelease({
    policy: inventedCatalogue.policy,
    measures: [],
    schools: urns.map((urn) => ({ urn, name: urn, phase: "primary", local_authority: null, trust_joined_on: null })),
    figures,
    leaving,
    suppressed: cells,
    benchmarks: [],
    events: [],
  });
  return { slices, disclosed, truth: truthOf(counted) };
}

/** What a reader found out, and how many numbers the reader looked for. */
export interface Outcome {
  findings: Finding[];
  telling: Figure[];
  sought: number;
}

/**
 * One reader with what can be opened of one release or of several, one after the other.
 *
 * What is hidden for its own sake in one of them must be safe in all. What is hidden beside it in one and shown in another is public, and
 * a number that has changed by as many as make a batch of answers tells of that batch as a whole.
 *
 * @param changed - the school whose people are not the same in all of them, if any: the reader knows which one it is
 */
export function play(
  { measures, teacherGroups, thresholds }: Setting,
  reader: Reader,
  releases: readonly PlayedRelease[],
  changed: string | null = null,
): Outcome {
  const threshold = reader.audience === "leaving" ? thresholds.threshold_leaving : thresholds.threshold_signed_in;
  const readings = releases.map(({ slices, truth }) => ({ figures: figuresFor(reader, slices), truth }));
  const own = releases.map(({ disclosed }) => disclosed.cells.filter(({ audience }) => audience === reader.audience));
  const promised = releases.map(({ truth }) => promisedWidths(measures, truth, threshold));
  const forOthers = own.map((cells) => new Set(cells.filter(({ rule }) => rule === "complementary").map(keyOf)));
  const shown = new Set(readings.flatMap(({ figures }) => figures.filter(({ status }) => status !== "[c]").map(keyOf)));
  const isSame = (school: string | null) => changed === null || (school !== null && school !== changed);
  const { findings, sought } = attack(
    { measures, teacherGroups, readings, hasAllSchools: reader.hasAllSchools, isSame },
    (figure, index) => {
      const isPublic = forOthers[index]!.has(keyOf(figure)) && shown.has(keyOf(figure));
      const [then, now] = [releases[0]!, releases.at(-1)!].map(({ truth }) => truth.of(figure).denominator);
      return isPublic || Math.abs(now! - then!) >= thresholds.threshold_signed_in ? null : promised[index]!(figure);
    },
  );
  const telling = readings.flatMap(({ figures, truth }) => tellingFigures(figures, measures, truth, threshold));
  return { findings, telling, sought };
}
