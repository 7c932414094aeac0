/** Word files and spreadsheets are zip archives of XML. Their writers put the clock and running numbers into them; here they come out. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The earliest day that a zip archive can name: no file in it says when it was packed. */
const noDay = "1980-01-01T12:00:00";

/**
 * The same archive with the same bytes whenever it is made: its files in the order of their names, and the day of the paper for that of
 * the clock.
 *
 * @param on - the day that the paper is of, as an ISO date
 */
export function steady(archive: Uint8Array, on: string): Buffer {
  const files = unzipSync(archive);
  const packed: Zippable = {};
  for (const name of Object.keys(files).sort()) {
    const content = files[name]!;
    packed[name] = [
      name.endsWith(".xml") ? strToU8(steadyText(strFromU8(content), on)) : content,
      // A PNG is as small as it gets.
      { mtime: noDay, level: name.endsWith(".png") ? 0 : 6 },
    ];
  }
  return Buffer.from(zipSync(packed));
}

function steadyText(xml: string, on: string): string {
  let pictures = 0;
  return xml
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${on}T00:00:00Z`)
    .replace(/(<wp:docPr [^>]*?\bid=")[^"]*"/g, (_, start: string) => `${start}${++pictures}"`);
}
