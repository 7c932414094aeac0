import { describe, expect, test } from "vitest";
import type { Figure } from "../pipelines/contract.ts";
import { disclose } from "../pipelines/disclosure/disclose.ts";
import { reportCourses } from "../pipelines/duties/reports/courses.ts";
import { calculateAll } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Row } from "../pipelines/warehouse.ts";
import { hubWith } from "./harness/hub.ts";

const measures = (await loadCatalogue()).filter(({ id }) => id === "cpd_quality");
const threshold = 5;

/** `attended` says how many of each school came to each course, and all of them answered; the schools are large. */
async function reportsOf(attended: Record<string, Record<string, number>>, more: Record<string, Row[] | string> = {}) {
  const urns = [...new Set(Object.values(attended).flatMap((schools) => Object.keys(schools)))];
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);
  const came = Object.entries(attended).flatMap(([activity_id, schools]) =>
    Object.entries(schools).flatMap(([school_urn, count]) =>
      range(count).map((index) => ({ activity_id, school_urn, index })),
    ),
  );
  const hub = await hubWith({
    schools: urns.map((urn) => ({ urn })),
    employments: urns.flatMap((urn) =>
      range(60).map((index) => ({
        staff_id: `${urn}-${index}`,
        school_urn: urn,
        staff_group: "teachers",
        starts_on: "2020-09-01",
      })),
    ),
    activities: Object.keys(attended).map((id) => ({
      id,
      title: `Course ${id}`,
      starts_on: "2026-09-14",
      ends_on: "2026-09-14",
    })),
    participations: came.map(({ activity_id, school_urn, index }) => ({
      activity_id,
      staff_id: `${school_urn}-${index}`,
      evaluation_state: "answered",
    })),
    evaluations: came.map(({ activity_id, school_urn, index }) => ({
      activity_id,
      school_urn,
      staff_group: "teachers",
      wave: "end_of_session",
      answers: { quality: 3 + (index % 3), wants_more: index % 2 === 0, comment: "great" },
    })),
    ...more,
  });
  const calculated = await calculateAll(hub, measures);
  const { figures } = disclose(calculated.figures, { threshold, measures });
  const { courses, rules } = await reportCourses(hub, { figures, measures, threshold });
  return { courses, rules, figures: figures as Figure[] };
}

const silent = ({ courses }: Awaited<ReturnType<typeof reportsOf>>) =>
  courses
    .filter(({ end_of_session }) => end_of_session.status === "[c]")
    .map(({ activity_id }) => activity_id)
    .sort();

test("a report says how often each answer was given, in the words and order of the questionnaire", async () => {
  const items = [
    { key: "wants_more", question: "Would more help?", scale: "yes_no" },
    { key: "quality", question: "It was good", scale: "agree_5" },
    { key: "comment", question: "Anything else?", scale: "comment" },
  ];
  const { courses } = await reportsOf(
    { a1: { "100001": 6, "100002": 6 } },
    { questionnaires: [{ key: "invented", items }] },
  );
  expect(courses).toHaveLength(1);
  expect(courses[0]).toMatchObject({
    title: "Course a1",
    ended_on: "2026-09-14",
    closed_on: "2026-09-28",
    host_urn: null,
    school_urns: ["100001", "100002"],
    end_of_session: { status: "", invited: 12, answered: 12 },
    follow_up: null,
  });
  expect(courses[0]!.end_of_session.items).toEqual([
    {
      key: "wants_more",
      question: "Would more help?",
      scale: "yes_no",
      answered: 12,
      values: [
        { value: true, count: 6 },
        { value: false, count: 6 },
      ],
    },
    {
      key: "quality",
      question: "It was good",
      scale: "agree_5",
      answered: 12,
      values: [
        { value: 1, count: 0 },
        { value: 2, count: 0 },
        { value: 3, count: 4 },
        { value: 4, count: 4 },
        { value: 5, count: 4 },
      ],
    },
  ]);
});

