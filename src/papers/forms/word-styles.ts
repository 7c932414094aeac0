/** How a Word paper looks: every part has a style with a name, so that a clerk changes all of them at once. */
import { AlignmentType, convertMillimetersToTwip, type IStylesOptions, LevelFormat } from "docx";
import { paperColours } from "./colours.ts";

/** A colour as Word writes it: without the number sign. */
export function wordColour(name: keyof typeof paperColours): string {
  return paperColours[name].slice(1);
}

/** A face that every Word has: a file for editing may not depend on one that the clerk lacks. */
const font = "Calibri";

/** In half points. */
const sizes = { text: 22, small: 18, part: 24, heading: 28, place: 26, title: 44 };

const heading = { font, bold: true, color: wordColour("ink") };

/** Every style by its name in Word. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: sizes.text, color: wordColour("ink"), language: { value: "en-GB" } },
      paragraph: { spacing: { after: 120, line: 269 } },
    },
    title: { run: { ...heading, size: sizes.title }, paragraph: { spacing: { before: 60, after: 60 } } },
    heading1: {
      run: { ...heading, size: sizes.heading },
      paragraph: { keepNext: true, spacing: { before: 300, after: 100 } },
    },
    heading2: {
      run: { ...heading, size: sizes.part },
      paragraph: { keepNext: true, spacing: { before: 220, after: 80 } },
    },
  },
  paragraphStyles: [
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { bold: true, size: sizes.place, color: wordColour("us") },
    },
    {
      id: "About",
      name: "About the paper",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: sizes.small, color: wordColour("soft") },
      paragraph: { spacing: { after: 40 } },
    },
    {
      id: "Statement",
      name: "Statement",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { indent: { left: 340, hanging: 340 }, spacing: { after: 100 }, keepLines: true },
    },
    { id: "ListText", name: "List text", basedOn: "Normal", quickFormat: true, paragraph: { spacing: { after: 60 } } },
    {
      id: "Caption",
      name: "Caption",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: 160, after: 80 } },
    },
    {
      id: "TableText",
      name: "Table text",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 20 },
      paragraph: { spacing: { before: 30, after: 30, line: 240 } },
    },
    {
      id: "Note",
      name: "Note",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: sizes.small, color: wordColour("soft") },
      paragraph: { spacing: { before: 40, after: 80 } },
    },
    {
      id: "Foot",
      name: "Foot of the page",
      basedOn: "Normal",
      run: { size: 17, color: wordColour("soft") },
      paragraph: { spacing: { after: 0 } },
    },
  ],
};

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
    bottom: convertMillimetersToTwip(20),
    left: convertMillimetersToTwip(19),
    right: convertMillimetersToTwip(19),
  },
};
