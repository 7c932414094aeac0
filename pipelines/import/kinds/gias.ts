import { HubError } from "../../errors.ts";
import type { Draft, ImportContext, ImportKind } from "../kind.ts";
import type { Sheet } from "../sheet.ts";
import { hasHeading } from "../table.ts";
import { readExtract } from "./gias-extract.ts";
import { readGroupLinks } from "./gias-group-links.ts";
import { readPredecessors } from "./gias-predecessors.ts";

/** The three files of Get Information about Schools: group links, the establishments themselves, and predecessor links. */
export const gias: ImportKind = {
  name: "gias",
  about:
    "Schools, from Get Information about Schools: academies and their groups, establishment fields, and establishment links",
  read(sheet: Sheet, context: ImportContext): Draft {
    if (hasHeading(sheet, "Linked UID")) return readGroupLinks(sheet, context);
    if (hasHeading(sheet, "LinkURN")) return readPredecessors(sheet, context);
    if (hasHeading(sheet, "EstablishmentStatus (name)", "EstablishmentName")) return readExtract(sheet, context);
    throw new HubError({
      at: sheet.file,
      problem:
        'has no column headed "Linked UID", "LinkURN" or "EstablishmentName", so it is none of the three files that are read',
      fix: "Download the group links, the establishment fields or the establishment links at get-information-schools.service.gov.uk/Downloads",
    });
  },
};
