import { expect, test } from "vitest";
import { readEvents } from "../pipelines/marts/readers.ts";
import { hubWith } from "./harness/hub.ts";

test("where links were sent out, answers count once the record says that their wave is closed, however late it was", async () => {
  const answer = (activity_id: string, wave: string) => ({ activity_id, wave, answers: {} });
  const hub = await hubWith({
    policy: [{ wave_closes_after_days: 14, followup_min_months: 3 }],
    // All ended long enough ago for every wave to have closed by its days alone, but the last.
    activities: `
      id     | starts_on  | ends_on    | evaluation_wave | followup_wave
      open   | 2026-06-01 | 2026-06-01 | open            | open
      closed | 2026-06-01 | 2026-06-01 | closed          | closed
      days   | 2026-06-01 | 2026-06-01 |                 |
      early  | 2026-11-18 | 2026-11-18 | closed          |
    `,
    evaluations: ["open", "closed", "days", "early"].flatMap((id) => [
      answer(id, "end_of_session"),
      answer(id, "follow_up"),
    ]),
  });
  const counted = await hub.rows(`
    select activities.activity_id, list(closed_answers.wave order by closed_answers.wave) as waves
    from marts.closed_answers
    inner join marts.activities on activities.activity_number = closed_answers.activity_number
    group by all
    order by all
  `);
  expect(counted).toEqual([
    { activity_id: "closed", waves: ["end_of_session", "follow_up"] },
    { activity_id: "days", waves: ["end_of_session", "follow_up"] },
    { activity_id: "early", waves: ["end_of_session"] },
  ]);
});

test("a questionnaire on another scale than the version before it is drawn on the charts", async () => {
  const hub = await hubWith({
    activities: "id | starts_on | ends_on\na1 | 2025-03-01 | 2025-03-01\na2 | 2026-09-10 | 2026-09-10",
    evaluations: [
      { activity_id: "a1", scale_id: "agree_5", wave: "end_of_session", answers: {} },
      { activity_id: "a2", scale_id: "agree_4", wave: "end_of_session", answers: {} },
    ],
    questionnaires: `
      id | key                  | wave           | version | scale_id   | introduced_on
      q1 | standard_end_1       | end_of_session | 1       | agree_5    |
      q2 | our_end_2            | end_of_session | 2       | agree_5    | 2025-09-01
      q3 | our_end_3            | end_of_session | 3       | agree_4    | 2026-09-01
      q4 | our_end_4            | end_of_session | 4       | agree_5    | 2027-01-01
      q5 | standard_survey_1    | staff_survey   | 1       | agree_4_dk |
      q6 | our_survey_2         | staff_survey   | 2       | agree_5    | 2026-10-01
    `,
  });
  const events = (await readEvents(hub)).map(({ on, label, school_urn }) => ({ on, label, school_urn }));
  // Once, although the answers tell of it too, and not before it happens.
  expect(events).toEqual([
    { on: "2026-09-01", label: "The evaluation scale changed", school_urn: null },
    { on: "2026-10-01", label: "The scale of the staff survey changed", school_urn: null },
  ]);
});
