/** The four levels by name, each with what is known, how many, how sure and what is missing. */
import type { Level } from "../../pipelines/contract.ts";
import { missingGroups, tellFinding } from "../sentences/brief.ts";
import type { Finding } from "../sentences/finding.ts";
import { byLevel } from "../sentences/levels.ts";
import { type Statement, statement } from "../sentences/statement.ts";
import { namedMeasures } from "./in-short.ts";
import type { Scope } from "./source.ts";

/** What a level is known by first, where several of its measures have a figure. */
const knownBy: Partial<Record<Level, readonly string[]>> = {
  reactions: ["cpd_quality", "likely_to_use"],
  learning: ["use_in_role", "use_seen_by_others", "intended_learning", "practice_seen"],
  outcomes: ["ks2_expected_standard", "ks4_grade_5", "ks4_attainment_8", "pupil_voice", "own_attendance"],
  organisation: ["staff_retention_in_trust", "published_turnover", "retained_after_cpd", "support_at_close"],
};

/** A level in short. */
export interface LevelInShort {
  level: Level;
  name: string;
  /** What is known, with how many and how sure in its small print; then what is missing. */
  statements: Statement[];
}

/**
 * The levels that evaluation is about, in the policy's order and by its names; provision, which feeds them, is not among them.
 *
 * @param told - the ids of measures that the paper has told already, so that it does not say them twice
 */
export function levelsInShort(scope: Scope, told: ReadonlySet<string> = new Set()): LevelInShort[] {
  const { policy, measures } = scope.catalogue;
  const levels = byLevel(policy, measures).filter(({ level }) => level !== "provision");
  return levels.map(({ level, name }) => {
    const findings = scope.findings.filter(({ measure }) => measure.level === level);
    const missing = missingAt(findings);
    const headline = headlineOf(level, findings, told);
    return headline === null
      ? { level, name, statements: [nothingAt(findings)] }
      : {
          level,
          name,
          statements: [tellFinding(headline, scope.hrefOf(headline.measure)), ...(missing ? [missing] : [])],
        };
  });
}

/** The finding that a level is known by: of those named for it the first with a figure, else any; null where nothing is known. */
export function headlineOf(
  level: Level,
  findings: readonly Finding[],
  told: ReadonlySet<string> = new Set(),
): Finding | null {
  const known = findings.filter(({ absence, figure }) => absence === null && figure !== null);
  const order = knownBy[level] ?? [];
  const first = order.flatMap((id) => known.find(({ measure }) => measure.id === id) ?? []);
  const rest = known.filter(({ measure }) => !order.includes(measure.id) && measure.better !== "neither");
  const inOrder = [...first, ...rest, ...known];
  return inOrder.find(({ measure }) => !told.has(measure.id)) ?? inOrder[0] ?? null;
}

/** A level at which nothing can be said, with why. */
function nothingAt(findings: readonly Finding[]): Statement {
  const why = missingGroups(findings).map((group) => `${group.findings.length} ${group.reason}`);
  const sentence = `Nothing can be said yet: ${why.join("; ") || "nothing is recorded"}.`;
  return statement(0, { mark: "missing", sentence, details: [], href: null });
}

/** What is not known at a level, in one sentence; null where everything is. */
function missingAt(findings: readonly Finding[]): Statement | null {
  const absent = findings.filter(({ mark }) => mark === "missing");
  if (absent.length === 0) return null;
  const sentence = `Missing: ${namedMeasures(absent)}.`;
  return statement(0, { mark: "missing", sentence, details: [], href: null });
}
