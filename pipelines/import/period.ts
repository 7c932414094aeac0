import { HubError } from "../errors.ts";
import { ImportQuestion } from "./question.ts";

/** How settled published figures are; each replaces those before it. */
export const releaseStatuses = ["provisional", "revised", "final"] as const;
/** One of `releaseStatuses`. */
export type ReleaseStatus = (typeof releaseStatuses)[number];

/**
 * An academic year, however it is written (`2018/19`, `2018-2019`, `201819`), as a number.
 *
 * @returns 201819, or undefined when the text is not two years that follow each other
 */
export function readAcademicYear(text: string): number | undefined {
  const match = /^(20\d\d)[-/_]?(?:20)?(\d\d)$/.exec(text.trim());
  if (!match) return undefined;
  const begins = Number(match[1]);
  return (begins + 1) % 100 === Number(match[2]) ? academicYear(begins) : undefined;
}

/** The academic year that begins in September of a calendar year: 2018 is 201819. */
export function academicYear(begins: number): number {
  return begins * 100 + ((begins + 1) % 100);
}

/** 201819 as `2018/19`. */
export function academicYearLabel(year: number): string {
  return `${Math.floor(year / 100)}/${String(year % 100).padStart(2, "0")}`;
}

/**
 * The academic year a file is for: from what it holds and from its name, which must agree, or as the person says.
 *
 * @param fromContent - the year its headings or cells show, where they do
 * @param asked - the year given with `--year`, which decides where the file does not say
 * @throws HubError when the sources disagree and when there are none
 */
export function yearOfFile(file: string, fromContent: number | undefined, asked: number | undefined): number {
  const names = [...file.matchAll(/(?<!\d)(20\d\d)[-_]?((?:20)?\d\d)(?!\d)/g)].map((match) =>
    readAcademicYear(`${match[1]}-${match[2]}`),
  );
  const fromName = names.find((year) => year !== undefined);
  const found = [...new Set([fromContent, fromName, asked].filter((year) => year !== undefined))];
  if (found.length === 1) return found[0]!;
  if (found.length === 0) {
    throw new ImportQuestion("year", {
      at: file,
      problem: "does not say which academic year it is for",
      fix: "Say so with --year, for example --year 2018/19",
    });
  }
  const sources = [
    fromContent === undefined ? undefined : `its columns are those of ${academicYearLabel(fromContent)}`,
    fromName === undefined ? undefined : `its name says ${academicYearLabel(fromName)}`,
    asked === undefined ? undefined : `--year says ${academicYearLabel(asked)}`,
  ];
  throw new HubError({
    at: file,
    problem: `the academic year is in doubt: ${sources.filter(Boolean).join(", ")}`,
    fix: "Check the file; give it its own name back, or leave --year out",
  });
}

/**
 * Whether a file's figures are provisional, revised or final, from its name, or as given with `--release`.
 *
 * @param otherwise - what such a file is when its name does not say; undefined where that cannot be told
 * @throws HubError when it cannot be told
 */
export function releaseStatusOfFile(
  file: string,
  asked: ReleaseStatus | undefined,
  otherwise?: ReleaseStatus,
): ReleaseStatus {
  const found = asked ?? releaseStatuses.find((status) => file.toLowerCase().includes(status)) ?? otherwise;
  if (found) return found;
  throw new ImportQuestion("release", {
    at: file,
    problem: "its name does not say whether the figures are provisional, revised or final",
    fix: "Say so with --release, for example --release final",
  });
}

/** The date in a file's name (`edubasealldata20220420.csv` is 2022-04-20), or undefined when there is none. */
export function dateInName(file: string): string | undefined {
  const match = /(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(file);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}
