/** Which measure counts the answers to a question of a course report over every course. */

/** Keys of questions of the usual forms, with the measure that each feeds. */
export const measureOfQuestion: Record<string, string> = {
  quality: "cpd_quality",
  intended_learning: "intended_learning",
  confidence_before: "confidence_change",
  confidence_now: "confidence_change",
  wants_more: "further_cpd_wanted",
  likely_to_use: "likely_to_use",
  use_in_role: "use_in_role",
  seen_by: "use_seen_by_others",
  barriers: "barriers_met",
};
