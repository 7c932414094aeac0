/** What a form promises before anything is asked: who sees it, what is kept, when it is counted. */
import { shownDate } from "../format.ts";
import type { OpenForm } from "./open.ts";

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
      "Your name is not kept with your answers. But you alone are asked about this activity, so somebody who may read single answers in the record could tell that they are yours.",
      `They are counted with those about other activities. Nothing made of fewer than ${policy.threshold} answers is shown.`,
    ];
  return [
    "Your answers are kept without your name and without the time: nobody can look up which are yours.",
    countedWhen(form),
    `What you write in your own words is read then, in shuffled order, by the ${policy.leadTerm}, if ${policy.threshold} or more have answered.`,
  ];
}

/** What is kept beside the answers; null where it is said already. */
export function keptWith({ invitation, activity }: OpenForm): string | null {
  if (invitation.wave === "gap_task") return null;
  const kept = [
    activity === null ? "the survey that it is part of" : "the activity",
    ...(invitation.answer_school_urn === null ? [] : ["your school"]),
    ...(invitation.answer_staff_group === null ? [] : ["your staff group"]),
  ];
  const left = kept.length === 3 ? "" : " The school or staff group is left out where few were asked.";
  return `With your answers we keep ${new Intl.ListFormat("en-GB").format(kept)}, and nothing else.${left} Your link only learns that an answer came, so that you are not reminded.`;
}
