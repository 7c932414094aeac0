/** Papers of the invented trust, for tests of what papers say. */
import { readProfile } from "../../directus/profiles.ts";
import type { Catalogue, Figure, Level } from "../../pipelines/contract.ts";
import type { Paper } from "../../src/papers/paper.ts";
import type { PaperSource } from "../../src/papers/source.ts";
import type { Written } from "../../src/papers/written.ts";
import { inventedRelease, inventedSchools } from "./release.ts";
import { inventedCycle } from "./release-cycle.ts";

/** The invented trust of the release, with its catalogue and all schools' figures. */
export const { catalogue, trust, comparisons } = inventedRelease();

const nothingWritten: Written = {
  id: "5b3c1f8e-0000-4000-8000-00000000ed17",
  title: "Yearly report",
  kind: "annual_report",
  school_urn: null,
  time_period: 202526,
  meeting_on: "2026-12-08",
  presented_by_role: null,
  decision_asked: null,
  sections: [],
  forward_plan: null,
  future_needs: null,
  lead_role_evaluation: null,
  lead_role_evaluated_by: null,
  decisions: [],
};
/** What somebody wrote for a paper; `told` is what a test is about. */
export const written = (told: Partial<Written>): Written => ({ ...nothingWritten, ...told });

/** The catalogue of the invented trust, as the profile of a letter has it. */
export function underProfile(letter: string): Catalogue {
  const { report_outline, lead_role_term, board_term, local_board_term, levels } = readProfile(letter);
  const named = levels as { level: Level; name: string }[];
  const words = { report_outline, lead_role_term, board_term, local_board_term, levels: named };
  return { ...catalogue, policy: { ...catalogue.policy, ...words } };
}

/** What a paper of the invented trust is composed from; `told` is what a test is about. */
export function source(told: Partial<PaperSource> = {}): PaperSource {
  return {
    catalogue,
    place: { name: "Invented Trust", urn: null, figures: trust.figures, benchmarks: trust.benchmarks },
    trust: null,
    comparisons,
    schools: inventedSchools,
    release: { id: "20261120-1", as_of: "2026-11-20", records_up_to: null, checks: [] },
    cycle: inventedCycle(),
    written: null,
    isRecordKnown: true,
    timePeriod: 202526,
    isForBoard: true,
    ...told,
  };
}

/** The same figure, hidden. */
export const hidden = (figure: Figure): Figure => ({
  ...figure,
  numerator: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  invited: null,
  status: "[c]",
});

/** The headings of a paper's sections, without those of parts. */
export const headingsOf = ({ sections }: Paper) =>
  sections.filter(({ isPart }) => !isPart).map(({ heading }) => heading);
/** The section under a heading. */
export const section = ({ sections }: Paper, heading: string) => sections.find((found) => found.heading === heading)!;
/** Everything that a section says. */
export const textOf = (paper: Paper, heading: string) => JSON.stringify(section(paper, heading).blocks);
