import { HubError } from "../../errors.ts";
import { hasHeading } from "../headings.ts";
import type { Draft, ImportContext, ImportKind } from "../kind.ts";
import type { Sheet } from "../sheet.ts";
import { extractColumns, readExtract } from "./gias-extract.ts";
import { groupLinkColumns, readGroupLinks } from "./gias-group-links.ts";
import { predecessorColumns, readPredecessors } from "./gias-predecessors.ts";

/** The three files with the headings that tell them apart. */
const files = [
  { marks: ["Linked UID"], columns: groupLinkColumns, read: readGroupLinks },
  { marks: ["LinkURN"], columns: predecessorColumns, read: readPredecessors },
  { marks: ["EstablishmentStatus (name)", "EstablishmentName"], columns: extractColumns, read: readExtract },
];
const fileOf = (sheet: Sheet) => files.find(({ marks }) => hasHeading(sheet, ...marks));

/** The three files of Get Information about Schools: group links, the establishments themselves, and predecessor links. */
export const gias: ImportKind = {
  name: "gias",
  about:
    "Schools, from Get Information about Schools: academies and their groups, establishment fields, and establishment links",
  columnsOf: (sheet) => fileOf(sheet)?.columns ?? {},
  read(sheet: Sheet, context: ImportContext): Draft {
    const found = fileOf(sheet);
    if (found) return found.read(sheet, context);
    throw new HubError({
      at: sheet.file,
      problem:
        'has no column headed "Linked UID", "LinkURN" or "EstablishmentName", so it is none of the three files that are read',
      fix: "Download the group links, the establishment fields or the establishment links at get-information-schools.service.gov.uk/Downloads",
    });
  },
};
