import { beforeAll, describe, expect, test } from "vitest";
import { readProfile } from "../directus/profiles.ts";
import { type CountedFigure, calculateAll } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { demoHub, demoRows, demoToday } from "./harness/demo.ts";
import { type Admitted, answerCells, responseCells } from "./recompute-answers.ts";
import { type Cell, expectSame, type Records } from "./recompute-cells.ts";
import { hoursOf, peopleCells } from "./recompute-people.ts";
import { provisionCells } from "./recompute-provision.ts";
import { Staff } from "./recompute-staff.ts";
import { roughened } from "./roughen.ts";

/** Provision, reactions, learning and use, as far as they are worked out a second time here. */
const recomputed = `
  participation_coverage cpd_hours_per_person sustained_programmes coaching_coverage career_progression qts_share npq_holders
  strand_mix sourcing_mix criteria_met course_reports_on_time followups_done shared_with_colleagues priority_coverage training_days
  needs_by_source practice_seen evaluation_response_rate
  cpd_quality cpd_quality_net likely_to_use intended_learning further_cpd_wanted confidence_change
  use_in_role use_seen_by_others`
  .trim()
  .split(/\s+/);
const catalogue = (await loadCatalogue()).filter(({ id }) => recomputed.includes(id));

/** Policy C, which asks for reports and follow-ups, with what B and H promise besides: training days, a coach and a ladder. */
function allRecords(): Records {
  const rows = demoRows("C");
  const promised = { inset_min_days: 5, coaching_cadence: "every_teacher", ladder: readProfile("H").ladder };
  return { ...rows, policy: [{ ...rows["policy"]![0]!, ...promised }] };
}

interface Twice {
  records: Records;
  figures: CountedFigure[];
  cells: Record<string, Record<string, Cell>>;
}

/** The pipeline's figures, and the same worked out a second time. */
async function twice(records: Records): Promise<Twice> {
  const hub = await demoHub(records);
  const { figures, failures } = await calculateAll(hub, catalogue);
  expect(failures).toEqual([]);
  // Which answers count, and how much they say, is decided once and for good; that it is rightly decided is tested elsewhere.
  const counted = await hub.rows<{ id: string; batch: number; school: boolean; group: boolean; programme: boolean }>(`
    select evaluation_id as id, batches.batch_id as batch, batches.school, batches.group, batches.programme
    from marts.closed_answers inner join marts.answer_batches as batches using (piece_id)`);
  hub.close();
  const admitted: Admitted = new Map(counted.map(({ id, ...may }) => [id, may]));
  const cells = {
    ...peopleCells(records, demoToday),
    ...provisionCells(records, demoToday),
    ...answerCells(records, admitted, demoToday),
    ...responseCells(records, demoToday),
  };
  return { records, figures, cells };
}

describe.for([
  ["the demo's records", allRecords],
  ["records in any order and as untidy as real ones", () => roughened(allRecords(), "1")],
] as const)("worked out a second time over %s", ([, recordsOf]) => {
  let found: Twice;

  beforeAll(async () => {
    found = await twice(recordsOf());
  }, 90_000);

  test.for(recomputed)("every cell of %s is the same", (id) => expectSame(found.figures, id, found.cells[id]!));

  test("the mean of the hours and its likely range are those of the people's own hours", () => {
    const staff = new Staff(found.records, demoToday);
    const year = 202526;
    const hours = hoursOf(staff.census(), staff.completions())
      .filter((one) => one.year === year)
      .map((one) => one.hours.reduce((total, some) => total + some, 0));
    const mean = hours.reduce((total, one) => total + one, 0) / hours.length;
    const variance = hours.reduce((total, one) => total + (one - mean) ** 2, 0) / (hours.length - 1);
    const half = 1.96 * Math.sqrt(variance / hours.length);
    const figure = found.figures.find(
      (one) => one.measure_id === "cpd_hours_per_person" && one.school_urn === null && one.time_period === year,
    );
    expect(figure).toMatchObject({
      value: expect.closeTo(mean, 6),
      lower: expect.closeTo(mean - half, 6),
      upper: expect.closeTo(mean + half, 6),
    });
  });
});
