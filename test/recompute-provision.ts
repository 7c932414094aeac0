/** The measures of records that are about nobody, worked out from records in plain TypeScript. */
import type { Row } from "../pipelines/warehouse.ts";
import {
  type Cell,
  type Counted,
  cellsOf,
  daysLater,
  groupsOf,
  monthsLater,
  type Records,
  textOf,
  yearAfter,
  yearOf,
} from "./recompute-cells.ts";

/** An activity that went ahead, is over and is not restricted. */
interface Held {
  row: Row;
  school: string | null;
  year: number;
  endsOn: string;
  /** Everybody's records of it. */
  people: Row[];
}

const active = (rows: Row[] | undefined) => (rows ?? []).filter((row) => row["status"] === "active");

/** Every cell of each measure of records about nobody, by measure. */
export function provisionCells(records: Records, today: string): Record<string, Record<string, Cell>> {
  const held = heldActivities(records, today);
  const share = (of: (one: Held) => boolean | null) =>
    cellsOf(
      held.flatMap((one): Counted[] => {
        const is = of(one);
        return is === null ? [] : [{ school: one.school, year: one.year, numerator: Number(is), denominator: 1 }];
      }),
    );
  const policy = records["policy"]![0]!;
  const whole = (breakdown: string, rows: Counted[]) => cellsOf(rows, { wholes: [breakdown] });
  return {
    strand_mix: whole(
      "strand",
      mix(held, "strand", strands, (strand) => strand !== "formal_learning"),
    ),
    sourcing_mix: whole(
      "sourced_from",
      mix(held, "sourcing_wave", sources, (wave) => wave === "1"),
    ),
    criteria_met: share(criteriaMet(held, policy)),
    course_reports_on_time: share(reportOnTime(held, policy, today)),
    followups_done: share(followedUp(held, policy, today)),
    shared_with_colleagues: whole("sharing", passedOn(held, active(records["sharing"]), today)),
    priority_coverage: cellsOf(prioritiesServed(records, held, today)),
    training_days: cellsOf(trainingDays(records, today)),
    needs_by_source: whole("source", needs(records, today)),
    practice_seen: whole("finding", seen(records, today)),
  };
}

const strands: Record<string, string> = {
  research: "1 Research and self-directed",
  school_based: "2 Based in the school",
  accreditation: "3 Higher education and accreditation",
  school_to_school: "4 School to school",
  formal_learning: "5 Formal learning",
  online: "6 Online, distance or blended",
};
const sources: Record<string, string> = {
  1: "1 Our own schools",
  2: "2 Teaching school hub or partner",
  3: "3 Outside",
};
const findings: Record<string, string> = {
  better: "1 Better than before",
  same: "2 As before",
  worse: "3 Worse than before",
  mixed: "4 Mixed",
  unclear: "5 Cannot be said yet",
};

function heldActivities(records: Records, today: string): Held[] {
  const people = groupsOf(active(records["participations"]), (row) => String(row["activity_id"]));
  return active(records["activities"]).flatMap((row) => {
    const endsOn = textOf(row, "ends_on") ?? textOf(row, "starts_on")!;
    const wentAhead = row["decision"] === null || row["decision"] === "approved" || row["decision"] === "exception";
    if (!wentAhead || row["is_restricted"] || endsOn > today) return [];
    return [
      {
        row,
        school: textOf(row, "school_urn"),
        year: yearOf(endsOn),
        endsOn,
        people: people.get(String(row["id"])) ?? [],
      },
    ];
  });
}

const isCompleted = ({ people }: Held) => people.some(({ state }) => state === "completed");

function mix(held: Held[], field: string, names: Record<string, string>, isOf: (value: string) => boolean): Counted[] {
  return held.flatMap(({ row, school, year }) => {
    const value = textOf(row, field);
    const name = value && names[value];
    const breakdown = field === "strand" ? "strand" : "sourced_from";
    return name ? [{ school, year, in: { [breakdown]: name }, numerator: Number(isOf(value)), denominator: 1 }] : [];
  });
}

