import { expect, test } from "vitest";
import { discloseToBoth } from "../pipelines/disclosure/audiences.ts";
import { groupBy } from "../pipelines/import/group.ts";
import { type AnswerPiece, batchAnswers } from "../pipelines/marts/answer-batches.ts";
import { type CountedFigure, calculateAll } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Row } from "../pipelines/warehouse.ts";
import { keyOf } from "./harness/attacker-sums.ts";
import { randomOf } from "./harness/attacker-trusts.ts";
import { hubWith } from "./harness/hub.ts";

const threshold = 5;
const days = ["2025-09-20", "2025-11-02", "2025-12-30", "2026-01-15", "2026-03-01", "2026-05-11", "2026-07-01"];
const waves = ["end_of_session", "follow_up", "staff_survey"];

/** Pieces of three waves over a year, some of one answer, some that say nothing of whoever gave them. */
function randomPieces(seed: number): AnswerPiece[] {
  const random = randomOf(seed);
  const one = <T>(some: readonly T[]) => some[random(some.length)]!;
  return Array.from({ length: 5 + random(40) }, (_, piece_id) => {
    const isRestricted = random(8) === 0;
    return {
      piece_id,
      wave: one(waves),
      academic_year: 202526,
      closed_on: one(days),
      school_urn: isRestricted ? null : one(["100001", "100002", "100003"]),
      staff_group: isRestricted ? null : one(["Teachers", "Support staff"]),
      programme: isRestricted ? null : one([null, "Reading"]),
      answers: 1 + random(one([1, 3, 9])),
    };
  });
}

const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const today = "2026-09-20";

test("every batch is of enough answers, no answer is in two, and all in a batch say the same of whoever gave them", () => {
  for (const seed of seeds) {
    const pieces = randomPieces(seed);
    const admitted = batchAnswers(pieces, threshold, today);
    expect(new Set(admitted.map(({ piece_id }) => piece_id)).size).toBe(admitted.length);
    const batches = groupBy(admitted, ({ batch_id }) => String(batch_id));
    for (const [batch, members] of batches) {
      const own = members.map(({ piece_id }) => pieces[piece_id]!);
      expect({ seed, batch, isFull: own.reduce((sum, { answers }) => sum + answers, 0) >= threshold }).toEqual({
        seed,
        batch,
        isFull: true,
      });
      const said = members.map(({ piece_id, school, group, programme }) => {
        const piece = pieces[piece_id]!;
        return JSON.stringify([
          piece.wave,
          school && piece.school_urn,
          group && piece.staff_group,
          programme && piece.programme,
        ]);
      });
      expect({ seed, batch, labels: new Set(said).size }).toEqual({ seed, batch, labels: 1 });
    }
  }
});

test("a batch stays as it is, whatever is answered and whoever answers later", () => {
  for (const seed of seeds) {
    const pieces = randomPieces(seed);
    const later = pieces.map((piece) => ({ ...piece, answers: piece.answers + 3, school_urn: "100002" }));
    for (const [index, day] of days.entries()) {
      const known = pieces.filter(({ closed_on }) => closed_on <= day);
      const then = batchesOf(batchAnswers(known, threshold, day));
      const others = [...known, ...later.filter(({ closed_on }) => closed_on > day)];
      for (const more of [pieces, others]) {
        const now = batchesOf(batchAnswers(more, threshold, days[index + 1] ?? today));
        expect({ seed, day, gone: then.filter((batch) => !now.includes(batch)) }).toEqual({ seed, day, gone: [] });
      }
    }
  }
});

/** Each batch as one text: its pieces and what it says of them; the number it goes by may change. */
function batchesOf(admitted: ReturnType<typeof batchAnswers>): string[] {
  return [...groupBy(admitted, ({ batch_id }) => String(batch_id)).values()].map((members) =>
    JSON.stringify(
      members.map(({ batch_id, ...member }) => member).sort((one, other) => one.piece_id - other.piece_id),
    ),
  );
}

const measures = (await loadCatalogue()).filter(({ id }) => id === "cpd_quality");
const people = ["100001", "100002"].flatMap((school_urn) =>
  Array.from({ length: 14 }, (_, index) => ({
    staff_id: `${school_urn}-${index}`,
    school_urn,
    staff_group: index < 10 ? "teachers" : "support",
    starts_on: "2020-09-01",
  })),
);

/** Two activities that were evaluated by links, and one whose answers came as a file. They close a fortnight after they end. */
const activities = [
  { id: "summer", starts_on: "2026-06-01", ends_on: "2026-06-01" },
  { id: "autumn", starts_on: "2026-09-10", ends_on: "2026-09-10" },
  { id: "filed", starts_on: "2026-09-12", ends_on: "2026-09-12" },
];

/** A day and the answers that came on it. */
interface Step {
  today: string;
  answers: Row[];
}

