import { expect, test } from "vitest";
import { HubError } from "../pipelines/errors.ts";
import type { ImportKind } from "../pipelines/import/kind.ts";
import { kinds } from "../pipelines/import/kinds/all.ts";
import { csv, draftOf, inventedTrust } from "./import-kind-reading.ts";

/** For each kind, headings that its columns are known by, and cells that are right below each. */
const samples: Record<string, [heading: string, right: string[]][]> = {
  staff: [
    ["Employee ID", ["T1", "T2", "T3", "T4", "T5", "T6"]],
    ["Surname", ["Example", "Sample", "Specimen"]],
    ["Forename", ["Ada", "Ben", "Cy"]],
    ["School", ["900001", "Made-up High School", "900009"]],
    ["Staff group", ["Teachers", "TA"]],
    ["Contract type", ["Permanent", "FXT"]],
    ["FTE", ["0.6", "60%", ""]],
    ["Start date", ["01/09/2024", "2025-01-06"]],
    ["End date", ["", "31/08/2026"]],
    ["Reason for leaving", ["", "Retirement"]],
  ],
  training: [
    ["Employee ID", ["T1", "T2"]],
    ["School", ["900001", ""]],
    ["Course title", ["Invented day", "Imaginary evening"]],
    ["Course date", ["01/09/2026", "2026-10-05"]],
    ["Provider", ["University of Nowhere", ""]],
    ["Course hours", ["6 hours", ""]],
    ["Hours", ["1:30", "90 min", ""]],
    ["Status", ["Attended", "DNA", ""]],
    ["Part", ["Delegate", ""]],
  ],
  qualifications: [
    ["Employee ID", ["T1", "T2"]],
    ["Qualification", ["QTS", "NPQSL", "NPQ for headship"]],
    ["Status", ["Passed", "On programme", ""]],
    ["Started on", ["", "01/10/2024"]],
    ["Gained on", ["", "20/06/2026"]],
  ],
  costs: [
    ["Invoice number", ["1001", "1002", ""]],
    ["Category", ["Fees", "Travel"]],
    ["Amount", ["£12.50", "1,250"]],
    ["Invoice date", ["30/09/2026"]],
    ["Course title", ["Invented day", ""]],
    ["Programme", [""]],
    ["School", ["900001", ""]],
  ],
  evaluations: [
    ["Name", ["Ada Example"]],
    ["School", ["900001", "900002", ""]],
    ["Staff group", ["Teachers", ""]],
    ["It was of high quality", ["Agree", "Neutral", "Strongly agree"]],
    ["It was relevant", ["Agree", "Disagree"]],
    ["Overall (0-10)", ["0", "7", "10"]],
    ["What should change?", ["", "More biscuits"]],
  ],
  pupil_voice: [
    ["School", ["900001", "900002"]],
    ["Academic year", ["2025/26", "2024/25"]],
    ["Question", ["I enjoy learning", "I feel safe", "I can explain my work"]],
    ["Class", ["3A", "4B", "5C"]],
    ["Responses", ["20", "8"]],
    ["Favourable", ["5", "8"]],
  ],
  inspections: [
    ["URN", ["900001", "900002", "900009"]],
    ["Inspection start date", ["12/10/2023", "2024-12-03"]],
    ["Overall effectiveness", ["2", "Not judged"]],
    ["Quality of education", ["1", "3"]],
    ["Inclusion", ["NULL", "Strong standard"]],
  ],
};

/** The same numbers on every run (a linear congruential generator, with the constants of Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A file of mostly right cells; the others carry a mark that stands nowhere else, alone or beside something right. */
function randomFile(kind: string, seed: number): { bytes: Uint8Array; marks: string[] } {
  const next = numbers(seed);
  const marks: string[] = [];
  const columns = samples[kind]!;
  const rows = Array.from({ length: 30 }, (_, row) =>
    columns
      .map(([, right], column) => {
        const cell = right[Math.floor(next() * right.length)]!;
        if (next() > 0.07) return cell.includes(",") ? `"${cell}"` : cell;
        const mark = `zq${seed}r${row}c${column}`;
        marks.push(mark);
        return next() > 0.5 ? mark : `${cell.replace(",", "")} ${mark}@school.example`;
      })
      .join(","),
  );
  return { bytes: csv([columns.map(([heading]) => heading).join(","), ...rows].join("\n")), marks };
}

const record = () =>
  inventedTrust({
    staff: [
      { id: "s1", first_name: "Ada", last_name: "Example", email: "ada@school.example", mis_reference: "T1" },
      { id: "s2", first_name: "Ben", last_name: "Example", email: "ben@school.example", mis_reference: "T2" },
    ],
    activities: [
      {
        id: "a1",
        title: "Invented day",
        starts_on: "2026-09-01",
        ends_on: "2026-09-01",
        hours: 1,
        programme_id: null,
        provider_id: null,
        school_urn: null,
      },
    ],
  });

const people = kinds.filter(({ name }) => name in samples);

test.for(people.map((kind) => [kind.name, kind] as const))(
  "no refusal, note or fault of %s ever repeats a cell, whatever the cells are",
  async ([name, kind]: readonly [string, ImportKind]) => {
    let refused = 0;
    let kept = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const { bytes, marks } = randomFile(name, seed);
      const words = { agree_scale: { "the whole file": "agree_5" }, activity: { "the whole file": "a1" } };
      const said = await draftOf(kind, bytes, record(), { words, year: 202526 }).catch((fault: unknown) => {
        if (fault instanceof HubError) return { refused: [{ reason: fault.message }], notes: [], candidates: [] };
        throw fault;
      });
      const text = JSON.stringify([said.refused, said.notes]);
      expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
      refused += said.refused.length;
      kept += said.candidates.length;
    }
    // The files are faulty enough to be refused in many ways, and right enough to be read.
    expect(refused).toBeGreaterThan(50);
    expect(kept).toBeGreaterThan(50);
  },
);

test("what is kept of answers never holds a name, a comment or a word of the file", async () => {
  const evaluations = people.find(({ name }) => name === "evaluations")!;
  for (let seed = 1; seed <= 40; seed += 1) {
    const { bytes, marks } = randomFile("evaluations", seed);
    const words = { agree_scale: { "the whole file": "agree_5" }, activity: { "the whole file": "a1" } };
    const { candidates } = await draftOf(evaluations, bytes, record(), { words }).catch(() => ({ candidates: [] }));
    const text = JSON.stringify(candidates);
    expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
  }
});