function criteriaMet(held: Held[], policy: Row) {
  const wanted = (policy["criteria"] as { key: string }[]).map(({ key }) => key);
  const ticks = ({ row }: Held) => (row["criteria_met"] ?? []) as string[];
  const years = new Set(held.filter((one) => ticks(one).length > 0).map(({ year }) => year));
  return (one: Held) => (years.has(one.year) ? wanted.every((key) => ticks(one).includes(key)) : null);
}

function reportOnTime(held: Held[], policy: Row, today: string) {
  const first = Math.min(...held.filter(({ row }) => row["report_sent_on"]).map(({ year }) => year));
  return ({ row, endsOn, year, people }: Held) => {
    const dueOn = daysLater(endsOn, Number(policy["wave_closes_after_days"]) + Number(policy["report_due_days"]));
    const wasAsked = people.some(
      (one) => one["evaluation_state"] === "invited" || one["evaluation_state"] === "answered",
    );
    if (!wasAsked || dueOn >= today || year < first) return null;
    return row["report_sent_on"] !== null && String(row["report_sent_on"]) <= dueOn;
  };
}

function followedUp(held: Held[], policy: Row, today: string) {
  const isDrawn = ({ row, people }: Held) =>
    row["followup_drawn_on"] !== null ||
    people.some((one) => one["followup_state"] === "sampled" || one["followup_state"] === "answered");
  const first = Math.min(...held.filter(isDrawn).map(({ year }) => year));
  return (one: Held) => {
    const isDue = isCompleted(one) && monthsLater(one.endsOn, Number(policy["followup_min_months"])) <= today;
    return isDue && one.year >= first ? isDrawn(one) : null;
  };
}

function passedOn(held: Held[], sharing: Row[], today: string): Counted[] {
  const of = groupsOf(sharing, (row) => String(row["activity_id"]));
  const stateOf = ({ row }: Held) => {
    const own = of.get(String(row["id"])) ?? [];
    if (own.some(({ done_on }) => done_on !== null && String(done_on) <= today)) return "1 Passed on";
    if (own.length === 0) return "3 Nothing agreed";
    return own.some(({ route }) => route !== "not_needed") ? "2 Agreed, not yet done" : null;
  };
  const told = held.filter((one) => [null, "1 Passed on"].includes(stateOf(one)));
  const first = Math.min(...told.map(({ year }) => year));
  return held
    .filter((one) => isCompleted(one) && daysLater(one.endsOn, 90) <= today && one.year >= first)
    .flatMap((one): Counted[] => {
      const state = stateOf(one);
      if (state === null) return [];
      const numerator = Number(state === "1 Passed on");
      return [{ school: one.school, year: one.year, in: { sharing: state }, numerator, denominator: 1 }];
    });
}

function prioritiesServed(records: Records, held: Held[], today: string): Counted[] {
  const programmes = new Map(active(records["programmes"]).map((row) => [row["id"], row]));
  const served = new Set(
    held.map(
      ({ row, year }) => `${row["priority_id"] ?? programmes.get(row["programme_id"])?.["priority_id"]} ${year}`,
    ),
  );
  const rows: Counted[] = [];
  for (let year = Math.min(...held.map((one) => one.year)); year <= yearOf(today); year = yearAfter(year)) {
    const [from, to] = [`${Math.floor(year / 100)}-09-01`, `${Math.floor(year / 100) + 1}-08-31`];
    for (const row of active(records["priorities"])) {
      const isInForce =
        (textOf(row, "starts_on") ?? from) <= (to < today ? to : today) && (textOf(row, "ends_on") ?? to) >= from;
      const has = served.has(`${row["id"]} ${year}`);
      if (isInForce) rows.push({ school: textOf(row, "school_urn"), year, numerator: Number(has), denominator: 1 });
    }
  }
  return rows;
}

