import { academicYears, addDays, schoolDay, timePeriod } from "./calendar.ts";
import { randomStream } from "./random.ts";
import { demoSchools, joinedOn } from "./schools.ts";

type Row = Record<string, unknown>;

/** A decision and by when, in days after the meeting; `done` is false for what is still open. */
const decided: readonly [decision: string, owner: string, days: number, done: boolean][] = [
  ["End the contract for the video lesson library, which nobody uses.", "Chief operating officer", 40, false],
  ["Offer sessions for support staff during their working hours.", "Head of people", 60, true],
  ["Ask for the use three months on before the next tool is bought.", "Director of education", 20, true],
  ["Keep coaching in the reading programme.", "Director of education", 14, true],
  ["Hear from pupils in the next report.", "CPD administrator", 120, true],
];

/**
 * The rows of `editions`: the trust board each term, each school's own board in the autumn and summer, and the yearly report, of
 * which last year's is still a draft.
 */
export function editionRows(today: string): Row[] {
  const random = randomStream("editions");
  const years = academicYears(today);
  const rows = years.flatMap((year) => [
    ...boardPapers(year, today),
    ...years.slice(-2).flatMap((recent) => (recent === year ? schoolItems(year, today) : [])),
    ...(year > years[0]! ? [annualReport(year, years.at(-1)!, today)] : []),
  ]);
  return rows
    .filter((row) => String(row["meeting_on"]) <= addDays(today, 60))
    .map((row) => ({ id: random.uuid(), ...row, status: "active" }));
}

function boardPapers(year: number, today: string): Row[] {
  const meetings = [schoolDay(year, 10, 13), schoolDay(year, 12, 8), schoolDay(year, 3, 16), schoolDay(year, 6, 22)];
  return meetings.map((meetingOn, index) => ({
    title: index === 3 ? "Review of subscriptions and agreements" : "Professional development: what changed",
    kind: index === 3 ? "subscriptions_review" : "board_paper",
    school_urn: null,
    time_period: timePeriod(year),
    meeting_on: meetingOn,
    presented_by_role: "Director of education",
    state: meetingOn < today ? "discussed" : "draft",
    decision_asked:
      index === 3 ? "Which subscriptions to keep, change or stop." : "To note, and to agree what follows.",
    sections: [{ section: "Impact", words: "What is used three months on differs more than what people liked." }],
    forward_plan: "The reading programme reaches the last two schools by March.",
    future_needs: "More for support staff, at times when they can come.",
    decisions: meetingOn < today ? decisions(year, index, meetingOn, today) : null,
  }));
}

function decisions(year: number, index: number, meetingOn: string, today: string): Row[] {
  return [0, 1].map((offset) => {
    const [decision, owner_role, days, done] = decided[(year + index * 2 + offset) % decided.length]!;
    const due_on = addDays(meetingOn, days);
    const isOpen = due_on > addDays(today, -30) || (!done && due_on > addDays(today, -150));
    return { decision, owner_role, due_on, done_on: isOpen ? null : addDays(due_on, -3) };
  });
}

/** Two schools have not had it on the agenda this term. */
function schoolItems(year: number, today: string): Row[] {
  return demoSchools
    .filter((school) => joinedOn(school, today) <= `${year}-09-01`)
    .flatMap(({ urn }, index) =>
      [schoolDay(year, 10, 6 + index), schoolDay(year, 6, 8 + index)]
        .filter((meetingOn) => meetingOn < today && !(year === academicYears(today).at(-1) && index % 5 === 3))
        .map((meetingOn) => ({
          title: "Professional development in our school",
          kind: "minute",
          school_urn: urn,
          time_period: timePeriod(year),
          meeting_on: meetingOn,
          presented_by_role: "CPD lead",
          // One meeting's decisions are still to be written down.
          state: index === 5 && meetingOn > addDays(today, -90) ? "final" : "discussed",
          decision_asked: "To discuss priorities and budget of the year.",
          decisions: null,
        })),
    );
}

function annualReport(year: number, current: number, today: string): Row {
  const meetingOn = schoolDay(year, 12, 8);
  const isSent = year < current && meetingOn < today;
  return {
    title: `Yearly report on professional development ${year - 1}/${String(year).slice(2)}`,
    kind: "annual_report",
    school_urn: null,
    time_period: timePeriod(year - 1),
    meeting_on: meetingOn,
    presented_by_role: "CPD administrator",
    state: isSent ? "discussed" : "draft",
    decision_asked: "To accept the report, and to agree the needs of next year.",
    sections: isSent
      ? [{ section: "Provision in the year", words: "Nearly every teacher took part; support staff less." }]
      : null,
    forward_plan: isSent ? "The reading programme goes on; the marking tool does not." : null,
    future_needs: isSent ? "More for support staff, at times when they can come." : null,
    lead_role_evaluation: isSent
      ? "Records are complete and reports on time; visits to schools need more hours."
      : null,
    lead_role_evaluated_by: isSent ? "Chair of the trust board" : null,
    number: year - 2020,
  };
}
