/** The measures of people, worked out from records in plain TypeScript. */

import type { Row } from "../pipelines/warehouse.ts";
import {
  type Cell,
  type Counted,
  cellsOf,
  censusOf,
  groupsOf,
  type Records,
  textOf,
  yearAfter,
} from "./recompute-cells.ts";
import { type Completed, type InPost, Staff } from "./recompute-staff.ts";

const contracts: Record<string, string> = { permanent: "Permanent", fixed_term: "Fixed term" };

/** Every cell of each measure of people, by measure. */
export function peopleCells(records: Records, today: string): Record<string, Record<string, Cell>> {
  const staff = new Staff(records, today);
  const census = staff.census();
  const completions = staff.completions();
  return {
    ...takingPart(census, completions),
    sustained_programmes: sustained(records, completions, today),
    coaching_coverage: coached(staff, census),
    career_progression: movedUp(records, staff, census, today),
    ...qualified(records, census),
  };
}

/** Everybody's hours of a year; people count whose school has had a completed activity on record by then. */
export function hoursOf(
  census: readonly InPost[],
  completions: readonly Completed[],
): (InPost & { hours: number[] })[] {
  const first = new Map<string, number>();
  for (const { school, year } of completions) if (school) first.set(school, Math.min(year, first.get(school) ?? year));
  const byPerson = groupsOf(completions, ({ staff, year }) => `${staff} ${year}`);
  return census
    .filter(({ school, year }) => (first.get(school) ?? Number.POSITIVE_INFINITY) <= year)
    .map((one) => ({ ...one, hours: (byPerson.get(`${one.staff} ${one.year}`) ?? []).map(({ hours }) => hours ?? 0) }));
}

function takingPart(census: readonly InPost[], completions: readonly Completed[]) {
  const rows = hoursOf(census, completions).map(({ school, year, group, contract, hours }) => ({
    place: { school, year, in: { staff_group: group, contract: contracts[contract]! } },
    hours,
  }));
  const shape = { ofTrust: ["contract"] };
  const sum = (hours: number[]) => hours.reduce((total, one) => total + one, 0);
  return {
    participation_coverage: cellsOf(
      rows.map(({ place, hours }) => ({ ...place, numerator: hours.length > 0 ? 1 : 0, denominator: 1 })),
      shape,
    ),
    cpd_hours_per_person: cellsOf(
      rows.map(({ place, hours }) => ({ ...place, numerator: sum(hours), denominator: 1 })),
      shape,
    ),
  };
}

function sustained(records: Records, completions: readonly Completed[], today: string) {
  const activities = new Map(records["activities"]!.map((row) => [row["id"], row]));
  const programmes = groupsOf(
    records["activities"]!.filter(
      (row) => row["status"] === "active" && row["programme_id"] && row["decision"] !== "declined",
    ),
    (row) => String(row["programme_id"]),
  );
  const daysOf = (rows: readonly Row[]) => {
    const ends = rows.map((row) => Date.parse(textOf(row, "ends_on") ?? String(row["starts_on"])));
    return (Math.max(...ends) - Math.min(...rows.map((row) => Date.parse(String(row["starts_on"]))))) / 86_400_000;
  };
  const rows = completions.flatMap(({ activity, year, group, hours }): Counted[] => {
    const row = activities.get(activity)!;
    const endsOn = textOf(row, "ends_on") ?? textOf(row, "starts_on")!;
    const series = programmes.get(String(row["programme_id"])) ?? [];
    const isSustained = daysOf([row]) >= 90 || (series.length >= 2 && daysOf(series) >= 90);
    if (!hours || endsOn > today || row["decision"] === "proposed") return [];
    return [{ school: null, year, in: { staff_group: group }, numerator: isSustained ? hours : 0, denominator: hours }];
  });
  return cellsOf(rows);
}

function coached(staff: Staff, census: readonly InPost[]) {
  const latest = Math.max(...census.map(({ year }) => year));
  const teachers = census.filter(({ year, isTeacher }) => year === latest && isTeacher);
  return cellsOf(
    teachers.map(({ staff: person, school, year }) => ({
      school,
      year,
      numerator: Number(staff.hasCoachSince(person, censusOf(year))),
      denominator: 1,
    })),
  );
}

function movedUp(records: Records, staff: Staff, census: readonly InPost[], today: string) {
  const ladder = records["policy"]![0]!["ladder"] as { key: string; strand: string }[];
  const rows = census.flatMap(({ staff: person, year, rung }): Counted[] => {
    const day = censusOf(yearAfter(year));
    const next = day <= today && staff.isInTrust(person, day) ? staff.on(person, day) : undefined;
    if (!next || next.isAudience) return [];
    const from = ladder.findIndex(({ key }) => key === rung);
    const to = ladder.findIndex(({ key }) => key === next.rung);
    if (from < 0 || to < 0) return [];
    const [before, after] = [ladder[from]!.strand, ladder[to]!.strand];
    const isHigher = before === after ? to > from : before === "support" && after === "teaching";
    return [{ school: null, year, numerator: Number(isHigher), denominator: 1 }];
  });
  return cellsOf(rows);
}

function qualified(records: Records, census: readonly InPost[]) {
  const gained = records["qualifications"]!.filter((row) => row["status"] === "active" && row["state"] === "gained");
  const held = groupsOf(gained, (row) => String(row["staff_id"]));
  const holds = ({ staff, year }: InPost, isOf: RegExp) =>
    (held.get(staff) ?? []).some(
      (row) =>
        isOf.test(String(row["qualification"]).toUpperCase().replaceAll(" ", "")) &&
        (textOf(row, "gained_on") ?? "1900-01-01") <= censusOf(year) &&
        (textOf(row, "expires_on") ?? "9999-12-31") >= censusOf(year),
    );
  const places = groupsOf(
    census.filter(({ isTeacher }) => isTeacher),
    ({ school, year }) => `${school} ${year}`,
  );
  const cells = (isOf: RegExp, isOnRecord: RegExp) =>
    cellsOf(
      [...places.values()]
        .filter((own) => own.some((one) => holds(one, isOnRecord)))
        .flat()
        .map((one) => ({ school: one.school, year: one.year, numerator: Number(holds(one, isOf)), denominator: 1 })),
    );
  return { qts_share: cells(/^QTL?S$/, /^QTL?S$/), npq_holders: cells(/^NPQ/, /./) };
}
