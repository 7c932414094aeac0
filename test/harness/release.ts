/** A small invented release, the same on every run: eight schools, nine measures, five years and every status. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type Benchmark,
  type Catalogue,
  type ComparisonsSlice,
  type CycleSlice,
  type Figure,
  type LastRun,
  type Release,
  release as releaseShape,
  type School,
  type SchoolSlice,
  type SuppressionSlice,
  type TrustSlice,
} from "../../pipelines/contract.ts";
import { countSuppression } from "../../pipelines/disclosure/audiences.ts";
import { sliceCycle } from "../../pipelines/release/cycle-slices.ts";
import { type DutySlices, sliceDuties } from "../../pipelines/release/duty-slices.ts";
import { inventedCatalogue } from "./release-measures.ts";

/** Everything that one release publishes, before it is written to files. */
export interface InventedRelease {
  id: string;
  as_of: string;
  made_at: string;
  catalogue: Catalogue;
  trust: TrustSlice;
  schools: SchoolSlice[];
  comparisons: ComparisonsSlice;
  /** Tasks and course reports; none unless a test says so (release-duties.ts). */
  duties?: DutySlices | undefined;
  /** The yearly cycle; none unless a test says so (release-cycle.ts). */
  cycle?: CycleSlice | undefined;
}

const names: [name: string, phase: string][] = [
  ["Hawthorn Primary School", "primary"],
  ["Bramble Lane Primary School", "primary"],
  ["Otterbrook Primary School", "primary"],
  ["Fennel Hill Primary School", "primary"],
  ["Larkmoor High School", "secondary"],
  ["Saltmarsh Academy", "secondary"],
  ["Willow Court School", "special"],
  ["Tarn Side Primary School", "primary"],
];

/** The eight schools: 900001 to 900008, the last of them with nine staff. */
export const inventedSchools: School[] = names.map(([name, phase], index) => ({
  urn: String(900001 + index),
  name,
  phase,
  local_authority: "Larkshire",
  trust_joined_on: index === 7 ? "2024-09-01" : "2019-09-01",
}));

const years = [202223, 202324, 202425, 202526, 202627];

/** A label that stands in one school's file and nowhere else, so that a test can see whose file a page was made from. */
export const canaryOf = (urn: string) => `Heron gate opened (${urn})`;

/** How many stand behind a figure: a different number for every school, so that it tells whose figure it is. */
const denominatorOf = (index: number) => (index === 7 ? 9 : 1031 + 97 * index);

function statusOf(id: string, school: School, index: number, year: number): Figure["status"] {
  if (id === "ks2_rwm_expected") return school.phase === "primary" ? (year === 202627 ? "[x]" : "") : "[z]";
  if (id === "use_in_role" && index === 1) return "[low]";
  if (id === "staff_turnover" && year === 202425) return "[b]";
  return index === 7 ? "[c]" : "";
}

function figure(
  id: string,
  place: { urn: string | null; status: Figure["status"]; denominator: number; share: number },
  year: number,
): Figure {
  const { unit, interval, claim_grade } = inventedCatalogue.measures.find((measure) => measure.id === id)!;
  const { urn, status, denominator, share } = place;
  const isShown = !["[c]", "[x]", "[z]"].includes(status);
  const scale = unit === "mean" ? 5 : unit === "money" ? 40 : 1;
  const numerator = Math.round(share * denominator * scale);
  const value = numerator / denominator;
  return {
    measure_id: id,
    school_urn: urn,
    time_period: year,
    breakdown: "total",
    category: "Total",
    numerator: isShown ? numerator : null,
    denominator: isShown ? denominator : null,
    value: isShown ? value : null,
    lower: isShown && interval !== "none" ? value - 0.05 * scale : null,
    upper: isShown && interval !== "none" ? value + 0.05 * scale : null,
    invited: isShown && ["quality_rating", "use_in_role"].includes(id) ? denominator + 200 : null,
    status,
    claim_grade,
  };
}

/** The same figure for each staff group: the teachers are six in ten. */
function withStaffGroups(total: Figure): Figure[] {
  const measure = inventedCatalogue.measures.find(({ id }) => id === total.measure_id)!;
  if (!measure.breakdowns.includes("staff_group")) return [total];
  const groups = [["Teachers", 0.6] as const, ["Teaching assistants", 0.4] as const].map(([category, part]) => ({
    ...total,
    breakdown: "staff_group",
    category,
    numerator: total.numerator && Math.round(total.numerator * part),
    denominator: total.denominator && Math.round(total.denominator * part),
  }));
  return [total, ...groups];
}

const measureIds = inventedCatalogue.measures.filter(({ failure }) => failure === null).map(({ id }) => id);
const shareOf = (index: number, yearAt: number, measureAt: number) =>
  0.5 + 0.03 * yearAt + 0.02 * index - 0.01 * measureAt;

function schoolFigures(school: School, index: number): Figure[] {
  return measureIds.flatMap((id, measureAt) =>
    years.flatMap((year, yearAt) => {
      const status = statusOf(id, school, index, year);
      return withStaffGroups(
        figure(
          id,
          { urn: school.urn, status, denominator: denominatorOf(index), share: shareOf(index, yearAt, measureAt) },
          year,
        ),
      );
    }),
  );
}

const trustFigures: Figure[] = measureIds.flatMap((id, measureAt) =>
  years.flatMap((year, yearAt) => {
    const status = id === "ks2_rwm_expected" && year === 202627 ? ("[x]" as const) : ("" as const);
    return withStaffGroups(
      figure(id, { urn: null, status, denominator: 9403, share: shareOf(3, yearAt, measureAt) }, year),
    );
  }),
);

