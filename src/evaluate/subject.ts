/** What a form is about, as the last part of an address says it: an activity, or the staff survey of a year. */
export type Subject = { activityId: string } | { surveyPeriod: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What `<id>` or `survey-202627` stands for; null: nothing. */
export function readSubject(part: string): Subject | null {
  if (uuid.test(part)) return { activityId: part };
  const period = /^survey-(\w{1,20})$/.exec(part)?.[1];
  return period === undefined ? null : { surveyPeriod: period };
}

/** The address of a subject's page. */
export function subjectAddress(subject: Subject): string {
  return "activityId" in subject ? `/courses/${subject.activityId}` : `/courses/survey-${subject.surveyPeriod}`;
}

/** The records about a subject, as a filter of Directus. */
export function aboutSubject(subject: Subject): Record<string, unknown> {
  return "activityId" in subject
    ? { activity_id: { _eq: subject.activityId } }
    : { wave: { _eq: "staff_survey" }, survey_period: { _eq: subject.surveyPeriod } };
}
