import { type Benchmark, type ChartEvent, type Level, level, type PolicyWords, type School } from "../contract.ts";
import type { Warehouse } from "../warehouse.ts";

/** The policy as the pipeline uses it: the words that are published, the headings it reports, and which trust it is of. */
export interface Policy extends PolicyWords {
  /** Keys of measures' `policy_measure`; empty while no policy is chosen. */
  measures: string[];
  /** Null: an organisation outside any trust. */
  trust_uid: string | null;
}

const levelNames: Record<Level, string> = {
  provision: "Provision",
  reactions: "Reactions",
  learning: "Learning and use",
  outcomes: "Pupil outcomes",
  organisation: "Organisational support and change",
};

/** What the hub says before anybody has chosen a policy: plain words and the usual thresholds. */
const noPolicy: Policy = {
  profile: "C",
  organisation_name: "Your organisation",
  organisation_term: "trust",
  school_term: "school",
  board_term: "board",
  local_board_term: null,
  lead_role_term: "CPD lead",
  levels: [],
  staff_groups: [],
  threshold_signed_in: 5,
  threshold_leaving: 10,
  followup_min_months: 3,
  report_outline: [],
  measures: [],
  trust_uid: null,
};

/** The policy's words and rules; the usual ones before it is chosen. A level that it does not name keeps its usual name. */
export async function readPolicy(warehouse: Warehouse): Promise<Policy> {
  const [row] = await warehouse.rows<Record<string, unknown>>(
    "select * replace (levels::varchar as levels, staff_groups::varchar as staff_groups) from stg.policy limit 1",
  );
  if (!row) return { ...noPolicy, levels: named([]) };
  const { wave_closes_after_days, ...policy } = row as unknown as Policy & Record<string, unknown>;
  const staffGroups = parsed<{ key: string; label: string; is_audience?: boolean }>(row["staff_groups"]);
  return {
    ...policy,
    levels: named(parsed<{ level: string; name: string }>(row["levels"])),
    staff_groups: staffGroups.filter((group) => !group.is_audience).map(({ key, label }) => ({ key, label })),
    measures: (row["measures"] as string[] | null) ?? [],
  };
}

function parsed<T>(json: unknown): T[] {
  return typeof json === "string" ? ((JSON.parse(json) as T[] | null) ?? []) : [];
}

/** The policy's own names in its own order, then the levels that it leaves out. */
function named(levels: { level: string; name: string }[]): PolicyWords["levels"] {
  const known = levels.filter((item): item is { level: Level; name: string } => level.safeParse(item.level).success);
  const missing = level.options.filter((option) => !known.some((item) => item.level === option));
  return [
    ...known.map(({ level, name }) => ({ level, name })),
    ...missing.map((option) => ({ level: option, name: levelNames[option] })),
  ];
}

/** The organisation's schools by name. */
export function readSchools(warehouse: Warehouse): Promise<School[]> {
  return warehouse.rows<School>(`
    select school_urn as urn, name, phase, local_authority, trust_joined_on
    from marts.schools
    order by name, school_urn`);
}

/** What happened up to today and belongs on the time charts: a programme began, a school joined, a scale changed. */
export async function readEvents(warehouse: Warehouse): Promise<ChartEvent[]> {
  return warehouse.rows<ChartEvent>(`
    select events.on::varchar as "on", academic_year(events.on)::integer as time_period, events.label, events.school_urn
    from marts.events
    order by events.on, events.label, events.school_urn`);
}

/** A measure that may have published figures to compare with: their `outcomes.measure_code`. */
export interface Comparable {
  id: string;
  definition: { outcome_measure_code?: string | undefined };
}

/** Published figures of the country, of the schools' local authorities and of the trust itself, with where each is from. */
export async function readBenchmarks(warehouse: Warehouse, measures: readonly Comparable[]): Promise<Benchmark[]> {
  const codes = measures.flatMap(({ id, definition: { outcome_measure_code } }) =>
    outcome_measure_code ? [{ measure_id: id, outcome_code: outcome_measure_code }] : [],
  );
  return warehouse.rows<Benchmark>(
    `with wanted as (
        select unnest(from_json($1::json, '[{"measure_id": "varchar", "outcome_code": "varchar"}]'), recursive := true)
    )

    select
        wanted.measure_id,
        benchmarks.* exclude (outcome_code),
    from marts.benchmarks
    inner join wanted
        on wanted.outcome_code = benchmarks.outcome_code
    order by all`,
    [JSON.stringify(codes)],
  );
}

/** The names of the staff groups that are teachers. */
export async function readTeacherGroups(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.rows<{ staff_group: string }>(
    "select staff_group from marts.staff_groups where is_teacher order by staff_group",
  );
  return rows.map(({ staff_group }) => staff_group);
}
