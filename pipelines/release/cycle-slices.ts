import { type CycleSlice, cycleSlice } from "../contract.ts";

/**
 * Divides the cycle into the files that contract-cycle.ts describes. A school's readers get its own records and those of the whole
 * trust; of meetings and budgets only its own, since a trust's are for those who govern it; and the library of every school, which was
 * written for everybody who signs in.
 *
 * @param urns - the organisation's schools
 * @returns the content of each file by its path inside the release; none where there is nothing to divide
 */
export function sliceCycle(urns: readonly string[], cycle: CycleSlice | undefined): Record<string, unknown> {
  if (cycle === undefined) return {};
  const ofSchool = (urn: string): CycleSlice => {
    const own = <T extends { school_urn: string | null }>(all: readonly T[]) =>
      all.filter(({ school_urn }) => school_urn === urn);
    const concerning = <T extends { school_urn: string | null }>(all: readonly T[]) =>
      all.filter(({ school_urn }) => school_urn === urn || school_urn === null);
    return {
      criteria_mode: cycle.criteria_mode,
      criteria: cycle.criteria,
      ladder: cycle.ladder,
      plans: concerning(cycle.plans),
      priorities: concerning(cycle.priorities),
      needs: concerning(cycle.needs),
      programmes: concerning(cycle.programmes),
      activities: concerning(cycle.activities),
      costs: concerning(cycle.costs),
      // What each is spent from is for those who answer for it.
      budgets: own(cycle.budgets),
      subscriptions: concerning(cycle.subscriptions),
      sharing: cycle.sharing,
      decisions: own(cycle.decisions),
      future_needs: cycle.future_needs.filter(
        ({ school_urn, from }) => school_urn === urn || (school_urn === null && from === "plan"),
      ),
      quality_marks: concerning(cycle.quality_marks),
    };
  };
  return {
    "cycle/trust.json": cycleSlice.parse(cycle),
    ...Object.fromEntries(urns.map((urn) => [`cycle/schools/${urn}.json`, cycleSlice.parse(ofSchool(urn))])),
  };
}
