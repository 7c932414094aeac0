import { expect, test } from "vitest";
import { evaluations } from "../pipelines/import/kinds/evaluations/evaluations.ts";
import { csv, draftOf, fieldsOf, fixture, inventedTrust, type Said } from "./import-kind-reading.ts";

const activity = (id: string, title: string, starts_on: string) => ({
  id,
  title,
  starts_on,
  ends_on: starts_on,
  hours: 6,
  programme_id: null,
  provider_id: null,
  school_urn: null,
});
const trust = () =>
  inventedTrust({
    activities: [
      activity("reading", "Invented reading day", "2026-09-14"),
      activity("phonics-1", "Invented phonics", "2026-04-03"),
      activity("phonics-2", "Invented phonics", "2026-03-04"),
    ],
  });
/** What is said of a whole file, by default that it is about the reading day. */
const about = (said: Record<string, string> = {}): Said => ({
  words: Object.fromEntries(
    Object.entries({ activity: "reading", ...said }).map(([column, key]) => [column, { "the whole file": key }]),
  ),
});
const answersOf = async (bytes: Uint8Array, said: Said = about()) => {
  const draft = await draftOf(evaluations, bytes, trust(), said);
  return {
    draft,
    rows: fieldsOf(draft, "evaluations"),
    answers: fieldsOf(draft, "evaluations").map((row) => row["answers"]),
  };
};
const sorted = (list: unknown[]) => list.map((each) => JSON.stringify(each)).sort();

/** As Microsoft Forms exports it: an identifier, times, e-mail and name, then the rows of a grid. */
const microsoft = csv(`
  ID,Start time,Completion time,Email,Name,Your school,What is your role?,How far do you agree?.It was of high quality.,How far do you agree?.It was relevant to my work.,How far do you agree?.I am likely to use it in my work.,"Before it, how confident were you?",And how confident are you now?,Would you like further training on it?,What should we change?
  1,9/14/26 15:29:01,9/14/26 15:31:44,a@school.example,Ada Example,900001,Teachers,Strongly agree,Agree,Strongly Agree,2,4,Yes,More biscuits please
  2,9/14/26 15:29:07,9/14/26 15:30:12,b@school.example,Ben Sample,900001,Teachers,agree strongly,AGREE,Agree,3,5,No,
  3,9/14/26 15:29:11,9/14/26 15:33:01,c@school.example,Cy Specimen,900001,Teachers,Neutral,Neither agree nor disagree,Disagree,3,3,Not sure,
  4,9/14/26 15:30:11,9/14/26 15:33:31,d@school.example,Dot Nobody,900001,Teachers,Agree,Agree,Agree,1,4,Yes,Less talking
  5,9/14/26 15:30:15,9/14/26 15:34:31,e@school.example,Eve Instance,900001,Teachers,Strongly disagree,Disagree,Strongly disagree,4,4,No,
`);

test("answers of Microsoft Forms are read by their questions, in any capitals and wording of agreement", async () => {
  const { draft, rows, answers } = await answersOf(microsoft);
  expect(draft.refused).toEqual([]);
  expect(sorted(answers)).toEqual(
    sorted([
      { quality: 5, relevance: 4, likely_to_use: 5, confidence_before: 2, confidence_now: 4, wants_more: true },
      { quality: 5, relevance: 4, likely_to_use: 4, confidence_before: 3, confidence_now: 5, wants_more: false },
      { quality: 3, relevance: 3, likely_to_use: 2, confidence_before: 3, confidence_now: 3 },
      { quality: 4, relevance: 4, likely_to_use: 4, confidence_before: 1, confidence_now: 4, wants_more: true },
      { quality: 1, relevance: 2, likely_to_use: 1, confidence_before: 4, confidence_now: 4, wants_more: false },
    ]),
  );
  for (const row of rows)
    expect(row).toMatchObject({
      activity_id: "reading",
      wave: "end_of_session",
      scale_id: "agree_5",
      school_urn: "900001",
      staff_group: "teachers",
      questionnaire: "imported_end_of_session",
    });
});

