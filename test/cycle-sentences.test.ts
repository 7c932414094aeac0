import { expect, test } from "vitest";
import type { CycleSlice, Figure, PublishedMeasure } from "../pipelines/contract.ts";
import { countBars } from "../src/charts/count-bars.ts";
import { oneOfMany } from "../src/charts/one-of-many.ts";
import { shownSpent, spentOf } from "../src/cycle/money.ts";
import { priorityLines } from "../src/cycle/thread.ts";
import { accessBy, accessStory, patternWords, ratioWords } from "../src/sentences/access.ts";
import { addressesOf } from "../src/sentences/addresses.ts";
import { ladderStory, strandsOf } from "../src/sentences/ladder.ts";
import type { Place } from "../src/sentences/place.ts";
import { programmeLevels, programmeStory } from "../src/sentences/programme.ts";
import { provisionStory } from "../src/sentences/provision.ts";
import { found, lookingFor, sharingStory } from "../src/sentences/sharing.ts";
import { recommendationOf, subscriptionLines, subscriptionStory } from "../src/sentences/subscriptions.ts";
import { valueLines, valueStory } from "../src/sentences/value.ts";
import { inventedCycle, trustProgramme } from "./harness/release-cycle.ts";
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
/** The trust's own records alone. */
const cycle: CycleSlice = {
  ...whole,
  priorities: whole.priorities.slice(0, 1),
  needs: whole.needs.slice(0, 1),
  programmes: whole.programmes.slice(0, 1),
  activities: whole.activities.slice(0, 1),
  subscriptions: whole.subscriptions.slice(0, 2),
};
const sentencesOf = (story: readonly { sentence: string }[]) => story.map(({ sentence }) => sentence);

const useInRole: PublishedMeasure = {
  ...inventedCatalogue.measures.find(({ id }) => id === "use_in_role")!,
  breakdowns: ["programme"],
  level: "learning",
};
const figure = (told: Partial<Figure>): Figure => ({
  measure_id: "use_in_role",
  school_urn: null,
  time_period: 202526,
  breakdown: "programme",
  category: "Reading together",
  numerator: 48,
  denominator: 60,
  value: 0.8,
  lower: 0.68,
  upper: 0.88,
  invited: 100,
  status: "",
  claim_grade: 1,
  ...told,
});
const placeWith = (figures: Figure[]): Place => ({ name: "Invented Trust", urn: null, figures, benchmarks: [] });
const digital = figure({
  category: "Digital marking",
  numerator: 3,
  denominator: 60,
  value: 0.05,
  lower: 0.02,
  upper: 0.14,
});

test("a priority that got no CPD comes first, and is said aloud", () => {
  const bare = { ...cycle.priorities[0]!, id: "bare", title: "Number sense" };
  const more = { ...cycle, priorities: [...cycle.priorities, bare] };
  expect(priorityLines(more, 202526).map(({ priority, held }) => [priority.title, held])).toEqual([
    ["Number sense", 0],
    ["Every pupil reads", 6],
  ]);
  const [first] = provisionStory(more, { year: 202526, isSchool: false }, addresses);
  expect(first).toMatchObject({
    mark: "signal",
    sentence: "One priority of 2 got no CPD time in 2025/26: “Number sense”.",
  });
  const school = provisionStory(cycle, { year: 202526, isSchool: true }, addresses);
  expect(sentencesOf(school)).toContain("Every priority got CPD time in 2025/26, here or for all together.");
});

test("what a gate did not let pass is a signal, and names the criterion least often met", () => {
  const story = provisionStory(cycle, { year: 202526, isSchool: false }, addresses);
  expect(story[0]).toMatchObject({
    mark: "signal",
    sentence: "5 of 6 activities met all of the policy’s criteria; least often met: “Worth its cost” (5 of 6).",
  });
  const rated = { ...cycle, criteria_mode: "score" as const };
  expect(provisionStory(rated, { year: 202526, isSchool: false }, addresses)[0]).toMatchObject({ mark: "none" });
});

test("a year without a record has no story, and one without a cost says that nothing can be said of value", () => {
  const empty = { ...cycle, priorities: [], activities: [] };
  expect(provisionStory(empty, { year: 202526, isSchool: false }, addresses)).toEqual([]);
  const free = provisionStory({ ...cycle, costs: [] }, { year: 202526, isSchool: false }, addresses);
  expect(sentencesOf(free)).toContain("No cost is on record for 2025/26, so nothing can be said of value for money.");
});