function trainingDays(records: Records, today: string): Counted[] {
  const policy = records["policy"]![0]!;
  const days = new Map<string, Set<string>>();
  const years: number[] = [];
  const schools = active(records["schools"]).filter((school) => school["trust_uid"] === policy["trust_uid"]);
  for (const row of active(records["activities"])) {
    const wentAhead = /^(null|approved|exception)$/.test(String(row["decision"]));
    if (row["time_type"] !== "inset" || !wentAhead || row["is_restricted"]) continue;
    for (
      let day = textOf(row, "starts_on")!;
      day <= (textOf(row, "ends_on") ?? textOf(row, "starts_on")!);
      day = daysLater(day, 1)
    ) {
      if ([0, 6].includes(new Date(day).getUTCDay())) continue;
      years.push(yearOf(day));
      for (const { urn } of schools) {
        if (row["school_urn"] !== null && row["school_urn"] !== urn) continue;
        const key = `${urn} ${yearOf(day)}`;
        days.set(key, (days.get(key) ?? new Set()).add(day));
      }
    }
  }
  const promised = Number(policy["inset_min_days"]);
  const rows: Counted[] = [];
  for (let year = Math.min(...years); year <= yearOf(today); year = yearAfter(year))
    for (const school of schools) {
      const lastDay = `${Math.floor(year / 100) + 1}-08-31`;
      if ((textOf(school, "trust_joined_on") ?? "") > lastDay) continue;
      if ((textOf(school, "trust_left_on") ?? "9999") <= lastDay) continue;
      const held = days.get(`${school["urn"]} ${year}`)?.size ?? 0;
      rows.push({ school: String(school["urn"]), year, numerator: Math.min(held, promised), denominator: promised });
    }
  return rows;
}

/** Where people say it themselves. */
const told = /^(appraisal|individual_request|review_360|stakeholder_feedback|targeted_survey|team_discussion)$/;
const needNames: Record<string, string> = {
  self_evaluation: "Self-evaluation",
  audit: "National or local audit",
  monitoring: "Monitoring",
  leader_review: "Review by a specialist leader",
  appraisal: "Appraisal, in sum",
  individual_request: "Individual request or self-audit",
  data_analysis: "Analysis of data",
  stakeholder_feedback: "Feedback of staff, parents, pupils or governors",
  qa_visit: "Quality assurance visit",
  targeted_survey: "Targeted survey",
  review_360: "360° review",
  external_audit: "External audit or inspection",
  development_plan: "Development plan, vision or national priority",
  team_discussion: "Team discussion",
};

function needs(records: Records, today: string): Counted[] {
  return active(records["needs"])
    .filter((row) => String(row["identified_on"]) <= today)
    .map((row) => ({
      school: row["level"] === "individual" ? null : textOf(row, "school_urn"),
      year: yearOf(String(row["identified_on"])),
      in: { source: needNames[String(row["source"])]! },
      numerator: Number(told.test(String(row["source"]))),
      denominator: 1,
    }));
}

function seen(records: Records, today: string): Counted[] {
  const restricted = new Set(
    active(records["activities"])
      .filter((row) => row["is_restricted"])
      .map(({ id }) => id),
  );
  return active(records["evidence"]).flatMap((row) => {
    const isSeen = row["level"] === "learning" && Number(row["claim_grade"] ?? 0) >= 2 && row["finding"] !== null;
    if (!isSeen || /^(gap_task|quality_mark|self_check)$/.test(String(row["type"]))) return [];
    if (String(row["observed_on"]) > today || restricted.has(row["activity_id"] as string)) return [];
    return [
      {
        school: null,
        year: yearOf(String(row["observed_on"])),
        in: { finding: findings[String(row["finding"])]! },
        numerator: Number(row["finding"] === "better"),
        denominator: 1,
      },
    ];
  });
}
