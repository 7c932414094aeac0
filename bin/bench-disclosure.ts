import { randomStream } from "../directus/seed/random.ts";
import type { Block } from "../pipelines/disclosure/block.ts";
import { isSafe } from "../pipelines/disclosure/complementary.ts";
import { disclose } from "../pipelines/disclosure/disclose.ts";
import { stagesOf } from "../pipelines/disclosure/stages.ts";
import type { CountedFigure } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Measure } from "../pipelines/measures/define.ts";

/** How many figures are hidden beside those that must be, against the fewest that would do. */
export interface HiddenAgainstFewest {
  trusts: number;
  /** Figures hidden for their own sake. */
  primary: number;
  /** Hidden beside them by the pipeline, and the fewest that satisfy the same checks. */
  complementary: number;
  fewest: number;
  /** In how many trusts the two are the same. */
  equal: number;
}

const threshold = 5;

/**
 * Hides the figures of small invented trusts, and finds the fewest figures that would have been enough by trying all sets of one figure, of two,
 * and so on. Small, because there are 2^n sets.
 *
 * @param count - how many trusts, each of two to four schools with one to three staff groups
 */
export async function measureHidden(count: number): Promise<HiddenAgainstFewest> {
  const template = (await loadCatalogue()).find(({ id }) => id === "staff_retention_in_trust")!;
  const { base: _, ...definition } = { ...template.definition, breakdowns: ["staff_group"] };
  const measure: Measure = { ...template, id: "invented", definition };
  const sum: HiddenAgainstFewest = { trusts: 0, primary: 0, complementary: 0, fewest: 0, equal: 0 };
  for (let seed = 1; sum.trusts < count; seed++) {
    const figures = inventedFigures(seed);
    const { audit } = disclose(figures, { threshold, measures: [measure] });
    const beside = audit.filter(({ rule }) => rule === "complementary").length;
    if (audit.length === beside || beside > 8) continue;
    const alone = { threshold, subgroups: [], areApart: false, earlier: [], hiddenAlready: [] };
    const [block] = stagesOf([measure], figures, alone);
    const fewest = fewestFor(block!, beside);
    sum.trusts += 1;
    sum.primary += audit.length - beside;
    sum.complementary += beside;
    sum.fewest += fewest;
    if (fewest === beside) sum.equal += 1;
  }
  return sum;
}

/** The fewest cells of a block that would do, hidden beside those that must be; `enough` when no fewer do. */
function fewestFor(block: Block, enough: number): number {
  const open = block.cells.filter(({ hidden, size }) => !hidden && size > 0);
  const isEnough = (left: number, from: number): boolean => {
    if (left === 0) return isSafe(block, threshold);
    for (let index = from; index <= open.length - left; index++) {
      open[index]!.hidden = "complementary";
      const isFound = isEnough(left - 1, index + 1);
      open[index]!.hidden = null;
      if (isFound) return true;
    }
    return false;
  };
  for (let size = 0; size < enough; size++) if (isEnough(size, 0)) return size;
  return enough;
}

function inventedFigures(seed: number): CountedFigure[] {
  const { integer, chance } = randomStream(`small trust ${seed}`);
  const schools = Array.from({ length: integer(2, 4) }, (_, index) => `10000${index + 1}`);
  const groups = ["Teachers", "Support staff", "Leaders"].slice(0, integer(1, 3));
  const counts = schools.flatMap((school) =>
    groups.map((group) => {
      const denominator = chance(0.25) ? integer(1, 4) : integer(8, 47);
      return { school, group, denominator, numerator: integer(0, denominator) };
    }),
  );
  const figure = (school_urn: string | null, group: string | null): CountedFigure => {
    const own = counts.filter((one) => (!school_urn || one.school === school_urn) && (!group || one.group === group));
    const numerator = own.reduce((total, one) => total + one.numerator, 0);
    const denominator = own.reduce((total, one) => total + one.denominator, 0);
    return {
      measure_id: "invented",
      school_urn,
      time_period: 202526,
      breakdown: group ? "staff_group" : "total",
      category: group ?? "Total",
      numerator,
      denominator,
      value: numerator / denominator,
      lower: null,
      upper: null,
      invited: null,
      status: "",
      claim_grade: 0,
      people: null,
      in_scope: null,
    };
  };
  return [null, ...schools].flatMap((school) => [
    figure(school, null),
    ...groups.map((group) => figure(school, group)),
  ]);
}
