import { readFileSync } from "node:fs";
import {
  type AnswerScaleKey,
  answerScales,
  type CourseItem,
  type CourseReport,
  type CourseWave,
  courseReport,
  type Figure,
} from "../../contract.ts";
import { type AnswerPart, hideCourses } from "../../disclosure/courses.ts";
import type { SuppressionRule } from "../../disclosure/rules.ts";
import { groupBy } from "../../import/group.ts";
import type { Measure } from "../../measures/define.ts";
import type { Warehouse } from "../../warehouse.ts";
import { sentencesOf, type Unworded } from "./sentences.ts";

type Wave = "end_of_session" | "follow_up";

interface Course extends Omit<CourseReport, Wave | "costs" | "sentences"> {
  is_followup_closed: boolean;
  invited: number;
  sampled: number;
  /** JSON. */
  costs: string;
}

/** How often one answer was given to one question. */
interface Given {
  activity_id: string;
  wave: Wave;
  questionnaire: string;
  item: string;
  /** JSON: a number, a text, true or false, or a list of these. */
  value: string;
  answers: number;
}

interface Question {
  questionnaire: string;
  key: string;
  question: string | null;
  scale: string | null;
  position: number;
}

/** The reports of courses, and how many waves of them each rule of disclosure control keeps silent. */
export interface CourseReports {
  courses: CourseReport[];
  rules: SuppressionRule[];
}

/**
 * Makes the evaluation report of every course of this academic year and the last whose end-of-session form has closed.
 *
 * @param figures - what is published beside them, after disclosure control, as the two can be compared
 * @param threshold - the smallest number of answers that may be shown
 */
export async function reportCourses(
  warehouse: Warehouse,
  { figures, measures, threshold }: { figures: readonly Figure[]; measures: readonly Measure[]; threshold: number },
): Promise<CourseReports> {
  const courses = await warehouse.rows<Course & { activity_number: number }>(read("courses"));
  const given = groupBy(
    await warehouse.rows<Given>(read("answers")),
    ({ activity_id, wave }) => `${activity_id} ${wave}`,
  );
  const parts = await warehouse.rows<AnswerPart>(read("parts"));
  const answered = groupBy(parts, ({ activity_id, wave }) => `${activity_id} ${wave}`);
  const hidden = hideCourses(parts, figures, measures, threshold);
  const questions = await readQuestions(warehouse);

  const waveOf = (id: string, wave: Wave, invited: number): CourseWave => {
    const key = `${id} ${wave}`;
    // Of whom so few were asked, even that nobody answered says something.
    if (hidden.has(key) || invited < threshold) return { status: "[c]", invited: null, answered: null, items: [] };
    const count = (answered.get(key) ?? []).reduce((sum, part) => sum + part.answers, 0);
    const items = itemsOf(given.get(key) ?? [], questions).filter((item) => item.answered >= threshold);
    return { status: "", invited: Math.max(invited, count), answered: count, items };
  };
  const made = courses.map(({ activity_number: _, is_followup_closed, invited, sampled, costs, ...course }) => {
    const report: Unworded = {
      ...course,
      end_of_session: waveOf(course.activity_id, "end_of_session", invited),
      follow_up: is_followup_closed && sampled > 0 ? waveOf(course.activity_id, "follow_up", sampled) : null,
      // What was spent on a few could be one person's.
      costs: invited < threshold ? [] : JSON.parse(costs),
    };
    return courseReport.parse({ ...report, sentences: sentencesOf(report) });
  });
  made.sort((one, other) => (one.ended_on + one.activity_id < other.ended_on + other.activity_id ? 1 : -1));
  const reported = new Set(made.map(({ activity_id }) => activity_id));
  const rules = [...hidden].filter(([key]) => reported.has(key.split(" ")[0]!)).map(([, rule]) => rule);
  return { courses: made, rules };
}

/** The questions of every questionnaire by its key and theirs. */
async function readQuestions(warehouse: Warehouse): Promise<Map<string, Question>> {
  const rows = await warehouse.rows<Question>(`
    select questionnaire, item.key, item.question, item.scale, position::integer as position
    from (
        select questionnaire, unnest(items) as item, generate_subscripts(items, 1) as position
        from stg.questionnaires
    )`);
  return new Map(rows.map((row) => [`${row.questionnaire} ${row.key}`, row]));
}

/**
 * The questions in the order of their questionnaire, each with every answer of its scale. What people wrote in their own words is on no
 * scale and stays out, even where it is a single word.
 */
function itemsOf(given: readonly Given[], questions: ReadonlyMap<string, Question>): CourseItem[] {
  const items = [...groupBy(given, ({ item }) => item)].flatMap(([key, own]) => {
    const known = questions.get(`${own[0]!.questionnaire} ${key}`) ?? standard[key];
    if (!known?.scale || !(known.scale in answerScales)) return [];
    const scale = known.scale as AnswerScaleKey;
    const values = answerScales[scale].options.map(({ value }) => {
      const chose = own.filter((one) => [JSON.parse(one.value)].flat().includes(value));
      return { value, count: chose.reduce((sum, { answers }) => sum + answers, 0) };
    });
    const answered = own.reduce((sum, { answers }) => sum + answers, 0);
    if (values.length === 0) return [];
    return [
      {
        position: known.position,
        item: {
          key,
          question: known.question ?? key,
          scale,
          answered,
          values,
        },
      },
    ];
  });
  return items
    .sort((one, other) => one.position - other.position || (one.item.key < other.item.key ? -1 : 1))
    .map(({ item }) => item);
}

/** What the standard questionnaires ask, for answers that were given before questionnaires were kept in the record. */
const standard: Record<string, Pick<Question, "question" | "scale" | "position">> = {
  quality: { question: "The quality was high", scale: "agree_5", position: 1 },
  relevance: { question: "It was relevant to my work", scale: "agree_5", position: 2 },
  likely_to_use: { question: "I am likely to use what I learnt", scale: "agree_5", position: 3 },
  confidence_before: { question: "How confident were you before?", scale: "confidence_5", position: 4 },
  confidence_now: { question: "How confident are you now?", scale: "confidence_5", position: 5 },
  wants_more: { question: "Would you like more training on this?", scale: "yes_no", position: 6 },
  use: { question: "Do you use what you learnt?", scale: "use_4", position: 1 },
  seen_by: { question: "Who has seen it?", scale: "seen_by", position: 2 },
  barriers: { question: "What got in the way?", scale: "barriers", position: 3 },
};

function read(name: string): string {
  return readFileSync(new URL(`${name}.sql`, import.meta.url), "utf8");
}
