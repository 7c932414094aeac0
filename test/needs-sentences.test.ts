import { expect, test } from "vitest";
import type { CycleSlice } from "../pipelines/contract.ts";
import { addressesOf } from "../src/sentences/addresses.ts";
import { groupsWithStaff, needsStory, openNeeds, voicesOf } from "../src/sentences/needs.ts";
import { inventedCycle } from "./harness/release-cycle.ts";
import { inventedCatalogue } from "./harness/release-measures.ts";

const addresses = addressesOf({ urn: null });
const policy = {
  ...inventedCatalogue.policy,
  staff_groups: [
    { key: "teachers", label: "Teachers" },
    { key: "support", label: "Support staff" },
  ],
};
const whole = inventedCycle();
/** The trust's own needs alone. */
const cycle: CycleSlice = { ...whole, needs: whole.needs.slice(0, 1) };
const need = cycle.needs[0]!;
const sentencesOf = (story: readonly { sentence: string }[]) => story.map(({ sentence }) => sentence);

test("needs that no programme answers come first, and the groups that nobody spoke for are named", () => {
  const unmet = {
    ...need,
    id: "u",
    title: "Talk",
    programme_id: null,
    staff_group: "teachers",
    source: "targeted_survey",
  };
  const more = { ...cycle, needs: [need, unmet] };
  expect(openNeeds(more, 202526)).toEqual({ unmet: [unmet], underWay: [need] });
  expect(sentencesOf(needsStory(more, policy, { year: 202526, latest: 202627 }, addresses))).toEqual([
    "One need has no programme yet; a programme answers one other.",
    "1 of 2 needs of 2025/26 came from people themselves; the rest from reviews, inspections, data and plans.",
    "Not named in any need of 2025/26: support staff.",
    "2 needs were found in 2025/26, from 2 of 14 sources.",
  ]);
  expect(voicesOf(more, policy, 202526).silentSources).toHaveLength(12);
});

test("needs that all came from inspections and data are a signal: nobody was asked", () => {
  const story = needsStory(cycle, policy, { year: 202526, latest: 202526 }, addresses);
  expect(story.find(({ mark }) => mark === "signal")?.sentence).toBe(
    "No need of 2025/26 came from people themselves: all came from reviews, inspections, data or plans.",
  );
  expect(needsStory({ ...cycle, needs: [] }, policy, { year: 202526, latest: 202526 }, addresses)).toEqual([]);
  expect(sentencesOf(needsStory(cycle, policy, { year: 202425, latest: 202526 }, addresses))).toContain(
    "No need was written down in 2024/25, so it cannot be told what CPD was to answer.",
  );
});

test("a group without staff has no voice to miss: one that a policy still lists is not said to be silent", () => {
  const figure = { measure_id: "m", school_urn: null, time_period: 202526, breakdown: "staff_group", status: "[c]" };
  const figures = [
    { ...figure, category: "Support staff" },
    { ...figure, category: "Teachers", status: "[z]" },
  ] as never[];
  const withStaff = groupsWithStaff({ figures, urn: null }, 202526);
  expect(voicesOf(cycle, policy, 202526).silentGroups).toEqual(["Teachers", "Support staff"]);
  expect(voicesOf(cycle, policy, 202526, withStaff).silentGroups).toEqual(["Support staff"]);
  expect(groupsWithStaff({ figures: [], urn: null }, 202526)).toBe(null);
});
