/** What stands under each heading that a policy may give its annual report. */
import type { Level } from "../../pipelines/contract.ts";
import type { Finding } from "../sentences/finding.ts";
import { levelName } from "../sentences/levels.ts";
import { programmeGaps } from "../sentences/story.ts";
import { gap, inTheStudio, list, statements, words, writtenOr, writtenWords } from "./blocks.ts";
import { budgetBlocks } from "./budget.ts";
import { ownOf, plannedTable, prioritiesTable, programmesTable, spendingTable } from "./cycle.ts";
import { equalityBlocks } from "./equality.ts";
import { chainTable } from "./figure-table.ts";
import { threeSentences } from "./in-short.ts";
import { isLeadHeading, leadRoleBlocks } from "./lead-role.ts";
import { findingsAt, findingsUnder, measureBlocks } from "./measure-blocks.ts";
import type { Block, Section } from "./paper.ts";
import type { Scope } from "./source.ts";
import { reviewed, subscriptionStatements } from "./subscriptions.ts";
import { unmetNeeds } from "./unmet.ts";
import { plainHeading, wordsUnder } from "./written.ts";

/** What writes itself under a heading: blocks, and parts with headings of their own. */
interface Content {
  blocks: Block[];
  parts?: Section[];
}

type Builder = (scope: Scope) => Content;

/** The levels that evaluation is about; what is provided feeds them. */
const evaluated: readonly Level[] = ["reactions", "learning", "outcomes", "organisation"];

/** A table, where there is one. */
const found = <B extends Block>(block: B | null): B[] => (block === null ? [] : [block]);

const provision: Builder = (scope) => ({
  blocks: [...measureBlocks(scope, findingsAt(scope, "provision"), "provision"), ...found(programmesTable(scope))],
});

const impact: Builder = (scope) => {
  const { policy } = scope.catalogue;
  const order = policy.levels.map(({ level }) => level).filter((level) => evaluated.includes(level));
  const levels = order.length > 0 ? order : evaluated;
  return {
    blocks: [...found(chainTable(scope)), ...statements(programmeGaps(scope.findings, scope.place, scope.hrefOf))],
    parts: levels.map((level) => ({
      heading: levelName(policy, level),
      blocks: measureBlocks(scope, untoldAt(scope, level), levelName(policy, level).toLowerCase()),
      isPart: true,
    })),
  };
};

/** The findings of a level, but those that have a heading of their own in the outline. */
function untoldAt(scope: Scope, level: Level): Finding[] {
  const hasValue = scope.catalogue.policy.report_outline.map(plainHeading).includes("value for money");
  return findingsAt(scope, level).filter(({ measure }) => !hasValue || measure.policy_measure !== "value_for_money");
}

const forward: Builder = (scope) => ({
  blocks: [
    writtenOr(scope.written?.forward_plan, "What comes next is not written yet."),
    ...found(plannedTable(scope)),
  ],
});

const future: Builder = (scope) => ({ blocks: futureNeeds(scope) });

/** What is needed next: the paper's own words, else what the plan says; then agreed needs that nothing answers. */
export function futureNeeds(scope: Scope): Block[] {
  const own = scope.written?.future_needs?.trim();
  const planned = ownOf(scope.cycle?.future_needs, scope)
    .filter(({ time_period, from }) => from === "plan" && time_period === scope.timePeriod)
    .map((need) => need.words.trim());
  const texts = own ? [own] : planned;
  const unmet = unmetNeeds(scope);
  return [
    ...(texts.length > 0 ? texts.map(writtenWords) : [writtenOr(null, "Future needs are not written yet.")]),
    ...(unmet.titles.length > 0
      ? [words(unmet.intro), ...list(unmet.titles), ...(unmet.note ? [words(unmet.note)] : [])]
      : []),
  ];
}

const value: Builder = (scope) => {
  const findings = findingsUnder(scope, ["value_for_money"]);
  const records = [
    ...found(spendingTable(scope)),
    ...budgetBlocks(scope),
    ...(reviewed(scope).length > 0 ? statements(subscriptionStatements(scope)) : []),
  ];
  const isTold = findings.length > 0 || records.length === 0;
  return { blocks: [...(isTold ? measureBlocks(scope, findings, "value for money") : []), ...records] };
};

const lead: Builder = (scope) => ({ blocks: leadRoleBlocks(scope, boardOf(scope)) });

const summary: Builder = (scope) => ({ blocks: inShortBlocks(scope) });

const needs: Builder = (scope) => {
  const bySource = scope.findings.filter(({ measure }) =>
    ["needs_by_source", "priority_coverage"].includes(measure.id),
  );
  return { blocks: [...measureBlocks(scope, bySource, "needs"), ...found(prioritiesTable(scope))] };
};

const under =
  (subject: string, ...policyMeasures: string[]): Builder =>
  (scope) => ({ blocks: measureBlocks(scope, findingsUnder(scope, policyMeasures), subject) });