test("where fewer than the threshold answered there is a report without any number", async () => {
  const costs = ["a1", "a2"].map((activity_id) => ({
    activity_id,
    kind: "fees",
    amount: 900,
    incurred_on: "2026-09-14",
  }));
  const { courses } = await reportsOf({ a1: { "100001": 4 }, a2: { "100001": 40 } }, { costs });
  const [many, few] = courses;
  expect(few!.end_of_session).toEqual({ status: "[c]", invited: null, answered: null, items: [] });
  expect([few!.costs, few!.sentences.join().includes("900")]).toEqual([[], false]);
  expect(many!.costs).toEqual([{ kind: "fees", amount: 900 }]);
});

test("a restricted activity, one whose form is open and one of years ago have no report", async () => {
  const activity = { starts_on: "2026-09-14", ends_on: "2026-09-14" };
  const { courses } = await reportsOf(
    { a1: { "100001": 9 }, a2: { "100001": 9 }, a3: { "100001": 9 }, a4: { "100001": 9 } },
    {
      activities: [
        { ...activity, id: "a1", is_restricted: true },
        { ...activity, id: "a2", ends_on: "2026-11-07" },
        { ...activity, id: "a3", starts_on: "2025-06-14", ends_on: "2025-06-14" },
        { ...activity, id: "a4" },
      ],
    },
  );
  expect(courses.map(({ activity_id }) => activity_id)).toEqual(["a4"]);
});

test("late answers count once no more can come, as in the figures", async () => {
  const late = (batch: number, index: number) => ({
    activity_id: "a1",
    school_urn: "100001",
    staff_group: "teachers",
    wave: "end_of_session",
    batch,
    answers: { quality: index },
  });
  const { courses } = await reportsOf(
    { a1: { "100001": 30 }, a2: { "100001": 30 } },
    {
      activities: [
        { id: "a1", title: "Course", starts_on: "2026-09-14", ends_on: "2026-09-14" },
        { id: "a2", title: "Course", starts_on: "2026-10-14", ends_on: "2026-10-14" },
      ],
      evaluations: [
        ...Array.from({ length: 12 }, () => late(0, 4)),
        ...[0, 1].flatMap((batch) => Array.from({ length: 9 }, () => ({ ...late(batch, 4), activity_id: "a2" }))),
        ...Array.from({ length: 5 }, () => late(1, 2)),
        ...Array.from({ length: 3 }, () => late(2, 1)),
      ],
    },
  );
  const of = (id: string) => courses.find(({ activity_id }) => activity_id === id)!.end_of_session;
  expect(of("a1").answered).toBe(20);
  expect(of("a1").items[0]!.values.map(({ count }) => count)).toEqual([3, 5, 0, 12, 0]);
  expect(of("a2").answered).toBe(9);
});

describe("beside the published figures", () => {
  test("the last small course of a school cannot be found by taking the others from its total", async () => {
    // The school's total is 34; without a1 and a2 it would leave the three of a3.
    const found = await reportsOf({ a1: { "100001": 20 }, a2: { "100001": 11 }, a3: { "100001": 3 } });
    expect(found.figures.some(({ school_urn, value }) => school_urn === "100001" && value !== null)).toBe(true);
    expect(silent(found)).toEqual(["a2", "a3"]);
    expect(found.rules.sort()).toEqual(["complementary", "primary"]);
  });

  test("a school's few in a shared course cannot be found by taking the other school's total from it", async () => {
    // All of the second school's twelve answers are in a2, so a2 less them would leave the first school's two.
    expect(silent(await reportsOf({ a1: { "100001": 20 }, a2: { "100001": 2, "100002": 12 } }))).toContain("a2");
  });

  test("a school's few in a shared course cannot be found by taking its own course from its total", async () => {
    // The second school's total is 14, twelve of them in a2, which is its own.
    const found = await reportsOf({ a1: { "100001": 20, "100002": 2 }, a2: { "100002": 12 } });
    expect(silent(found)).toContain("a2");
  });

  test("large courses are all reported", async () => {
    expect(
      silent(await reportsOf({ a1: { "100001": 20, "100002": 9 }, a2: { "100001": 12 }, a3: { "100002": 15 } })),
    ).toEqual([]);
  });
});
