/** Makes the demo's tidy records as untidy as real ones, for tests that must hold for any record. */
import { randomStream } from "../directus/seed/random.ts";
import type { Row } from "../pipelines/warehouse.ts";
import { daysLater, type Records, textOf } from "./recompute-cells.ts";

/** Whether and how a record is changed; undefined leaves it. */
type Change = (row: Row) => Row | Row[] | undefined;

const emptied = (field: string) => (row: Row) => ({ ...row, [field]: null });
const set = (fields: Row) => (row: Row) => ({ ...row, ...fields });
const archived = set({ status: "archived" });

/** How often in a hundred each fault befalls a record. */
const faults: Record<string, [percent: number, change: Change][]> = {
  schools: [[100, (row) => (row["urn"] === "900005" ? { ...row, trust_left_on: "2026-01-31" } : undefined)]],
  employments: [
    [3, set({ contract: "supply" })],
    [3, (row) => [row, { ...row, id: `${row["id"]}b`, school_urn: "900002", fte: 0.3, staff_group: "support_staff" }]],
    [2, set({ staff_group: "visiting_artists", is_teacher: null })],
    [4, emptied("rung")],
    [3, emptied("fte")],
    [1, archived],
  ],
  activities: [
    [3, set({ is_restricted: true })],
    [2, set({ decision: "declined" })],
    [2, set({ decision: "proposed" })],
    [2, emptied("decision")],
    [3, emptied("ends_on")],
    [4, emptied("strand")],
    [4, emptied("sourcing_wave")],
    [5, emptied("priority_id")],
    [3, emptied("programme_id")],
    [3, emptied("hours")],
    [10, emptied("report_sent_on")],
    [10, (row) => ({ ...row, report_sent_on: row["report_sent_on"] && daysLater(String(row["report_sent_on"]), 20) })],
    [8, (row) => ({ ...row, criteria_met: ((row["criteria_met"] ?? []) as string[]).slice(1) })],
    [5, emptied("followup_drawn_on")],
    [1, archived],
  ],
  participations: [
    [3, (row) => [row, { ...row, id: `${row["id"]}b`, role: "facilitator", state: "completed", hours_attended: 7.25 }]],
    [4, emptied("hours_attended")],
    [3, emptied("completed_on")],
    [
      2,
      (row) => ({ ...row, completed_on: textOf(row, "completed_on") && daysLater(textOf(row, "completed_on")!, 40) }),
    ],
    [2, archived],
  ],
  evaluations: [
    [4, set({ scale_id: "agree_4_dk" })],
    [
      4,
      (row) => ({
        ...row,
        answers: { ...(row["answers"] as Row), quality: "dont_know", seen_by: null, wants_more: 1 },
      }),
    ],
    [2, emptied("staff_group")],
    [2, emptied("school_urn")],
  ],
  needs: [
    [15, set({ level: "individual" })],
    [5, archived],
  ],
  sharing: [
    [15, emptied("due_on")],
    [15, emptied("done_on")],
    [10, set({ route: "not_needed", done_on: null })],
  ],
  evidence: [
    [10, set({ claim_grade: 1 })],
    [10, emptied("finding")],
  ],
  qualifications: [
    [5, emptied("gained_on")],
    [5, set({ expires_on: "2025-06-30" })],
  ],
};

/** The records with the faults of real ones, in another order; the same seed gives the same. */
export function roughened(records: Records, seed: string): Records {
  const random = randomStream(`rough ${seed}`);
  return Object.fromEntries(
    Object.entries(records).map(([collection, rows]): [string, Row[]] => {
      let rough: Row[] = rows;
      for (const [percent, change] of faults[collection] ?? [])
        rough = rough.flatMap<Row>((row) => (random.chance(percent / 100) ? (change(row) ?? row) : row));
      return [collection, random.shuffled(rough)];
    }),
  );
}

/** The same records in another order. */
export function shuffled(records: Records, seed: string): Records {
  const random = randomStream(`order ${seed}`);
  return Object.fromEntries(Object.entries(records).map(([name, rows]) => [name, random.shuffled(rows)]));
}
