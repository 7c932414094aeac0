/** One cell of a table of records. */
export interface Cell {
  text: string;
  /** Where it leads; left out, nowhere. */
  href?: string | undefined;
  /** Several things, each with where it leads, in place of the text. */
  links?: { text: string; href: string }[] | undefined;
  /** Small print under it. */
  note?: string | undefined;
}

/** A cell of words alone; nothing is a dash. */
export function cell(text: string | null | undefined, href?: string, note?: string): Cell {
  return { text: text || "–", ...(href === undefined ? {} : { href }), ...(note === undefined ? {} : { note }) };
}
