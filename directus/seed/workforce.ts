import { type Published, round } from "./published.ts";
import type { Random } from "./random.ts";
import type { DemoSchool } from "./schools.ts";

/** The school workforce census of one school; `index` counts the published years from the first. */
export function workforce(
  school: DemoSchool,
  year: number,
  index: number,
  years: number[],
  random: Random,
): Published[] {
  const { posts } = school;
  const isLatest = year === years.at(-1);
  // A census is taken on one day, and schools grow and shrink a little.
  const around = (usual: number) => (isLatest ? usual : Math.round(random.near(usual, usual * 0.03)));
  const teachers = around(posts.senior_leaders + posts.middle_leaders + posts.teachers + posts.early_career_teachers);
  const pupils = around(school.pupils);
  const count = (measure: string, value: number): Published[] => [
    { measure: `workforce_${measure}_headcount`, value, unit: "count" },
    {
      measure: `workforce_${measure}_fte`,
      value: round(value * (measure === "teachers" ? 0.93 : 0.71), 2),
      unit: "count",
    },
  ];
  const fte = round(teachers * 0.93, 2);
  const left = Math.min(teachers, Math.max(0, Math.round(random.near(0.155, 0.05) * teachers)));
  // Turnover needs the next census as well, and comes a year behind the rest.
  const hasTurnover = !isLatest;
  const unqualified = school.phase === "secondary" ? Math.round(random.near(0.11, 0.015) * teachers) : 0;
  return [
    ...count("teachers", teachers),
    ...count("assistants", around(posts.teaching_assistants)),
    ...count("support", around(posts.support_staff)),
    { measure: "workforce_pupil_teacher_ratio", value: round(pupils / fte, 1), population: fte, unit: "ratio" },
    {
      measure: "workforce_mean_salary",
      value: Math.round((school.phase === "primary" ? 42_300 : 45_900) * 1.045 ** index),
      population: fte,
      unit: "money",
    },
    {
      measure: "workforce_qts_share",
      value: round((teachers - unqualified) / teachers, 4),
      population: teachers,
      unit: "percent",
    },
    ...(hasTurnover ? turnover(left, teachers, fte) : []),
  ];
}

/** Of those who left the school, a little more than half left state-funded schools altogether. */
function turnover(left: number, teachers: number, fte: number): Published[] {
  const gone = Math.round(left * 0.57);
  const counts = { turnover: left, left_system: gone, moved_school: left - gone };
  return Object.entries(counts).map(([name, count]) => ({
    measure: `workforce_${name}_share`,
    value: round(count / teachers, 4),
    population: fte,
    unit: "percent",
  }));
}