test("a hidden cost is never counted as nought", () => {
  const cost = cycle.costs[0]!;
  const hidden = { ...cost, kind: null, amount: null, status: "[c]" as const };
  expect(shownSpent(spentOf([cost, hidden]))).toBe("£4,200 and a part that is hidden [c]");
  expect(shownSpent(spentOf([hidden]))).toBe("suppressed [c]");
  expect(shownSpent(spentOf([]))).toBe("none on record");
});

test("of a programme it is said what participants report, beside the others, and which levels are silent", () => {
  const programme = cycle.programmes[0]!;
  const trust = placeWith([figure({}), digital]);
  const levels = programmeLevels({ policy, measures: [useInRole] }, trust, programme, 202627);
  const story = programmeStory(programme, levels, cycle, addresses);
  expect(story[0]).toMatchObject({
    mark: "signal",
    sentence:
      "Use in the role: participants report 80.0% in 2025/26, more than “Digital marking” (5.0%) by more than chance gives.",
  });
  expect(story.at(-1)?.sentence).toMatch(/^Nothing is known of this programme by itself at 3 levels/);
  expect(sentencesOf(story)).toContain("Nothing has been decided yet about whether to keep, change or stop it.");
  expect(sentencesOf(story).join(" ")).not.toMatch(/improved|because of|effect/);
  const ofSchool = programmeStory(programme, levels, cycle, addresses, ["Hawthorn School", "Invented Trust"]);
  expect(ofSchool.flatMap(({ details }) => details)).toContain(
    "paid by Hawthorn School and Invented Trust; what others paid is not in it",
  );
});

test("a programme whose figure is hidden says so, and is not said to have done badly", () => {
  const hidden = figure({ value: null, numerator: null, denominator: null, lower: null, upper: null, status: "[c]" });
  const levels = programmeLevels(
    { policy, measures: [useInRole] },
    placeWith([hidden, digital]),
    cycle.programmes[0]!,
    202627,
  );
  const [statement] = levels.flatMap(({ findings }) => findings.map((one) => one.statement));
  expect(statement).toMatchObject({ mark: "missing" });
  expect(statement?.sentence).toContain("is hidden, because few people stand behind it");
});

test("money stands beside use: what is used least by more than chance gives is a signal, with its cost", () => {
  const other = { ...cycle.programmes[0]!, id: "d", title: "Digital marking", decision: "stop" as const };
  const cost = { ...cycle.costs[0]!, programme_id: "d", amount: 900 };
  const two = { ...cycle, programmes: [...cycle.programmes, other], costs: [...cycle.costs, cost] };
  const lines = valueLines(two, placeWith([figure({}), digital]), "use_in_role", 202526);
  expect(lines.map(({ programme, spent }) => [programme.title, spent.amount])).toEqual([
    ["Reading together", 4200],
    ["Digital marking", 900],
  ]);
  const [least, decided] = valueStory(lines, useInRole, 202526, addresses);
  expect(least?.sentence).toBe(
    "“Digital marking” is used least: 5.0% of those who answered use it some months on, against 80.0% for “Reading together”, more than chance gives. It cost £900.",
  );
  expect(decided?.sentence).toBe(
    "Decided: stop “Digital marking”. One programme of 2025/26 waits for a decision to keep, change or stop.",
  );
});

test("a subscription that nobody uses could stop; a decision that was taken stands", () => {
  const [unused, used] = cycle.subscriptions;
  expect(recommendationOf(unused!, 5)).toMatchObject({ rank: 0, words: "Consider stopping" });
  expect(recommendationOf({ ...unused!, decision: "keep", decision_reason: "New" }, 5)).toMatchObject({
    words: "Decided: keep",
    why: "New",
  });
  expect(recommendationOf({ ...used!, use: "few", users_about: null }, 5).why).toBe("Fewer than 5 used it");
  const lines = subscriptionLines(cycle, "2026-11-20", 5);
  expect(lines.map(({ subscription, perUser, isUrgent }) => [subscription.title, perUser, isUrgent])).toEqual([
    ["Video lessons", null, true],
    [used!.title, 30, true],
  ]);
  expect(sentencesOf(subscriptionStory(lines, "#s"))).toEqual([
    "Consider stopping “Video lessons”: £1,200 a year.",
    "Notice is due within three months for 2 subscriptions that nobody has decided on, the first by 1 December 2026: “Video lessons”.",
    "2 subscriptions and agreements cost £2,400 a year.",
  ]);
  expect(subscriptionLines(cycle, "2027-01-01", 5)).toEqual([]);
});

const coverage: PublishedMeasure = {
  ...useInRole,
  id: "participation_coverage",
  title: "Staff who took part",
  claim_grade: 0,
};
const took = (category: string, numerator: number, denominator: number, time_period = 202526): Figure =>
  figure({
    measure_id: "participation_coverage",
    breakdown: category === "Total" ? "total" : "staff_group",
    category,
    time_period,
    numerator,
    denominator,
    value: numerator / denominator,
    lower: numerator / denominator - 0.07,
    upper: numerator / denominator + 0.07,
    invited: null,
    claim_grade: 0,
  });

