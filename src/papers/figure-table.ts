/** Tables of figures: every measure of a paper, and how far its evidence goes. */
import { shownFigure, shownRange, shownYear, statusReasons } from "../format.ts";
import { chainOf } from "../sentences/chain.ts";
import { baseOf } from "../sentences/evidence.ts";
import type { Finding } from "../sentences/finding.ts";
import type { Table } from "./paper.ts";
import type { Scope } from "./source.ts";

const empty = "–";

/** Every finding of a list, a row each: its latest figure, its likely range, what it rests on and what was found. */
export function figureTable(caption: string, findings: readonly Finding[], scope: Scope): Table {
  const rows = findings.map(({ measure, figure, absence, isOfParts, title }) => {
    const isShown = figure !== null && absence === null && !isOfParts;
    return [
      measure.title,
      figure ? shownYear(figure.time_period) : empty,
      isOfParts && absence === null ? "See the finding" : cellOf({ measure, figure, absence }),
      (isShown && shownRange(figure, measure.unit)) || empty,
      (isShown && baseOf(measure, figure)) || empty,
      title,
    ];
  });
  return {
    is: "table",
    caption,
    columns: [
      { heading: "Measure", isNumber: false },
      { heading: "Year", isNumber: false },
      { heading: "Figure", isNumber: true },
      { heading: "Likely range", isNumber: true },
      { heading: "Rests on", isNumber: true },
      { heading: "Finding", isNumber: false },
    ],
    rows,
    notes: notesFor(
      rows.map((row) => row[2]!),
      scope,
    ),
  };
}

function cellOf({ measure, figure, absence }: Pick<Finding, "measure" | "figure" | "absence">): string {
  if (figure === null || absence === "failed") return "[x]";
  if (absence === "too_little") return "too little data";
  return figure.value === null ? figure.status || "[x]" : shownFigure(figure, measure.unit);
}

/** Why a figure is not there, one sentence for each mark that a table shows. */
export function notesFor(cells: readonly string[], { catalogue }: Pick<Scope, "catalogue">): string[] {
  const has = (mark: string) => cells.some((cell) => cell.includes(mark));
  return [
    ...(has("[c]") ? [hiddenNote(catalogue.policy.threshold_leaving)] : []),
    ...(has("[x]") ? [`[x] Not available. ${statusReasons["[x]"]}`] : []),
    ...(has("[z]") ? [`[z] ${statusReasons["[z]"]}`] : []),
    ...(has("too little data") ? ["Too little data: so few stand behind it that it is not spoken of."] : []),
  ];
}

/** Why figures are hidden in what leaves the log-in. */
export function hiddenNote(threshold: number): string {
  return `[c] Hidden: fewer than ${threshold} people or answers stand behind it, or it could tell on a few of them, or another hidden figure would follow from it.`;
}

/** From taking part to what is known about pupils, and where the evidence stops; null while nothing is recorded. */
export function chainTable({ catalogue, place, asOf }: Scope): Table | null {
  const chain = chainOf(catalogue, place, asOf);
  if (chain === null) return null;
  const rows = chain.links.map(({ level, what, count, note, isThin }) => [
    level,
    what,
    count ?? "Not known",
    `${note}${isThin && count !== null && count !== "[c]" ? " (thin)" : ""}`,
  ]);
  return {
    is: "table",
    caption: `From taking part to pupils, ${chain.year}`,
    columns: [
      { heading: "Level", isNumber: false },
      { heading: "Step", isNumber: false },
      { heading: "How many", isNumber: true },
      { heading: "Out of, or why not", isNumber: false },
    ],
    rows,
    notes: rows.some((row) => row[2] === "[c]") ? [hiddenNote(catalogue.policy.threshold_leaving)] : [],
  };
}