/** One answer a day, some in time and some late, and one file of seven. */
const steps: Step[] = [
  ...oneByOne("summer", "2026-06-02", 0, 6, 0),
  ...oneByOne("summer", "2026-06-17", 5, 5, 1),
  ...oneByOne("autumn", "2026-09-11", 0, 3, 0),
  ...oneByOne("autumn", "2026-09-14", 14, 7, 0),
  ...oneByOne("autumn", "2026-09-26", 3, 2, 1),
  { today: "2026-10-20", answers: oneByOne("filed", "2026-10-20", 0, 7, 9789001).flatMap(({ answers }) => answers) },
  { today: "2026-10-21", answers: [] },
  { today: "2026-11-20", answers: [] },
];

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function oneByOne(activity_id: string, from: string, first: number, count: number, batch: number): Step[] {
  return people.slice(first, first + count).map(({ school_urn, staff_group }, index) => {
    const said = { quality: 1 + (index % 5), relevance: 5 - (index % 5) };
    const answer = { id: `${activity_id}-${batch}-${first + index}`, activity_id, wave: "end_of_session", batch };
    return { today: dayAfter(from, index), answers: [{ ...answer, school_urn, staff_group, answers: said }] };
  });
}

const until = (count: number) => steps.slice(0, count).flatMap(({ answers }) => answers);

/** What a release of these answers shows, before and after disclosure control. */
async function releaseOf(answers: Row[], today: string): Promise<{ counted: CountedFigure[]; shown: string }> {
  const hub = await hubWith(
    {
      schools: "urn\n100001\n100002",
      employments: people,
      activities,
      participations: activities.flatMap(({ id }) =>
        people.map(({ staff_id }) => ({ activity_id: id, staff_id, evaluation_state: "invited" })),
      ),
      evaluations: answers,
    },
    today,
  );
  const { figures, failures } = await calculateAll(hub, measures);
  hub.close();
  expect(failures).toEqual([]);
  const thresholds = { threshold_signed_in: threshold, threshold_leaving: 10 };
  const { figures: signedIn, leaving } = discloseToBoth(figures, { measures }, thresholds, []);
  return { counted: figures, shown: JSON.stringify([signedIn, leaving]) };
}

test("answers given one by one change the figures of any two releases by none, or by at least the threshold", async () => {
  const releases: Map<string, number>[] = [];
  for (const [index, { today }] of steps.entries()) {
    const { counted } = await releaseOf(until(index + 1), today);
    releases.push(new Map(counted.map((figure) => [keyOf(figure), figure.denominator ?? 0])));
  }
  const last = releases.at(-1)!;
  expect(last.get("cpd_quality||202526|total|Total")).toBe(6 + 5);
  // Seven of the one school in time; three of the other, who waited for the seven of its file. The two late ones still wait.
  expect(last.get("cpd_quality||202627|total|Total")).toBe(7 + 3 + 7);
  const changes = new Set<number>();
  for (const [index, one] of releases.entries()) {
    for (const other of releases.slice(index + 1)) {
      for (const key of new Set([...one.keys(), ...other.keys()])) {
        changes.add(Math.abs((other.get(key) ?? 0) - (one.get(key) ?? 0)));
      }
    }
  }
  expect([...changes].filter((change) => change > 0 && change < threshold)).toEqual([]);
  expect(changes.size).toBeGreaterThan(2);
}, 120_000);

test("whether the last answer is for or against changes nothing that anybody can open before its batch is full", async () => {
  const isCounted: boolean[] = [];
  for (const count of [1, 8, 14]) {
    const { today } = steps[count - 1]!;
    const [last, ...before] = until(count).reverse();
    const [against, favourable] = await Promise.all(
      [1, 5].map((step) => releaseOf([...before, { ...last!, answers: { quality: step, relevance: step } }], today)),
    );
    expect(against!.shown).toBe(favourable!.shown);
    isCounted.push(against!.counted.some(({ denominator }) => (denominator ?? 0) > 0));
  }
  // There were figures to be changed.
  expect(isCounted).toEqual([false, true, true]);
}, 120_000);

test("whether a leader answered is told of the batches made when the survey closes, and of none that comes later", async () => {
  const survey = { activity_id: null, wave: "staff_survey", survey_period: "202526", scale_id: "agree_4_dk" };
  const of = (school_urn: string, staff_group: string, count: number, batch: number): Row[] =>
    Array.from({ length: count }, () => ({ ...survey, school_urn, staff_group, batch, answers: { time: 3 } }));
  const inTime = [...of("100001", "teachers", 6, 0), ...of("100001", "senior_leaders", 5, 0)];
  // Three of the other school, one of them a leader, are too few by themselves; three late ones make a batch with two of them.
  const others = [...of("100002", "teachers", 2, 0), ...of("100002", "senior_leaders", 1, 0)];
  const positions = async (evaluations: Row[]) => {
    const staff_groups = ["teachers", "senior_leaders"].map((key) => ({ key, label: key, is_audience: false }));
    const given = { policy: [{ staff_groups }], schools: "urn\n100001\n100002", evaluations };
    const hub = await hubWith(given);
    const told = await hub.rows<{ position: string | null; answers: number }>(
      "select position, count(*)::integer as answers from marts.survey_answers group by all order by all",
    );
    hub.close();
    return told.map(({ position, answers }) => [position, answers]);
  };
  const atTheClose = [
    ["Leaders", 5],
    ["Other staff", 6],
  ];
  expect(await positions([...inTime, ...others])).toEqual(atTheClose);
  expect(await positions([...inTime, ...others, ...of("100002", "teachers", 3, 1)])).toEqual([
    ...atTheClose,
    [null, 5],
  ]);
});
