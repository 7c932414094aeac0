import { parseArgs } from "node:util";
import { HubError } from "../pipelines/errors.ts";
import { readAcademicYear } from "../pipelines/import/period.ts";
import type { PlacePaperKind } from "../src/papers/compose.ts";

const kinds = ["board_paper", "annual_report", "subscriptions_review"] as const satisfies readonly PlacePaperKind[];

/** What `npm run paper -- --help` prints. */
export const help = `Makes papers from the live release.

  npm run paper -- --school <URN> --year 2025/26 --out paper.pdf
  npm run paper -- --trust --year 2025/26 --kind annual_report --out report.docx
  npm run paper -- --all --out <folder>

Options
  --school <URN>   the school that the paper is about
  --trust          the whole organisation
  --year <year>    the academic year, such as 2025/26; the last full one unless said
  --kind <kind>    ${kinds.join(", ")}; board_paper unless said
  --out <file>     .pdf, .docx (Word) or .xlsx (the figures with their definitions); with --all, a folder
  --all            the board paper and the annual report as PDF and Word file, and the figures, for the whole and for every school
  --help           show this`;

/** The command line, checked. */
export interface PaperArguments {
  kind: PlacePaperKind;
  /** Null: the trust. */
  urn: string | null;
  /** Null: the last full year. */
  timePeriod: number | null;
  out: string;
  isAll: boolean;
}

/**
 * Reads the command line.
 *
 * @returns null when it asks for help
 * @throws HubError when it cannot be understood
 */
export function readArguments(args: string[]): PaperArguments | null {
  const { values } = parse(args);
  if (values.help) return null;
  const places = [values.school !== undefined, values.trust, values.all].filter(Boolean).length;
  if (places !== 1)
    throw misuse("it is not said what the paper is about", "Give one of --school <URN>, --trust or --all");
  if (values.school !== undefined && !/^\d{6}$/.test(values.school))
    throw misuse("--school is not a URN", "Give its six digits, as in Get Information about Schools");
  const kind = kinds.find((known) => known === (values.kind ?? "board_paper"));
  if (kind === undefined) throw misuse("--kind is not known", `Use one of ${kinds.join(", ")}`);
  const year = values.year === undefined ? null : readAcademicYear(values.year);
  if (year === undefined) throw misuse("--year is not an academic year", "Write it as 2025/26");
  if (!values.out) throw misuse("it is not said where the paper goes", "Give --out <file>, or with --all a folder");
  return { kind, urn: values.school ?? null, timePeriod: year, out: values.out, isAll: values.all ?? false };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        school: { type: "string" },
        trust: { type: "boolean" },
        year: { type: "string" },
        kind: { type: "string" },
        out: { type: "string" },
        all: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message.split(". ")[0]! : "could not be read";
    throw misuse(problem, "See npm run paper -- --help", cause);
  }
}

function misuse(problem: string, fix: string, cause?: unknown): HubError {
  return new HubError({ at: "npm run paper", problem, fix, cause });
}
