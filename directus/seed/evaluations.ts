import { addDays, addMonths, daysBetween } from "./calendar.ts";
import { effects } from "./effects.ts";
import type { Participation } from "./participations.ts";
import { type Random, randomStream } from "./random.ts";
import type { StaffGroup } from "./schools.ts";

type Wave = "end_of_session" | "follow_up";

/** When a wave is sent, how long it stays open, and how many late answers make a group that may count. */
export const waves = { followUpAfterMonths: 3, closeAfterDays: 14, lateGroup: 5 } as const;

/** How much more or less a group answers than its school does. */
const groupResponse: Record<StaffGroup, number> = {
  teachers: 0,
  early_career_teachers: 0.06,
  middle_leaders: 0.05,
  senior_leaders: 0.04,
  teaching_assistants: -0.02,
  support_staff: -0.08,
  governors: -0.02,
};

const shareFollowedUp = 0.28;

/**
 * Asks everyone who came and draws the follow-up's sample, notes on each participation that an answer came, and returns
 * the rows of `evaluations`. They carry no person; their order is that of ids which come from nothing.
 */
export function askForEvaluations(participations: Participation[], today: string): Record<string, unknown>[] {
  const random = randomStream("evaluations");
  const ofLearning = randomStream("intended learning");
  const rows: Record<string, unknown>[] = [];
  for (const [, group] of byActivity(participations)) {
    for (const wave of ["end_of_session", "follow_up"] as const) {
      const answered = group.filter((one) => ask(one, wave, today, random));
      let late = lateOnes(answered.length, addDays(sentOn(group[0]!, wave), waves.closeAfterDays), today, random);
      // Shuffled, so that not even the late groups follow the order of the participants.
      for (const { activity, spell } of random.shuffled(answered)) {
        rows.push({
          id: random.uuid(),
          activity_id: activity.id,
          school_urn: spell.school.urn,
          staff_group: spell.group,
          wave,
          batch: late > 0 ? Math.ceil(late-- / waves.lateGroup) : 0,
          questionnaire: `standard_${wave}_1`,
          scale_id: wave === "end_of_session" ? "agree_5" : "use_4",
          answers:
            wave === "end_of_session"
              ? atTheEnd(activity.offer.effect, random, ofLearning)
              : monthsLater(activity.offer.effect, random),
          status: "active",
        });
      }
    }
  }
  return rows.sort((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1));
}

/** Those who may be asked of each activity that is over. */
function byActivity(participations: Participation[]): Map<string, Participation[]> {
  const groups = new Map<string, Participation[]>();
  for (const one of participations) {
    const mayAsk = one.role === "participant" && (one.state === "completed" || one.state === "attended");
    if (!mayAsk || one.activity.offer.isRestricted) continue;
    groups.set(one.activity.id, [...(groups.get(one.activity.id) ?? []), one]);
  }
  return groups;
}

function sentOn({ activity }: Participation, wave: Wave): string {
  return wave === "end_of_session" ? activity.endsOn : addMonths(activity.endsOn, waves.followUpAfterMonths);
}

/** Marks the participation as asked or not, and answered or not; true when an answer came. */
function ask(one: Participation, wave: Wave, today: string, random: Random): boolean {
  const sent = sentOn(one, wave);
  if (sent > today) return false;
  const { spell, activity } = one;
  const isInPost = spell.endsOn === null || spell.endsOn > sent;
  if (wave === "follow_up" && !(isInPost && random.chance(activity.offer.followUp ?? shareFollowedUp))) return false;

  // Most answers come in the first days; by the end of the wave everybody who will answer in time has.
  const arrived = Math.min(1, (daysBetween(sent, today) + 1) / (waves.closeAfterDays + 1));
  const usual = wave === "end_of_session" ? spell.school.response : 0.65 + (spell.school.response - 0.65) / 2;
  const hasAnswered = random.chance((usual + groupResponse[spell.group]) * arrived);
  if (wave === "end_of_session") one.evaluation = hasAnswered ? "answered" : "invited";
  else one.followUp = hasAnswered ? "answered" : "sampled";
  return hasAnswered;
}

/** How many of the answers came after the wave had closed: a handful where a reminder went to many, else one or two. */
function lateOnes(answers: number, closedOn: string, today: string, random: Random): number {
  if (daysBetween(closedOn, today) < 30) return 0;
  if (answers >= 20 && random.chance(0.25)) return random.integer(waves.lateGroup, waves.lateGroup * 2);
  return answers >= 4 && random.chance(0.06) ? random.integer(1, 2) : 0;
}

function atTheEnd(effect: keyof typeof effects, random: Random, ofLearning: Random): Record<string, number | boolean> {
  const usual = effects[effect];
  const from1to5 = (mean: number, spread = 0.85, from = random) =>
    Math.min(5, Math.max(1, Math.round(from.near(mean, spread))));
  const before = from1to5(usual.before, 0.9);
  return {
    quality: from1to5(usual.quality),
    relevance: from1to5(usual.relevance),
    intended_learning: from1to5(usual.learnt, 0.85, ofLearning),
    likely_to_use: from1to5(usual.likely),
    confidence_before: before,
    // Nobody remembers having been much surer before.
    confidence_now: Math.max(before - 1, from1to5(usual.now + (before - usual.before) * 0.4, 0.7)),
    wants_more: random.chance(usual.wantsMore),
  };
}

function monthsLater(effect: keyof typeof effects, random: Random): Record<string, string> {
  const usual = effects[effect];
  const use = random.weighted(usual.use);
  // What is not done cannot be seen.
  const seen_by = use === "not_yet" ? "nobody" : random.weighted(usual.seen);
  return { use, seen_by, barriers: random.weighted(usual.barriers) };
}
