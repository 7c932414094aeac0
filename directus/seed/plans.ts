import { academicYears, schoolDay, timePeriod } from "./calendar.ts";
import { randomStream } from "./random.ts";
import { demoSchools, joinedOn } from "./schools.ts";

type Row = Record<string, unknown>;

/** Not evaluated, and not published in time: what waits at the turn of the year. */
const schoolWithoutEvaluation = "900006";
const schoolInDraft = "900004";

const actions = [
  ["09", "Welcome and induction of new colleagues", "Everybody new", "Headteacher", "School budget"],
  ["10", "First round of coaching", "Teachers", "CPD lead", "No cost"],
  ["11", "Visits between classrooms", "Teachers", "CPD lead", "Cover from the school budget"],
  ["01", "Session on talk in full sentences", "Teachers and assistants", "Reading leader", "No cost"],
  ["03", "Lesson study in three classes", "Teachers", "CPD lead", "Cover from the school budget"],
  ["05", "Yearly survey and plan for next year", "Everybody", "CPD lead", "No cost"],
  ["07", "Sharing afternoon: what worked, what did not", "Everybody", "CPD lead", "No cost"],
] as const;

/** The rows of `plans`: the trust's and each school's for every year it was in the trust, with the trust's own by start year. */
export function planRows(today: string): { rows: Row[]; ofTrust: Map<number, string> } {
  const random = randomStream("plans");
  const years = academicYears(today);
  const ofTrust = new Map<number, string>();
  const rows = years.flatMap((year) => {
    const hosts = demoSchools.filter((school) => joinedOn(school, today) <= `${year}-09-01`).map(({ urn }) => urn);
    return [null, ...hosts].map((school) => {
      const id = random.uuid();
      if (school === null) ofTrust.set(year, id);
      return { id, ...planOf(school, year, years.at(-1)!, today), status: "active" };
    });
  });
  return { rows, ofTrust };
}

function planOf(school: string | null, year: number, current: number, today: string): Row {
  const isCurrent = year === current;
  const isEvaluated = !isCurrent && !(year === current - 1 && school === schoolWithoutEvaluation);
  const isDraft = isCurrent && school === schoolInDraft;
  const past = (day: string) => (isDraft || day >= today ? null : day);
  const agreedOn = past(schoolDay(year - 1, 7, 10));
  const label = `${year}/${String(year + 1).slice(2)}`;
  return {
    title: `CPD plan ${label}`,
    time_period: timePeriod(year),
    school_urn: school,
    state: isEvaluated ? "evaluated" : isDraft ? "draft" : "published",
    owner_role: school ? "CPD lead of the school" : "Director of education",
    objectives: school
      ? "Every teacher works on one step with a coach; every assistant takes part; what is learnt is shared before the year ends."
      : "Three in four use what they learnt three months on; support staff take part as much as assistants do.",
    actions: isCurrent ? lines() : null,
    discussed_with_school_board_on: school ? past(schoolDay(year, 10, school === "900008" ? 28 : 6)) : null,
    discussed_with_trust_board_on: school ? null : past(schoolDay(year, 9, 29)),
    agreed_on: agreedOn,
    published_on: past(schoolDay(year, 9, 3)),
    evaluated_on: isEvaluated ? schoolDay(year, 6, 29) : null,
    evaluation: isEvaluated
      ? "Coaching and networks went as planned; support staff were reached less than hoped."
      : null,
    future_needs: isEvaluated ? "More for support staff, at times when they can come." : null,
    lead_role_evaluation:
      isEvaluated && school === null
        ? "The role kept records complete and reports on time; it needs half a day more each week for visits."
        : null,
    lead_role_evaluated_by: isEvaluated && school === null ? "Chair of the trust board" : null,
  };
}

function lines() {
  return actions.map(([month, action, staff_group, owner_role, funding]) => ({
    month,
    action,
    staff_group,
    owner_role,
    funding,
  }));
}
