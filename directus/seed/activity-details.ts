import type { Activity } from "./activities.ts";
import { addDays, addMonths } from "./calendar.ts";
import { waves } from "./evaluations.ts";
import type { Participation } from "./participations.ts";
import type { PriorityKey } from "./programmes.ts";
import { type Random, randomStream } from "./random.ts";

type Row = Record<string, unknown>;

/** What an activity meant people to learn, by the priority that it serves: the form asks about it in these words. */
const intended: Record<PriorityKey, string> = {
  reading: "Teach the daily fluency routine, and hear what pupils understand while they read.",
  mathematics: "Plan number talk into each lesson, and notice who counts on fingers.",
  classrooms: "Start each lesson in the same calm way, and bring pupils back without a lecture.",
  inclusion: "Help a pupil to do the next step alone, and know when to step away.",
  curriculum: "Say what pupils learnt before, and build the next lesson on it.",
  workload: "Give feedback that takes minutes and is used the next day.",
  careers: "Know the next step in one's own work, and who helps with it.",
  services: "Do the daily work safely and in the way all schools have agreed.",
  governance: "Ask what changed for pupils, and what the school cannot know yet.",
};

/** The fields of each activity beside who came and what it cost: its approval, its offer, and how far its evaluation got. */
export function activityDetails(
  activities: Activity[],
  participations: Participation[],
  today: string,
): Map<string, Row> {
  const random = randomStream("details");
  const people = new Map<string, Participation[]>();
  for (const one of participations) people.set(one.activity.id, [...(people.get(one.activity.id) ?? []), one]);
  return new Map(
    activities.map((activity) => {
      const here = people.get(activity.id) ?? [];
      return [
        activity.id,
        {
          ...approval(activity, today, random),
          ...offer(activity, today, random),
          intended_learning: intended[activity.offer.priority],
          leader_id: here.find(({ role }) => role !== "participant")?.person.id ?? null,
          ...evaluation(activity, here, today, random),
        },
      ];
    }),
  );
}

function approval({ offer, host, startsOn, decision }: Activity, today: string, random: Random): Row {
  const decidedOn = [addDays(startsOn, -random.integer(25, 70)), addDays(today, -3)].sort()[0];
  const cost = (offer.fee ?? 0) + (offer.feeEach ?? 0) * (offer.places ?? 20) + (offer.venue ?? 0);
  return {
    requested_by_role: host ? "Senior leaders of the school" : "Teaching and learning team",
    estimated_cost: Math.round(cost * 1.1),
    budget_check: decision === "proposed" ? random.pick(["within", "not_checked"]) : "within",
    decided_on: decision === "proposed" ? null : decidedOn,
  };
}

function offer({ offer, host, title, startsOn, decision }: Activity, today: string, random: Random): Row {
  const isAhead = startsOn > today && (decision === "approved" || decision === "exception");
  return {
    time_type: timeOf(offer, title),
    is_project: false,
    offered_to: Object.keys(offer.audience),
    offered_on: decision === "declined" || addDays(startsOn, -30) > today ? null : addDays(startsOn, -30),
    booking_state: isAhead ? random.weighted({ to_book: 0.12, booked: 0.5, confirmed: 0.38 }) : null,
    frameworks: offer.audience.teachers
      ? ["teachers"]
      : offer.audience.teaching_assistants
        ? ["teaching_assistants"]
        : [],
    accreditation:
      offer.approach === "leadership_programme" ? "qualification" : offer.sourcingWave === 3 ? "certificate" : "none",
    // A coach from the largest primary school worked beside Quillmere's teachers.
    given_by_school_urn: offer.programme === "mathematics" && host === "900003" ? "900002" : null,
    has_external_audience: title.startsWith("Play at midday"),
  };
}

function timeOf(offer: Activity["offer"], title: string): string {
  if (title.startsWith("Behaviour and belonging") || title.startsWith("Heads' and deputies'")) return "inset";
  if (title.startsWith("Welcome")) return "induction";
  if (offer.mode === "virtual") return "own_time";
  if (offer.hasCover || offer.sourcingWave === 3) return "release";
  if (["coaching_mentoring", "peer_observation", "lesson_study", "network"].includes(offer.approach))
    return "collaboration";
  return offer.level === "whole" ? "staff_meeting" : "release";
}

/** Reports go out some days after the form has closed, and their final version weeks later; the last few are still to be written. */
function evaluation({ offer, endsOn }: Activity, here: Participation[], today: string, random: Random): Row {
  const asked = here.filter((one) => one.evaluation !== "not_invited");
  const drawn = here.filter((one) => one.followUp !== "not_sampled");
  const drawnOn = addMonths(endsOn, waves.followUpAfterMonths);
  const isDrawn = asked.length > 0 && drawnOn <= today;
  const closedOn = addDays(endsOn, waves.closeAfterDays);
  const sentOn = addDays(closedOn, random.integer(3, 9));
  const finalOn = addDays(sentOn, random.integer(9, 16));
  const isSent = asked.length > 0 && sentOn < today;
  return {
    evaluation_wave: asked.length > 0 && closedOn >= today ? "open" : null,
    followup_wave: null,
    followup_drawn_on: isDrawn ? drawnOn : null,
    followup_draw: isDrawn
      ? { of: asked.length, drawn: drawn.length, rate: offer.followUp ?? 0.28, threshold: 5, replaced: 0 }
      : null,
    report_sent_on: isSent ? sentOn : null,
    report_final_on: isSent && finalOn < today ? finalOn : null,
    further_training:
      isSent && finalOn < today
        ? random.pick([
            "A second session with examples from our own classes.",
            "Time to try it with a colleague.",
            "None asked for.",
          ])
        : null,
  };
}