const vision: Builder = (scope) => ({
  blocks: [
    ...measureBlocks(
      scope,
      scope.findings.filter(({ measure }) => measure.policy_measure === "vision" || measure.id === "priority_coverage"),
      "the vision",
    ),
    ...found(prioritiesTable(scope)),
  ],
});

/** The seven benefits with which one of the policies closes its report, and others like them. */
const benefits: Record<string, Builder> = {
  "delivering the vision": vision,
  attainment: under("attainment", "attainment"),
  "teaching and learning": under("teaching and learning", "teaching_and_learning"),
  "improved teaching and learning": under("teaching and learning", "teaching_and_learning"),
  "pupils understanding and enthusiasm": under("pupils’ understanding", "pupil_enthusiasm", "student_voice"),
  "staff confidence": under("staff confidence", "staff_confidence"),
  "reflective practice": under("reflective practice", "reflective_practice"),
  "recruitment retention and progression": under("recruitment and retention", "recruitment_retention"),
  "recruitment and retention": under("recruitment and retention", "recruitment_retention"),
};

const builders: Record<string, Builder> = {
  "provision in the year": provision,
  provision,
  "cpd undertaken": provision,
  impact,
  "provision and impact": (scope) => {
    const [provided, changed] = [provision(scope), impact(scope)];
    return { blocks: [...provided.blocks, ...changed.blocks], parts: changed.parts ?? [] };
  },
  "value for money": value,
  "future needs": future,
  "cpd planned": forward,
  "forward plan": forward,
  "next cycle": (scope) => ({ blocks: [...forward(scope).blocks, ...futureNeeds(scope)] }),
  "needs and priorities": needs,
  "equality of access": (scope) => ({ blocks: equalityBlocks(scope) }),
  "qualification profile": under("qualifications", "qualification_profile"),
  "pupil voice": under("pupils’ voice", "student_voice"),
  "student voice": under("pupils’ voice", "student_voice"),
  inspection: under("inspection", "inspection"),
  ...benefits,
};

function builderFor(scope: Scope, heading: string): Builder | null {
  const key = plainHeading(heading);
  if (Object.hasOwn(builders, key)) return builders[key]!;
  if (/^(executive )?summary\b/.test(key)) return summary;
  if (isLeadHeading(heading)) return lead;
  const level = evaluated.find(
    (one) => plainHeading(levelName(scope.catalogue.policy, one)) === key || usualLevels[one] === key,
  );
  return level ? (given) => ({ blocks: measureBlocks(given, untoldAt(given, level), heading.toLowerCase()) }) : null;
}

const usualLevels: Partial<Record<Level, string>> = {
  reactions: "reactions",
  learning: "learning and use",
  outcomes: "pupil outcomes",
  organisation: "organisational support and change",
};

/** Whether a heading is one of the benefits that close a report. */
export function isBenefit(heading: string): boolean {
  return Object.hasOwn(benefits, plainHeading(heading));
}

/** Which parts of a report some headings of an outline hold, so that what no heading asks for can be added. */
export function covers(outline: readonly string[], kind: "summary" | "chain" | "forward" | "future" | "lead"): boolean {
  const keys = outline.map(plainHeading);
  const has = (...wanted: string[]) => keys.some((key) => wanted.includes(key));
  switch (kind) {
    case "summary":
      return keys.some((key) => /^(executive )?summary\b/.test(key));
    case "chain":
      return has("impact", "provision and impact");
    case "forward":
      return has("cpd planned", "forward plan", "next cycle");
    case "future":
      return has("future needs", "next cycle");
    case "lead":
      return outline.some(isLeadHeading);
  }
}

/** One heading of the outline with its parts: what people wrote under it first, then what writes itself; a heading that nobody knows asks for words. */
export function sectionsFor(scope: Scope, heading: string): Section[] {
  const own = wordsUnder(scope.written, heading).map(writtenWords);
  const builder = builderFor(scope, heading);
  if (builder === null) {
    const missing = gap(
      `Nothing is written here yet. A CPD administrator writes it ${inTheStudio}, under this heading.`,
    );
    return [{ heading, blocks: own.length > 0 ? own : [missing] }];
  }
  const { blocks, parts = [] } = builder(scope);
  return [{ heading, blocks: [...own, ...blocks] }, ...parts];
}

/** The three sentences, and the programmes that differ where no section of the outline has room for them. */
export function inShortBlocks(scope: Scope): Block[] {
  const isTold = covers(scope.catalogue.policy.report_outline, "chain");
  return statements([
    ...threeSentences(scope),
    ...(isTold ? [] : programmeGaps(scope.findings, scope.place, scope.hrefOf)),
  ]);
}

/** For whom a paper is, in the policy's own words. */
export function boardOf({ catalogue, place }: Pick<Scope, "catalogue" | "place">): string {
  const { board_term, local_board_term } = catalogue.policy;
  return place.urn === null ? board_term : (local_board_term ?? board_term);
}
