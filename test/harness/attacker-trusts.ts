/** Invented trusts of random size, with the people and answers that are hard to hide. */
import type { CountedFigure } from "../../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../../pipelines/measures/catalogue.ts";
import type { Measure, MeasureSource } from "../../pipelines/measures/define.ts";
import { addUpRows, type Row } from "./attacker-figures.ts";

const template = (await loadCatalogue()).find(({ id }) => id === "staff_retention_in_trust")!;

function measureOf(id: string, base: string, definition: Partial<MeasureSource>): Measure {
  return { ...template, id, definition: { ...template.definition, breakdowns: [], base, ...definition } };
}

/** Measures of the same people, of some of these, and of the same answers. */
export const inventedMeasures: Measure[] = [
  measureOf("coverage", "staff_in_post", { breakdowns: ["staff_group"] }),
  measureOf("retention", "staff_in_post", { breakdowns: ["staff_group"], is_sensitive: true }),
  measureOf("hours", "staff_in_post", {
    unit: "hours",
    breakdowns: ["staff_group", "contract"],
    trust_breakdowns: ["contract"],
  }),
  measureOf("turnover", "teachers_in_post", {}),
  measureOf("assistants", "support_staff_in_post", {}),
  measureOf("quality", "end_of_session", {
    counts: "answers",
    breakdowns: ["staff_group", "programme", "answer"],
    trust_breakdowns: ["programme"],
    distributions: ["answer"],
  }),
  measureOf("relevance", "end_of_session", { counts: "answers" }),
  measureOf("survey", "staff_survey", {
    counts: "answers",
    is_sensitive: true,
    breakdowns: ["statement"],
    trust_breakdowns: ["statement"],
  }),
];

/** The staff groups that are teachers. */
export const teacherGroups = ["Teachers", "Leaders"];
const groups = ["Teachers", "Support staff", "Leaders", "Assistants"];
const years = [202425, 202526];

/** The same numbers for the same seed (mulberry32): whole numbers from 0, below the given one. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** An invented trust, and as it is when some more people have joined one of its schools. */
export interface InventedTrust {
  urns: string[];
  figures: CountedFigure[];
  changed: { school: string; figures: CountedFigure[] };
}

/** A trust of two to eight schools; some open, some close, some groups are of one person, some say all the same. */
export function inventedTrust(seed: number): InventedTrust {
  const random = randomOf(seed);
  const schools = random(4) === 0 ? 2 : 2 + random(7);
  const urns = Array.from({ length: schools }, (_, index) => `${100001 + index}`);
  const own = groups.slice(0, 2 + random(3));
  const rows: Row[] = [];
  for (const school of urns) {
    const [opens, closes] = [random(5) === 0 ? 1 : 0, random(6) === 0 ? 1 : 2];
    const sizes = own.map(() => sizeOf(random));
    const habits = { did: random(11), alike: random(6) === 0 ? random(2) : null };
    for (const [at, year] of years.entries()) {
      if (at < opens || at >= Math.max(closes, opens + 1)) continue;
      for (const [index, group] of own.entries()) {
        const people = Math.max(0, sizes[index]! + (at === 0 ? 0 : random(3) - 1));
        for (let one = 0; one < people; one++) {
          rows.push(...rowsOf({ person: `${school} ${group} ${one}`, school, year, group }, habits, random));
        }
      }
    }
  }
  // Answers of restricted activities count in the trust's total alone.
  for (const year of years) {
    const restricted = [0, 0, 3, 12][random(4)]!;
    for (let one = 0; one < restricted; one++) {
      rows.push(
        ...answersOf({ person: `restricted ${one}`, school: null, year, group: null }, random(2), 4 + random(2), null),
      );
    }
  }
  const school = urns[random(urns.length)]!;
  // Staff join one by one; answers only ever come in batches.
  const [joining, answering] = [1 + random(3), random(2) * 6];
  const someone = (one: number) => ({ person: `newcomer ${one}`, school, year: years[1]!, group: own[0]! });
  const newcomers = Array.from({ length: joining + answering }, (_, one) =>
    one < joining
      ? staffRows(someone(one), { did: 5, alike: null }, random)
      : surveyRows(someone(one), () => random(2)).concat(answersOf(someone(one), random(2), 1 + random(5), null)),
  ).flat();
  const figures = addUpRows(inventedMeasures, rows);
  return { urns, figures, changed: { school, figures: addUpRows(inventedMeasures, [...rows, ...newcomers]) } };
}

function sizeOf(random: (below: number) => number): number {
  const kind = random(10);
  if (kind === 0) return 0;
  if (kind < 3) return 1;
  return kind < 5 ? 2 + random(5) : kind < 8 ? 5 + random(16) : 15 + random(30);
}

type Someone = Pick<Row, "person" | "school" | "year"> & { group: string | null };

interface Habits {
  /** How many in eleven did. */
  did: number;
  /** What everybody says, where all say the same. */
  alike: number | null;
}

function rowOf(someone: Someone, measure: string, numerator: number, categories: Row["categories"] = {}): Row {
  return { ...someone, measure, numerator, denominator: 1, categories: { staff_group: someone.group, ...categories } };
}

function staffRows(someone: Someone, { did, alike }: Habits, random: (below: number) => number): Row[] {
  const says = () => alike ?? (random(11) < did ? 1 : 0);
  const contract = random(5) === 0 ? "Fixed term" : "Permanent";
  return [
    rowOf(someone, "coverage", says()),
    rowOf(someone, "retention", alike ?? (random(8) === 0 ? 0 : 1)),
    rowOf(someone, "hours", random(30), { contract }),
    teacherGroups.includes(someone.group!)
      ? rowOf(someone, "turnover", random(8) === 0 ? 1 : 0)
      : rowOf({ ...someone, school: null }, "assistants", says()),
  ];
}

function rowsOf(someone: Someone, habits: Habits, random: (below: number) => number): Row[] {
  const { did, alike } = habits;
  const says = () => alike ?? (random(11) < did ? 1 : 0);
  const asked = ["quality", "relevance"].map((measure) => ({ ...rowOf(someone, measure, 0), denominator: 0 }));
  const isSilent = random(3) === 0;
  const staff = [...staffRows(someone, habits, random), ...asked];
  if (isSilent) return staff;
  const answers = Array.from({ length: 1 + random(2) }, () =>
    answersOf(someone, says(), alike === null ? 1 + random(5) : 4 + alike, random(2) === 0 ? "Reading" : "Number"),
  );
  return [...staff, ...answers.flat(), ...surveyRows(someone, says)];
}

function surveyRows(someone: Someone, says: () => number): Row[] {
  return ["Workload", "Trust", "Growth"].map((statement) => rowOf(someone, "survey", says(), { statement }));
}

function answersOf(someone: Someone, relevant: number, answer: number, programme: string | null): Row[] {
  const categories = { staff_group: someone.group, programme, answer: `${answer}` };
  const base = { ...someone, denominator: 1, categories };
  return [
    { ...base, measure: "quality", numerator: answer >= 4 ? 1 : 0 },
    { ...base, measure: "relevance", numerator: relevant },
  ];
}
