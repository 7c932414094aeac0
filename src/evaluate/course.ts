/** One activity, or one staff survey, as those who follow up its forms see it. */
import { type Activity, isClosed, readActivities } from "../data/questionnaires.ts";
import { NotFound } from "../data/refusal.ts";
import { countInvitations, type Remarks, readRemarks } from "../data/tracking.ts";
import type { Keeping } from "../session/reader.ts";
import { openCloseOut } from "./close-out.ts";
import type { WordsRule } from "./own-words.ts";
import type { StatedAnswer } from "./questions.ts";
import { readSubject, type Subject } from "./subject.ts";
import { groupCounts, type InvitationCount, tally } from "./tally.ts";
import { surveyTitle, wavesInOrder } from "./wave-words.ts";

/** One wave of the activity's forms. */
export interface CourseWave {
  wave: string;
  counts: InvitationCount[];
  /** Whose words may be read: everybody's who took part, those of the reader's schools, or nobody's while the wave is open. */
  remarksOf: "everybody" | "their schools" | "nobody";
  /** Null: too few answered, or too few of them wrote something. */
  remarks: Remarks[] | null;
}

/** What was asked about, with its waves. */
export interface Course {
  subject: Subject;
  title: string;
  /** Null: the staff survey. */
  activity: Activity | null;
  waves: CourseWave[];
  /** What its leader stated when they closed it; null: nothing yet, or it is not this reader's to see. */
  closeOut: StatedAnswer[] | null;
}

/** The waves of which nobody's words are read together: one is read where it is kept, the other is the statement of one. */
const statements = ["gap_task", "close_out"];

/** The activity of a subject; null for a survey. @throws NotFound when it is gone */
async function readNamed(subject: Subject): Promise<Activity | null> {
  if (!("activityId" in subject)) return null;
  const activity = (await readActivities([subject.activityId])).get(subject.activityId);
  if (activity === undefined) throw new NotFound("There is no such activity");
  return activity;
}

/**
 * Reads an activity or a survey for somebody who keeps records: administrators see everybody, a CPD lead the people of their schools, and what
 * was written about an activity that one of their schools held, with the statement of its leader.
 *
 * @param part - of the address, as `readSubject` takes it
 * @param today - an ISO date
 * @throws NotFound when there is none, when it may not be named, or when none of their people were asked and none of their schools held it
 * @throws RecordUnreachable
 */
export async function openCourse(
  keeps: Exclude<Keeping, null>,
  part: string,
  rule: WordsRule,
  today: string,
): Promise<Course> {
  const subject = readSubject(part);
  if (subject === null) throw new NotFound("There is no such activity");
  const [activity, counts] = await Promise.all([readNamed(subject), countInvitations(keeps, subject)]);
  const hostsIt = keeps === "all" || keeps.includes(activity?.school_urn ?? "");
  const isMissing = counts.length === 0 && (activity === null || !hostsIt);
  if (isMissing || activity?.is_restricted) throw new NotFound("There is no such activity");
  const waves = groupCounts(counts, ({ wave }) => wave).map(async (group): Promise<CourseWave> => {
    const { wave } = group[0]!;
    const { closesOn } = tally(group, today);
    const isOver =
      !statements.includes(wave) && (isClosed(activity ?? undefined, wave) || (closesOn !== null && closesOn < today));
    const remarksOf = !isOver ? "nobody" : hostsIt ? "everybody" : "their schools";
    const schoolUrns = keeps === "all" || hostsIt ? null : keeps;
    const remarks = isOver ? await readRemarks(subject, wave, schoolUrns, rule) : null;
    return { wave, counts: group, remarksOf, remarks };
  });
  const order = ({ wave }: CourseWave) => wavesInOrder.indexOf(wave);
  const title = activity?.title ?? surveyTitle("surveyPeriod" in subject ? subject.surveyPeriod : null);
  const [closeOut, ...found] = await Promise.all([
    activity !== null && hostsIt ? openCloseOut(activity.id) : null,
    ...waves,
  ]);
  return { subject, title, activity, waves: found.sort((one, other) => order(one) - order(other)), closeOut };
}
