/** What a form promises before anything is asked: who sees it, what is kept, when it is counted. */
import { shownDate } from "../format.ts";
import type { OpenForm } from "./open.ts";
import { fewestWriters } from "./own-words.ts";

/** Who has reason to ask for this form, in a few words above its title. */
export function occasionOf({ invitation: { wave, stage } }: OpenForm): string {
  const occasions = {
    end_of_session: "What you think of it",
    follow_up: "Some time later",
    close_out: "Closing an activity",
    staff_survey: "Staff survey",
    gap_task: `Gap task, stage ${stage} of 4`,
  };
  return occasions[wave];
}

function countedWhen({ invitation, isLate, policy }: OpenForm): string {
  const { threshold } = policy;
  if (isLate)
    return `The others' answers have been counted. Yours is still welcome: it counts as soon as there are ${threshold} late ones.`;
  const { closes_on } = invitation;
  const when = closes_on === null ? "when the form closes" : `after ${shownDate(closes_on)}`;
  return `They are counted with everybody's ${when}. Nothing made of fewer than ${threshold} answers is shown.`;
}

/** The sentences at the top of a form, the most important first. */
export function promisesOf(form: OpenForm): string[] {
  const { invitation, policy } = form;
  if (invitation.wave === "gap_task")
    return [
      "This is not anonymous. Who gave the session, who does the task and their head or leader write one stage or two each, and read what the others wrote.",
      "Write about your own work. Please name no pupil.",
    ];
  if (invitation.wave === "close_out")
    return [
      `This is not anonymous. It is your own professional statement as the leader: the ${policy.leadTerm} where the activity was held and those who administer the record read it, in your words.`,
      `For the figures it is counted with the statements about other activities. No figure made of fewer than ${policy.threshold} is shown.`,
    ];
  return [
    "Your answers are kept without your name and without the time: nobody can look up which are yours.",
    countedWhen(form),
    `What you write in your own words is read then, in shuffled order, by the ${policy.leadTerm} and those who keep the record. It is read only if ${Math.max(policy.threshold, policy.wordsThreshold)} or more have answered and at least ${fewestWriters} of them wrote something.`,
  ];
}

/** What is kept beside the answers; null where it is said already. */
export function keptWith({ invitation, activity }: OpenForm): string | null {
  if (invitation.wave === "gap_task") return null;
  if (invitation.wave === "close_out")
    return "We keep the activity with your answers, and not the day. Who led it is known from the activity. Your link learns that an answer came, so that you are not reminded.";
  const kept = [
    activity === null ? "the survey that it is part of" : "the activity",
    ...(invitation.answer_school_urn === null ? [] : ["your school"]),
    ...(invitation.answer_staff_group === null ? [] : ["your staff group"]),
  ];
  const left = kept.length === 3 ? "" : " The school or staff group is left out where few were asked.";
  return `With your answers we keep ${new Intl.ListFormat("en-GB").format(kept)}, and nothing else.${left} Your link only learns that an answer came, so that you are not reminded.`;
}