test("nothing that is kept leads to a person: no name, time, comment, line or order of the file", async () => {
  const { draft } = await answersOf(microsoft);
  const kept = JSON.stringify(draft.candidates.map(({ label, ...rest }) => rest));
  expect(kept).not.toMatch(/example|Ada|15:29|biscuits|9\/14|Sample/i);
  expect(draft.candidates.every(({ line, label }) => line === 0 && label === undefined)).toBe(true);
  const keys = draft.candidates.map(({ key }) => key);
  expect(keys).toEqual([...keys].sort());
  expect(draft.notes.join(" ")).toContain(
    "5 columns were not read, so that nothing leads to whoever answered: “ID”, “Start time”, “Completion time”, “Email”, “Name”",
  );
  expect(draft.notes.join(" ")).toContain("2 comments were not read");
});

test("the same file gives the same keys in whatever order its rows are, and another file gives others", async () => {
  const text = new TextDecoder().decode(microsoft).split("\n");
  const reversed = new TextEncoder().encode([text[0], ...text.slice(1).reverse()].join("\n"));
  const shorter = new TextEncoder().encode(text.slice(0, 5).join("\n"));
  const keys = async (bytes: Uint8Array, said?: Said) =>
    (await answersOf(bytes, said)).draft.candidates.map(({ key }) => key);
  const first = await keys(microsoft);
  expect(await keys(reversed)).toEqual(first);
  expect((await keys(shorter)).some((key) => first.includes(key))).toBe(false);
  expect((await keys(microsoft, about({ wave: "follow_up" }))).some((key) => first.includes(key))).toBe(false);
});

test("school and staff group are left out where fewer people than the threshold answered from there, and with them who would be the rest", async () => {
  const row = (school: string, group: string) => `${school},${group},Agree,Neutral`;
  const people = [
    ...Array.from({ length: 6 }, () => row("900001", "Teachers")),
    ...Array.from({ length: 7 }, () => row("900001", "Support staff")),
    ...Array.from({ length: 2 }, () => row("900001", "Senior leaders")),
    ...Array.from({ length: 5 }, () => row("900002", "Teachers")),
  ];
  const { draft, rows } = await answersOf(
    csv(`School,Staff group,It was of high quality,It was relevant\n${people.join("\n")}`),
  );
  const cells = new Map<string, number>();
  for (const { school_urn, staff_group } of rows)
    cells.set(`${school_urn} ${staff_group}`, (cells.get(`${school_urn} ${staff_group}`) ?? 0) + 1);
  expect(Object.fromEntries(cells)).toEqual({ "900001 support_staff": 7, "900001 null": 8, "900002 teachers": 5 });
  expect(draft.notes.join()).toContain(
    "School or staff group was left out of 8 answers, as fewer than 5 people answered from there.",
  );
});

