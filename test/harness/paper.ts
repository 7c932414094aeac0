/** A small invented paper with every kind of block, for tests of the forms of papers. */
import { barChart } from "../../src/charts/bars.ts";
import { lineChart } from "../../src/charts/line.ts";
import type { Block, Paper } from "../../src/papers/paper.ts";
import { inventedMeasure, shares } from "./figures.ts";

const use = inventedMeasure("use_in_role");
const figures = shares(
  "use_in_role",
  `
  202223 | Total | 14 of 31
  202324 | Total | [c]
  202425 | Total | 20 of 33
  202526 | Total | 25 of 36
  `,
);
const groups = shares("use_in_role", "202526 | Teachers | 15 of 20\n202526 | Teaching assistants | [c]");

const trend: Block = {
  is: "picture",
  title: "Seven in ten use what they learnt, as many as last year",
  words: "Use in the role: 45% in 2022/23, hidden in 2023/24, 61% in 2024/25, 69% in 2025/26.",
  chart: lineChart(use, { name: "Hawthorn Primary School", figures, benchmarks: [], events: [], asOf: "2026-11-20" }),
  rank: 5,
};

const bars: Block = {
  is: "picture",
  title: "Three teachers in four use what they learnt",
  words: "Use in the role in 2025/26: teachers 75%; teaching assistants hidden; everybody 69%.",
  chart: barChart(use, groups, figures.at(-1)),
  rank: 6,
};

const table: Block = {
  is: "table",
  caption: "The figures of the year",
  columns: [
    { heading: "Measure", isNumber: false },
    { heading: "2024/25", isNumber: true },
    { heading: "2025/26", isNumber: true },
    { heading: "Likely range", isNumber: true },
  ],
  rows: [
    ["Use in the role", "61%", "69%", "53% to 82%"],
    ["Hours for each person", "6.1 hours", "7.4 hours", "–"],
    ["Teaching assistants", "suppressed [c]", "suppressed [c]", "–"],
  ],
  notes: ["[c]: so few people stand behind it that it could tell on someone."],
  rank: 3,
};

/** The invented board paper. `told` replaces what a test is about. */
export function inventedPaper(told: Partial<Paper> = {}): Paper {
  return {
    kind: "board_paper",
    title: "Professional development: what changed",
    place: { urn: "900001", name: "Hawthorn Primary School" },
    courseId: null,
    timePeriod: 202526,
    board: "local committee",
    meetingOn: "2026-12-08",
    presentedByRole: "CPD lead",
    organisation: "Larkmoor Learning Trust",
    release: { id: "2026-11-20-0a1b2c3d4e5f", asOf: "2026-11-20", recordsUpTo: "2026-11-19T16:05:00.000Z" },
    edition: null,
    sections: [
      {
        heading: "Decision asked",
        blocks: [
          { is: "words", text: "To note the report, and to agree what follows for support staff.", isWritten: true },
        ],
      },
      {
        heading: "What changed",
        blocks: [
          {
            is: "statements",
            statements: [
              {
                mark: "signal",
                sentence: "Seven in ten staff say they use the reading programme three months on, up from four in ten.",
                details: ["25 of 36 answered “in use”", "likely range 53% to 82%", "reported and seen by others"],
                href: "/measures/use_in_role",
              },
              {
                mark: "none",
                sentence: "Staff turnover was 18%, which is within what chance gives a school of this size.",
                details: ["4 of 22 staff"],
                href: null,
              },
              {
                mark: "missing",
                sentence: "Nothing is known yet about what the behaviour course changed.",
                details: ["its follow-up is due on 9 January 2027"],
                href: null,
              },
            ],
          },
          trend,
          bars,
        ],
      },
      { heading: "In figures", isPart: true, blocks: [table] },
      {
        heading: "What is planned",
        blocks: [
          {
            is: "list",
            items: ["The reading programme reaches the last two year groups by March.", "A survey in May."],
            rank: 4,
          },
          { is: "gap", text: "No needs of the future are written yet: the CPD lead writes them in the Studio." },
        ],
      },
    ],
    leftOut: [],
    ...told,
  };
}

/** Words that a program might take for its own orders. */
export const orders = [
  '#import "secret.typ": *',
  "$ sum_1 $ *bold* _under_ `raw` @label <tag>",
  '<script>alert("x")</script>',
  "=cmd|' /C calc'!A0",
  "&amp; {curly} [square] \\ back",
  "\u0000\u0007control\uFFFF",
];