const benchmarks: Benchmark[] = years.slice(0, 4).flatMap((time_period, at) =>
  (["national", "local_authority"] as const).map((geography, place) => ({
    measure_id: "ks2_rwm_expected",
    time_period,
    geography,
    geography_name: geography === "national" ? "England" : "Larkshire",
    value: 0.58 + 0.01 * at + 0.02 * place,
    status: "" as const,
    population: "State-funded schools",
    release_status: "final" as const,
    publisher: "Department for Invented Statistics",
    source_title: "Invented key stage 2 results",
    source_url: null,
    licence: "Open Government Licence v3.0",
    retrieved_on: "2026-10-01",
  })),
);

/** Makes the release. Another `id` or `asOf` is another release of the same trust. */
export function inventedRelease(
  told: Partial<Pick<InventedRelease, "id" | "as_of" | "made_at" | "duties" | "cycle">> = {},
): InventedRelease {
  const schools = inventedSchools.map((school, index) => ({
    school,
    figures: schoolFigures(school, index),
    benchmarks,
    events: [{ on: "2024-03-04", time_period: 202324, label: canaryOf(school.urn), school_urn: school.urn }],
  }));
  const totals = schools.flatMap((slice) => slice.figures).filter((found) => found.breakdown === "total");
  return {
    id: "20261120-1",
    as_of: "2026-11-20",
    made_at: "2026-11-20T06:00:00.000Z",
    ...told,
    catalogue: inventedCatalogue,
    trust: {
      schools: inventedSchools,
      figures: trustFigures,
      benchmarks,
      events: [{ on: "2023-09-04", time_period: 202324, label: "Reading programme began", school_urn: null }],
    },
    schools,
    comparisons: { schools: inventedSchools, figures: totals },
  };
}

/**
 * Writes a release as the pipeline does and makes it the live one.
 *
 * @param isLive - false leaves `current` as it is
 * @returns the release's folder
 */
export function writeRelease(publishedDir: string, made: InventedRelease = inventedRelease(), isLive = true): string {
  const folder = join(publishedDir, "releases", made.id);
  const files: Release["files"] = {};
  function write(path: string, content: unknown): void {
    const text = JSON.stringify(content);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    files[path] = { sha256: createHash("sha256").update(text).digest("hex"), bytes: Buffer.byteLength(text) };
  }
  write("catalogue.json", made.catalogue);
  write("trust.json", made.trust);
  for (const slice of made.schools) write(`schools/${slice.school.urn}.json`, slice);
  write("comparisons.json", made.comparisons);
  write("leaving/trust.json", { figures: leavingOf(made.trust.figures) });
  for (const { school, figures } of made.schools)
    write(`leaving/schools/${school.urn}.json`, { figures: leavingOf(figures) });
  const hidden = hiddenCells(made.schools);
  write("suppression.json", { cells: hidden });
  const urns = made.schools.map(({ school }) => school.urn);
  for (const [path, slice] of Object.entries(sliceDuties(urns, made.duties ?? {}))) write(path, slice);
  for (const [path, slice] of Object.entries(sliceCycle(urns, made.cycle))) write(path, slice);
  const description: Release = {
    id: made.id,
    as_of: made.as_of,
    records_up_to: `${made.as_of}T05:40:00.000Z`,
    made_at: made.made_at,
    row_counts: { staff: 451, participations: 8122 },
    rejects: [{ collection: "participations", field: "hours_attended", reason: "is negative", rows: 2 }],
    checks: [
      {
        id: "employments_overlap",
        title: "Nobody has two spells at one school at once",
        severity: "warning",
        passed: true,
        failing_rows: 0,
        collections: ["employments"],
      },
      {
        id: "participations_have_activity",
        title: "Every participation is in an activity",
        severity: "error",
        passed: true,
        failing_rows: 0,
        collections: ["participations"],
      },
    ],
    suppression: countSuppression(hidden),
    files,
  };
  writeFileSync(join(folder, "release.json"), JSON.stringify(releaseShape.parse(description)));
  if (!isLive) return folder;
  const run: LastRun = {
    started_at: made.made_at,
    finished_at: made.made_at,
    mode: "full",
    outcome: "released",
    release_id: made.id,
    problem: null,
  };
  writeFileSync(join(publishedDir, "run.json"), JSON.stringify(run));
  writeFileSync(join(publishedDir, "current.draft"), `${made.id}\n`);
  renameSync(join(publishedDir, "current.draft"), join(publishedDir, "current"));
  return folder;
}

/** The same figures as they may leave the log-in: those of teaching assistants are too few. */
function leavingOf(figures: Figure[]): Figure[] {
  const hidden = { numerator: null, denominator: null, value: null, lower: null, upper: null, invited: null };
  return figures.map((found) =>
    found.category === "Teaching assistants" ? { ...found, ...hidden, status: "[c]" as const } : found,
  );
}

/** Every hidden figure of the schools, for both audiences. */
function hiddenCells(schools: SchoolSlice[]): SuppressionSlice["cells"] {
  return (["signed_in", "leaving"] as const).flatMap((audience) =>
    schools
      .flatMap(({ figures }) => (audience === "leaving" ? leavingOf(figures) : figures))
      .filter(({ status }) => status === "[c]")
      .map(({ measure_id, school_urn, time_period, breakdown, category }) => ({
        ...{ measure_id, school_urn, time_period, breakdown, category, audience },
        rule: breakdown === "total" ? ("primary" as const) : ("complementary" as const),
      })),
  );
}

/** Changes a file of a release without changing its size, as a failing disk does: only its hash tells. */
export function damage(folder: string, path: string): void {
  const content = readFileSync(join(folder, path));
  content[content.length - 1] = 0;
  writeFileSync(join(folder, path), content);
}