test("a group that takes part less often is a pattern only when other years say so; years that are hidden are passed over", () => {
  const hidden: Figure = {
    ...took("Support", 30, 100, 202425),
    value: null,
    numerator: null,
    denominator: null,
    status: "[c]",
  };
  const years = [
    ...[took("Total", 200, 300), took("Support", 30, 100), took("Teachers", 170, 200)],
    ...[took("Total", 200, 300, 202425), hidden],
    ...[took("Total", 200, 300, 202324), took("Support", 35, 100, 202324)],
  ];
  const group = accessBy(coverage, placeWith(years), "staff_group", 202526);
  expect(group.lines.map((line) => [line.label, ratioWords(line), patternWords(line)])).toEqual([
    ["Support", "0.45", "less than the others in each of the last 2 years that can be told: a pattern"],
    ["Teachers", "1.28", "more than the others this year: more than chance, not yet a pattern"],
  ]);
  const [first] = accessStory(coverage, [group], addresses);
  expect(first).toMatchObject({ mark: "signal" });
  expect(first?.sentence).toContain("Support: 30.0% took part in 2025/26, against 66.7% of everybody.");
});

test("where every group is hidden, nobody is said to have had the same access", () => {
  const hidden: Figure = { ...took("Support", 3, 4), value: null, numerator: null, denominator: null, status: "[c]" };
  const group = accessBy(coverage, placeWith([took("Total", 20, 30), hidden]), "staff_group", 202526);
  expect(accessStory(coverage, [group], addresses).map(({ mark, sentence }) => [mark, sentence])).toEqual([
    ["missing", "It cannot be told of one staff group: Support."],
  ]);
});

test("the library is searched by every word, whatever its case, and by what did not work", () => {
  const looking = (query: string) =>
    found(cycle.sharing, lookingFor(new URLSearchParams(query))).map(({ title }) => title);
  expect(looking("words=CARD+3")).toEqual(["A card with 3 steps"]);
  expect(looking("did_not=yes")).toEqual(["A card with 3 steps"]);
  expect(looking(`programme=${trustProgramme}`)).toEqual(["A card with 2 steps"]);
  expect(looking("from=900002&route=meeting_session")).toEqual([]);
  expect(looking("")).toHaveLength(8);
  expect(sentencesOf(sharingStory(cycle, 9, "2026-11-20"))).toEqual([
    "8 entries are in the library; one also says what did not work.",
    "Nothing in the library comes from 1 of 9 places.",
  ]);
});

test("a rung of the ladder without an offer is a signal", () => {
  expect(ladderStory(cycle.ladder)[0]).toMatchObject({
    mark: "signal",
    sentence: "One rung of 3 has nothing on offer: “Middle leader”.",
  });
  expect(strandsOf(cycle.ladder).map(({ name, rungs }) => [name, rungs.length])).toEqual([
    ["Teaching and leadership", 2],
    ["Support staff", 1],
  ]);
  expect(ladderStory([])).toEqual([]);
});

test("bars of counts begin at nought, say their number, and have no likely range", () => {
  const chart = countBars([{ label: "Appraisal", value: 2, text: "2", isOurs: true }], "count", "Needs");
  expect(chart.options.scales.x).toMatchObject({ min: 0, ticks: { maxTicksLimit: 3 } });
  expect(chart.options.plugins.marks.names).toEqual([{ dataset: 0, index: 0, text: "2", colour: "ink" }]);
  expect(chart.options.plugins.marks.ranges).toEqual([null]);
});

test("in a chart of all programmes the one that is spoken of is coloured, and a hidden one leaves its mark", () => {
  const hidden = figure({
    category: "Coaching",
    value: null,
    numerator: null,
    denominator: null,
    lower: null,
    upper: null,
    status: "[c]",
  });
  const chart = oneOfMany(useInRole, [digital, hidden, figure({})], "Reading together");
  expect(chart.data.datasets.map(({ label, data, backgroundColor }) => [label, data, backgroundColor])).toEqual([
    ["Reading together", [null, null, 0.8], "us"],
    ["The others", [0.05, null, null], "others"],
  ]);
  expect(chart.options.plugins.marks.gaps).toEqual([{ at: 1, text: "[c]" }]);
  expect(chart.options.plugins.marks.names.map(({ dataset, index }) => [dataset, index])).toEqual([
    [1, 0],
    [0, 2],
  ]);
});
