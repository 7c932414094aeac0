import { z } from "zod";
import { academicYear, addDays, firstWeekday } from "./days.ts";
import type { Duty } from "./duty.ts";
import {
  carried,
  countOf,
  currentQuestionnaire,
  invitation,
  invitationId,
  newInvitation,
  noQuestionnaire,
} from "./invitation.ts";
import { cellOf, mainPost, readPosts } from "./people.ts";
import { place } from "./place.ts";
import { parts } from "./record.ts";

const keyed = z.object({ id: z.string() });

/** Asks all staff once a year what they make of their development, from the first weekday of the policy's month. */
export const survey: Duty = {
  name: "staff survey",
  when: "day",
  async run(context) {
    const { record, policy, today } = context;
    if (policy.staff_survey_month === null) return [];
    const opens_on = firstWeekday(`${today.slice(0, 5)}${String(policy.staff_survey_month).padStart(2, "0")}`);
    const closes_on = addDays(opens_on, policy.wave_closes_after_days);
    // A hub that was switched off asks as long as there is a day left to answer in time; after that the survey waits for next year.
    if (today < opens_on || today >= closes_on) return [];
    const questionnaire_id = await currentQuestionnaire(context, "staff_survey");
    if (questionnaire_id === null) return [noQuestionnaire("the staff survey")];

    const survey_period = String(academicYear(opens_on));
    const asked = { wave: { _eq: "staff_survey" }, survey_period: { _eq: survey_period } };
    const made = await record.read("invitations", invitation, asked);
    const known = new Set(made.map(({ id }) => id));
    const posts = await readPosts(record, { inPostOn: opens_on });
    const audiences = policy.staff_groups.filter((group) => group.is_audience).map((group) => group.key);
    const postOf = (staff_id: string | null) => mainPost(posts.get(staff_id ?? ""), opens_on, policy);
    const newcomers: string[] = [];
    for (const some of parts([...posts.keys()], 500)) {
      const active = { id: { _in: some }, status: { _eq: "active" } };
      newcomers.push(
        ...(await record.read("staff", keyed, active))
          .map(({ id }) => id)
          .filter((id) => !known.has(invitationId("staff_survey", survey_period, id)))
          .filter((id) => !audiences.includes(postOf(id)?.staff_group ?? "")),
      );
    }
    if (newcomers.length === 0) return [];
    const cells = await place(
      context,
      made.filter(({ state }) => state !== "cancelled"),
      ({ staff_id }) => cellOf(postOf(staff_id)),
      newcomers.map((id) => cellOf(postOf(id))),
    );
    const invitations = newcomers.flatMap((staff_id, index) => {
      const cell = cells[index]!;
      if (cell === null) return [];
      const school_urn = postOf(staff_id)?.school_urn ?? null;
      const about = { survey_period, staff_id, school_urn, questionnaire_id, ...carried(cell) };
      return {
        id: invitationId("staff_survey", survey_period, staff_id),
        ...newInvitation(context, "staff_survey", closes_on),
        ...about,
      };
    });
    await record.create("invitations", invitations);
    return invitations.length > 0
      ? [`Invited ${countOf(invitations.length, "person", "people")} to the staff survey.`]
      : [];
  },
};
