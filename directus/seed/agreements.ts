import { addDays, addMonths } from "./calendar.ts";
import { randomStream } from "./random.ts";

type Row = Record<string, unknown>;

const courses: Record<string, string> = {
  NPQH: "NPQ for headship",
  NPQSL: "NPQ for senior leadership",
  NPQLT: "NPQ for leading teaching",
  NPQLBC: "NPQ for leading behaviour and culture",
  NPQEL: "NPQ for executive leadership",
  QTS: "Training for qualified teacher status",
  NPQSENCO: "NPQ for special educational needs co-ordinators",
};

/**
 * The rows of `agreements`, of people whose qualifications are in the record: signed ones, one of somebody who leaves soon, one of
 * somebody who has left, some whose years are over, and one that is still to be signed.
 */
export function agreementRows(qualifications: Row[], employments: Row[], today: string): Row[] {
  const random = randomStream("agreements");
  const inPost = new Set(employments.filter(({ ends_on }) => ends_on === null).map(({ staff_id }) => staff_id));
  const left = new Map(
    employments
      .filter(
        ({ ends_on, destination, staff_id }) =>
          ends_on !== null && destination !== "own_trust" && !inPost.has(staff_id),
      )
      .map((row) => [row["staff_id"], String(row["ends_on"])]),
  );
  const funded = qualifications.filter(
    ({ qualification, started_on }) =>
      String(qualification) in courses && started_on !== null && String(started_on) > addMonths(today, -76),
  );
  const held = funded.filter(({ staff_id }) => inPost.has(staff_id)).slice(0, 9);
  const leavers = funded
    .filter(({ staff_id, started_on }) => (left.get(staff_id) ?? "") > addMonths(String(started_on), 8))
    .slice(0, 2);

  const base = (qualification: Row): Row => {
    const startsOn = String(qualification["started_on"]);
    return {
      id: random.uuid(),
      title: courses[String(qualification["qualification"])],
      staff_id: qualification["staff_id"],
      qualification_id: qualification["id"],
      state: "signed",
      signed_on: addDays(startsOn, -random.integer(12, 40)),
      course_starts_on: startsOn,
      course_ends_on: addMonths(startsOn, 18),
      awarded_on: qualification["gained_on"] ?? null,
      counts_from: "course_end",
      part_years: "whole",
      fees: random.pick([1250, 1450, 3900]),
      cover: random.pick([480, 720]),
      expenses: random.pick([60, 110, 145]),
      is_publicly_funded: random.chance(0.2),
      is_mandatory: false,
      schedule: null,
      leaving_on: null,
      exclusions: null,
      decided_amount: null,
      decision_note: null,
      status: "active",
    };
  };
  const signed = held.map((qualification, index) => {
    const row = base(qualification);
    // One leaves at the end of term; one has had its five years.
    if (index === 0) return { ...row, leaving_on: addDays(today, 41), is_publicly_funded: false };
    if (String(row["course_ends_on"]) < addMonths(today, -60)) return { ...row, state: "ended" };
    return row;
  });
  const gone = leavers.map((qualification, index) => ({
    ...base(qualification),
    state: index === 0 ? "repaid" : "waived",
    leaving_on: left.get(qualification["staff_id"]),
    exclusions: index === 0 ? null : ["redundancy"],
    decided_amount: index === 0 ? 962.5 : 0,
    decision_note: index === 0 ? "Half, as the agreement says for the third year." : "The post came to an end.",
  }));
  const next = qualifications.find(
    ({ qualification, staff_id, state }) => qualification === "QTS" && state === "gained" && inPost.has(staff_id),
  );
  const draft: Row[] = next
    ? [
        {
          ...base({ ...next, id: null, started_on: addDays(today, 19), gained_on: null, qualification: "NPQLT" }),
          state: "draft",
          signed_on: null,
        },
      ]
    : [];
  return [...signed, ...gone, ...draft];
}
