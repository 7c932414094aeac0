/** The addresses of papers: one to read, and one for each form in which a paper can be taken away. */
import type { PaperKind } from "./paper.ts";

/** The forms in which a paper leaves the site, by the ending of their address. */
export const forms = { pdf: "PDF", docx: "Word", xlsx: "Spreadsheet" } as const;
export type Form = keyof typeof forms;

/** Which paper an address is of. */
export interface PaperAddress {
  kind: PaperKind;
  /** Null: the trust. */
  urn: string | null;
  timePeriod: number;
  /** Of a course report, which needs neither place nor year. */
  courseId?: string | null;
  /** The day of the meeting, where a year has several. */
  meetingOn?: string | null;
}

/** `/papers/board_paper?school=900001&year=202526`, or with a form `/papers/board_paper.pdf?…`. */
export function paperAddress({ kind, urn, timePeriod, courseId, meetingOn }: PaperAddress, form?: Form): string {
  const query = courseId
    ? new URLSearchParams({ course: courseId })
    : new URLSearchParams({
        school: urn ?? "trust",
        year: String(timePeriod),
        ...(meetingOn ? { meeting: meetingOn } : {}),
      });
  return `/papers/${kind}${form ? `.${form}` : ""}?${query}`;
}