test("answers about an activity with few of them are kept without school and group in a batch that counts only when it is full", async () => {
  const { draft, rows } = await answersOf(
    csv("School,Staff group,It was of high quality\n900001,Teachers,Agree\n900002,Teachers,Neutral"),
  );
  expect(rows.map(({ school_urn, staff_group }) => [school_urn, staff_group])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(new Set(rows.map(({ batch }) => batch)).size).toBe(1);
  expect(Number(rows[0]!["batch"])).toBeGreaterThanOrEqual(1_000_000);
  expect(draft.notes.join()).toContain(
    "2 answers are about an activity with fewer than 5 answers in this file: kept, but in no figure.",
  );
});

test("a grid of Google Forms and one of SurveyMonkey read alike", async () => {
  const google = csv(`
    Timestamp,How far do you agree? [It was of high quality],How far do you agree? [It was relevant to my work],How likely are you to recommend it? (0-10)
    2026/09/14 4:09:22 PM GMT+1,4 - Agree,3 - Neither,7
    2026/09/14 4:12:22 PM GMT+1,5 - Strongly agree,5 - Strongly agree,10
  `);
  const monkey = csv(`
    Respondent ID,Collector ID,Start Date,IP Address,How far do you agree?,,How likely are you to recommend it? (0-10)
    ,,,,It was of high quality,It was relevant to my work,Response
    118000000001,400000001,14/09/2026 16:09,192.0.2.7,Agree,Neither agree nor disagree,7
    118000000002,400000001,14/09/2026 16:12,192.0.2.8,Strongly agree,Strongly agree,10
  `);
  for (const file of [google, monkey]) {
    const { draft, rows } = await answersOf(file);
    expect(draft.refused).toEqual([]);
    expect(sorted(rows.map(({ scale_id, answers }) => [scale_id, answers]))).toEqual(
      sorted([
        ["agree_5", { quality: 4, relevance: 3 }],
        ["agree_5", { quality: 5, relevance: 5 }],
        ["points_0_10", { how_likely_are_you_to_recommend_it_0_10: 7 }],
        ["points_0_10", { how_likely_are_you_to_recommend_it_0_10: 10 }],
      ]),
    );
  }
});

test("bare numbers from 1 to 5 are a scale of their own until somebody says that they are agreement", async () => {
  const file = csv("Quality of the session,Relevance\n5,4\n3,5");
  expect(new Set((await answersOf(file)).rows.map(({ scale_id }) => scale_id))).toEqual(new Set(["points_1_5"]));
  const { rows, answers } = await answersOf(file, about({ number_scale: "agree_5" }));
  expect(rows.map(({ scale_id }) => scale_id)).toEqual(["agree_5", "agree_5"]);
  expect(sorted(answers)).toEqual(
    sorted([
      { quality: 5, relevance: 4 },
      { quality: 3, relevance: 5 },
    ]),
  );
});

test("whether agreement has four steps or five is never guessed", async () => {
  const open = csv("It was of high quality\nAgree\nStrongly agree\nDisagree");
  await expect(answersOf(open)).rejects.toThrow("does not show whether its agree scale has a middle");
  const four = await answersOf(open, about({ agree_scale: "agree_4_dk" }));
  expect(sorted(four.rows.map(({ scale_id, answers }) => [scale_id, answers]))).toEqual(
    sorted([
      ["agree_4_dk", { quality: 3 }],
      ["agree_4_dk", { quality: 4 }],
      ["agree_4_dk", { quality: 2 }],
    ]),
  );
  const five = await answersOf(open, about({ agree_scale: "agree_5" }));
  expect(sorted(five.answers)).toEqual(sorted([{ quality: 4 }, { quality: 5 }, { quality: 2 }]));
  const doubtful = await answersOf(csv("It was of high quality\nAgree\nDon't know\nDisagree"));
  expect(sorted(doubtful.answers)).toEqual(sorted([{ quality: 3 }, { quality: "dont_know" }, { quality: 2 }]));
});

test("a follow-up is known by asking how far it is used, and says what got in the way", async () => {
  const file = csv(`
    How far do you use what you learnt?,Who has seen you use it?,What got in the way?,Will you still be doing it a year from now?
    Not yet,Nobody yet,Time;Resources;,Yes
    Part of how I work,My line manager,Nothing,Yes
    Tried it once or twice,No one,,No
  `);
  const { draft, rows, answers } = await answersOf(file);
  expect(draft.refused).toEqual([]);
  expect(rows[0]).toMatchObject({ wave: "follow_up", scale_id: "use_4" });
  expect(sorted(answers)).toEqual(
    sorted([
      { use: "not_yet", seen_by: "nobody", barriers: ["time", "resources"], will_sustain: true },
      { use: "embedded", seen_by: "line_manager", barriers: ["none"], will_sustain: true },
      { use: "tried", seen_by: "nobody", will_sustain: false },
    ]),
  );
});

test("the activity of each answer is found by title and day, and a day that could be read two ways is refused", async () => {
  const file = (...days: string[]) =>
    csv(
      ["Course,Session date,It was of high quality", ...days.map((day) => `Invented phonics,${day},Neutral`)].join(
        "\n",
      ),
    );
  const none: Said = {};
  const open = await answersOf(file("03/04/2026", "04/03/2026"), none);
  expect(open.draft.refused.map(({ line, column, reason }) => [line, column, reason.slice(0, 24)])).toEqual([
    [2, "Session date", "could be read two ways, "],
    [3, "Session date", "could be read two ways, "],
  ]);
  const american = await answersOf(file("04/03/2026", "09/14/2026"), none);
  expect(american.rows.map(({ activity_id }) => activity_id)).toEqual(["phonics-1"]);
  expect(american.draft.refused).toMatchObject([{ line: 3, column: "Course" }]);
  const iso = await answersOf(file("2026-03-04"), none);
  expect(iso.rows.map(({ activity_id }) => activity_id)).toEqual(["phonics-2"]);
  await expect(answersOf(csv("It was of high quality\nNeutral"), none)).rejects.toThrow(
    "does not say which activity the answers are about",
  );
});

test("the staff survey is about a year and no activity", async () => {
  const file = csv(
    "Coaching or mentoring stretches me,My appraisal helps me to develop\nAgree,Agree\nDisagree,Don't know",
  );
  const said = { words: { wave: { "the whole file": "staff_survey" } } };
  await expect(answersOf(file, said)).rejects.toThrow("does not say which year's staff survey it is");
  const { rows } = await answersOf(file, { ...said, year: 202526 });
  expect(sorted(rows.map(({ answers }) => answers))).toEqual(
    sorted([
      { appraisal: 3, coaching: 3 },
      { appraisal: "dont_know", coaching: 2 },
    ]),
  );
  expect(rows[0]).toMatchObject({
    activity_id: null,
    survey_period: "202526",
    wave: "staff_survey",
    scale_id: "agree_4_dk",
  });
});

test("an answer beside the scale is refused by its line and column without its words, and the others are read", async () => {
  const agree = Array.from({ length: 12 }, () => "Agree,Neutral").join("\n");
  const { draft, rows } = await answersOf(
    csv(`It was of high quality,It was relevant\n${agree}\nBrilliantissimo,Agree`),
  );
  expect(draft.refused).toEqual([
    {
      line: 14,
      column: "It was of high quality",
      reason: "is no answer on the scale of this question; the other answers were read",
    },
  ]);
  expect(rows).toHaveLength(13);
});

test("a column that could lead to a person is not read even if somebody matches a question with it", async () => {
  const file = csv("Employee ID,It was of high quality\n4,Neutral\n5,Agree");
  const { answers } = await answersOf(file, { ...about(), mapping: { relevance: "Employee ID" } });
  expect(sorted(answers)).toEqual(sorted([{ quality: 3 }, { quality: 4 }]));
});

test("published surveys are read by the scales they show, and what cannot be told is left out and said", async () => {
  const post = await answersOf(fixture("survey/instructor_training_post_2018.csv"));
  const scales = new Set(post.rows.map(({ scale_id }) => scale_id));
  expect(scales).toEqual(new Set(["agree_5", "points_0_10"]));
  expect(post.draft.notes.join()).toMatch(/“UniqueID”/);
  expect(post.draft.notes.join()).toMatch(/on no scale that is known: .*“Pace”/);
  const ratings = await answersOf(fixture("survey/event_session_ratings_2020.csv"), about());
  expect(ratings.draft.notes.join()).toMatch(/could be on several scales: .*“session_build_community”/);
  const recommended = await answersOf(fixture("survey/workshop_post-recommendation_20181002.csv"));
  expect(new Set(recommended.rows.map(({ scale_id }) => scale_id))).toEqual(new Set(["points_0_100"]));
  await expect(answersOf(fixture("survey/google_forms_onboarding_responses_2019.csv"))).rejects.toThrow(
    "has no question that is answered on a known scale",
  );
});
