import type { ImportKind } from "./kind.ts";
import type { Sheet } from "./sheet.ts";
import { type ColumnNames, placeColumns } from "./table.ts";

/** How likely a file is of each kind. */
export interface Likelihood {
  kind: ImportKind;
  /** From 0 to 1. */
  likelihood: number;
}

/** Above this a file is taken for a kind, unless another one is about as likely. */
const likely = 0.75;
const clearlyAhead = 0.1;

/** The columns a kind reads of a file; undefined for a kind that does not say. */
export function columnsFor(kind: ImportKind, sheet: Sheet): ColumnNames<string> | undefined {
  return kind.columnsOf ? kind.columnsOf(sheet) : kind.columns;
}

/** Every kind with how likely the file is of it, the likeliest first. */
export function recogniseKinds(sheet: Sheet, kinds: readonly ImportKind[]): Likelihood[] {
  return kinds
    .map((kind) => ({ kind, likelihood: likelihoodOf(kind, sheet) }))
    .sort((one, other) => other.likelihood - one.likelihood);
}

/** What a file is taken for, where one kind is likely and clearly likelier than the others. */
export function takenFor(likelihoods: readonly Likelihood[]): ImportKind | undefined {
  const [first, second] = likelihoods;
  if (!first || first.likelihood < likely) return undefined;
  return first.likelihood - (second?.likelihood ?? 0) >= clearlyAhead ? first.kind : undefined;
}

function likelihoodOf(kind: ImportKind, sheet: Sheet): number {
  if (kind.recognise) return kind.recognise({ ...sheet, mapping: undefined });
  const columns = columnsFor(kind, sheet);
  return columns ? shareOfHeadings(sheet, columns) : 0;
}

/**
 * The share of a kind's columns whose headings a file has. Those that must be there decide; the others say which of two kinds
 * with the same ones it is.
 */
export function shareOfHeadings(sheet: Sheet, columns: ColumnNames<string>): number {
  const { places } = placeColumns(sheet, columns, {});
  const share = (names: string[]) =>
    names.length === 0 ? 1 : names.filter((name) => places.has(name)).length / names.length;
  const names = Object.keys(columns);
  if (names.length === 0) return 0;
  const optional = names.filter((name) => columns[name]!.optional);
  return 0.8 * share(names.filter((name) => !columns[name]!.optional)) + 0.2 * share(optional);
}
