import { describe, expect, test } from "vitest";
import { profileLetters, readProfile } from "../directus/profiles.ts";
import { policyMeasures } from "../directus/schema/choices.ts";
import policy from "../directus/schema/policy.ts";

/** What the demo trust and the pipeline call their groups. */
const sharedGroups = [
  "teachers",
  "early_career_teachers",
  "middle_leaders",
  "senior_leaders",
  "teaching_assistants",
  "support_staff",
  "governors",
];

describe.for(profileLetters)("profile %s", (letter) => {
  const profile = readProfile(letter);

  test("fills fields that the policy has, and names them with keys that differ", () => {
    const fields = policy.fields.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(Object.keys(profile)));
    const lists = [profile.criteria, profile.staff_groups, profile.frameworks, profile.ladder];
    for (const keys of lists.map((list) => list.map(({ key }) => key))) {
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(new Set(profile.levels.map(({ level }) => level)).size).toBe(5);
  });

  test("leaves no field of the policy to chance, but the organisation's own", () => {
    const own = [
      ...["organisation_name", "trust_uid", "version", "approved_on", "next_review_on"],
      ...["reviewing_committee", "equality_assessed_on", "equality_assessment", "changes"],
    ];
    const columns = policy.fields.filter(
      ({ schema, field }) => schema && !["id", "date_created", "date_updated"].includes(field),
    );
    expect(
      columns
        .map(({ field }) => field)
        .filter((field) => !(field in profile))
        .sort(),
    ).toEqual(own.sort());
  });

  test("has the staff groups that the demo trust uses, and reports provision", () => {
    expect(profile.staff_groups.map(({ key }) => key)).toEqual(expect.arrayContaining(sharedGroups));
    expect(profile.measures).toContain("provision");
    expect(profile.measures.every((measure) => measure in policyMeasures)).toBe(true);
  });
});

test("the profiles differ as the policies do", () => {
  const row = (letter: string) => {
    const { criteria_mode, criteria, measures, followup_min_months, evaluation_mandatory, staff_groups } =
      readProfile(letter);
    const counts = [criteria.length, measures.length - 1, staff_groups.length];
    return [letter, criteria_mode, ...counts, followup_min_months, evaluation_mandatory];
  };
  // Letter, mode, criteria, measures beside provision (M, P and C with their yearly review of value for money), staff groups, months to the follow-up, whether evaluation is compulsory.
  expect(profileLetters.map(row)).toEqual([
    ["M", "gate", 13, 7, 7, 3, false],
    ["P", "gate", 14, 7, 7, null, false],
    ["C", "gate", 13, 6, 20, 3, true],
    ["B", "score", 12, 7, 7, 3, false],
    ["H", "checklist", 12, 9, 7, 3, false],
  ]);
  // Only C asks for a report on each course and for repayment; only H has a ladder and a yearly survey.
  const asked = (letter: string) => {
    const { report_recipients, report_due_days, repayment_counts_from, ladder, staff_survey_month } =
      readProfile(letter);
    return [report_recipients.length, report_due_days, repayment_counts_from, ladder.length > 0, staff_survey_month];
  };
  expect(Object.fromEntries(profileLetters.map((letter) => [letter, asked(letter)]))).toEqual({
    M: [0, null, null, false, null],
    P: [0, null, null, false, null],
    C: [2, 14, "course_end", false, null],
    B: [0, null, null, false, null],
    H: [0, null, null, true, 6],
  });
  expect(readProfile("C").measures).not.toContain("student_voice");
  expect(readProfile("C").repayment_schedule.map(({ share }) => share)).toEqual([1, 0.75, 0.5, 0.25, 0.05]);
});

test("a letter without a profile is refused with those there are", () => {
  expect(() => readProfile("X")).toThrow(/Choose one of M, P, C, B, H/);
});
