/** How a Word paper looks: every part has a style with a name, so that a clerk changes all of them at once. */
import { AlignmentType, convertMillimetersToTwip, type IStylesOptions, LevelFormat, LineRuleType } from "docx";
import { paperColours } from "./colours.ts";

/** A colour as Word writes it: without the number sign. */
export function wordColour(name: keyof typeof paperColours): string {
  return paperColours[name].slice(1);
}

/** A face that every Word has: a file for editing may not depend on one that the clerk lacks. */
const font = "Calibri";

/** How large a paper's text is, in half points, and how far its parts stand from one another, as a part of the usual. */
interface Scale {
  text: number;
  small: number;
  table: number;
  part: number;
  heading: number;
  place: number;
  title: number;
  space: number;
}

const usual: Scale = { text: 22, small: 18, table: 20, part: 24, heading: 28, place: 26, title: 44, space: 1 };
/** A paper of two sheets has them in Word too, as long as nobody adds to it. */
const short: Scale = { text: 19, small: 16, table: 17, part: 20, heading: 23, place: 24, title: 36, space: 0.6 };

const heading = { font, bold: true, color: wordColour("ink") };

/**
 * Every style by its name in Word. Title, Subtitle, Heading 1, Heading 2 and Caption are Word's own, by which its navigation, its tables of contents
 * and programs that read aloud know them.
 *
 * @param isShort - whether the paper has to keep to two sheets
 */
export function wordStyles(isShort: boolean): IStylesOptions {
  const size = isShort ? short : usual;
  // Without the rule some programs take the height for an exact one, and cut pictures to it.
  const spacing = (before: number, after: number, line = 259) => ({
    before: Math.round(before * size.space),
    after: Math.round(after * size.space),
    line,
    lineRule: LineRuleType.AUTO,
  });
  const own = (id: string, name: string) => ({ id, name, basedOn: "Normal", quickFormat: true });
  const soft = { size: size.small, color: wordColour("soft") };
  return {
    default: {
      document: {
        run: { font, size: size.text, color: wordColour("ink"), language: { value: "en-GB" } },
        paragraph: { spacing: spacing(0, 120) },
      },
      title: { run: { ...heading, size: size.title }, paragraph: { spacing: spacing(60, 60, 240) } },
      heading1: {
        run: { ...heading, size: size.heading },
        paragraph: { keepNext: true, keepLines: true, spacing: spacing(300, 100) },
      },
      heading2: {
        run: { ...heading, size: size.part },
        paragraph: { keepNext: true, keepLines: true, spacing: spacing(220, 80) },
      },
    },
    paragraphStyles: [
      {
        ...own("Subtitle", "Subtitle"),
        next: "Normal",
        run: { bold: true, size: size.place, color: wordColour("us") },
      },
      { ...own("About", "About the paper"), run: soft, paragraph: { spacing: spacing(0, 40) } },
      {
        ...own("Statement", "Statement"),
        paragraph: { indent: { left: 340, hanging: 340 }, spacing: spacing(0, 100), keepLines: true },
      },
      { ...own("ListBullet", "List Bullet"), paragraph: { spacing: spacing(0, 60) } },
      {
        ...own("Caption", "caption"),
        next: "Normal",
        run: { bold: true },
        paragraph: { keepNext: true, spacing: spacing(160, 80) },
      },
      {
        ...own("TableText", "Table text"),
        run: { size: size.table },
        paragraph: { spacing: spacing(30, 30, 240) },
      },
      { ...own("Note", "Note"), run: soft, paragraph: { spacing: spacing(40, 80) } },
      {
        id: "Foot",
        name: "Foot of the page",
        basedOn: "Normal",
        run: { size: 17, color: wordColour("soft") },
        paragraph: { spacing: spacing(0, 0) },
      },
    ],
  };
}

/** The name of the bullets in `wordNumbering`. */
export const bullets = "bullets";

/** Word makes a list of paragraphs that share such a numbering. */
export const wordNumbering = {
  config: [
    {
      reference: bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "•",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 340, hanging: 240 } }, run: { color: wordColour("us") } },
        },
      ],
    },
  ],
};

/** A sheet of A4 with the margins of the PDF. */
export const wordPage = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(18),
    bottom: convertMillimetersToTwip(18),
    left: convertMillimetersToTwip(19),
    right: convertMillimetersToTwip(19),
    header: convertMillimetersToTwip(8),
    footer: convertMillimetersToTwip(8),
  },
};
