import { createRawTables } from "../../pipelines/extract/raw.ts";
import { buildMarts } from "../../pipelines/marts/build.ts";
import { parseTable } from "../../pipelines/measures/define.ts";
import { buildStaging } from "../../pipelines/staging/build.ts";
import { openWarehouse, type Row, type Warehouse } from "../../pipelines/warehouse.ts";

/** What a record is unless a test says otherwise, so that its tables show only what matters to it. */
const usual: Record<string, Row> = {
  schools: { status: "active", phase: "primary", trust_uid: "T1" },
  policy: {
    id: "policy",
    profile: "C",
    organisation_name: "Invented Trust",
    organisation_term: "trust",
    school_term: "school",
    board_term: "board",
    lead_role_term: "CPD lead",
    trust_uid: "T1",
    levels: [],
    measures: [],
    staff_groups: [
      { key: "teachers", label: "Teachers", is_teacher: true, is_audience: false },
      { key: "support", label: "Support staff", is_teacher: false, is_audience: false },
      { key: "governors", label: "Governors", is_teacher: false, is_audience: true },
    ],
    threshold_signed_in: 5,
    threshold_leaving: 10,
  },
  employments: { status: "active", contract: "permanent", fte: 1 },
  qualifications: { status: "active", state: "gained" },
  programmes: { status: "active" },
  activities: { status: "active", title: "Invented activity", decision: "approved" },
  participations: { status: "active", role: "participant", state: "completed" },
  evaluations: { status: "active", batch: 0, questionnaire: "invented", scale_id: "agree_5" },
  costs: { status: "active" },
  subscriptions: { status: "active", title: "Invented subscription" },
  needs: { status: "active", state: "agreed" },
  plans: { status: "active", title: "CPD plan", state: "draft" },
  providers: { status: "active", name: "Invented provider", kind: "external" },
  questionnaires: { status: "active", wave: "end_of_session", scale_id: "agree_5" },
  evidence: { status: "active", type: "observation" },
  sharing: { status: "active", route: "circulate_resources" },
  agreements: { status: "active", state: "signed", counts_from: "course_end" },
  appointments: { status: "active", role: "cpd_lead" },
  editions: { status: "active", title: "Paper", kind: "board_paper", state: "draft" },
  outcomes: {
    status: "active",
    status_code: "",
    breakdown: "total",
    category: "Total",
    publisher: "Invented Office",
    source_title: "Invented table",
    licence: "Invented licence",
    retrieved_on: "2026-01-31",
  },
};

/**
 * A warehouse in memory with staging and marts over these records, worked out for 20 November 2026 or another day.
 *
 * @param records - text tables or rows by collection; what they leave out is as usual, and keys that a table lacks are counted up.
 *   A policy is there unless it is given as no rows
 */
export async function hubWith(records: Record<string, string | Row[]>, today = "2026-11-20"): Promise<Warehouse> {
  const warehouse = await openWarehouse();
  await createRawTables(warehouse);
  for (const [collection, given] of Object.entries({ policy: [{}], ...records })) {
    const rows = typeof given === "string" ? parseTable(given) : given;
    await warehouse.insert(
      `raw.${collection}`,
      rows.map((row, index) => withUsual(collection, row, index)),
    );
  }
  await buildStaging(warehouse);
  await buildMarts(warehouse, { today });
  return warehouse;
}

function withUsual(collection: string, row: Row, index: number): Row {
  if (collection === "invitation_counts") return row;
  const key = collection === "schools" ? { name: `School ${row["urn"]}` } : { id: `${collection}-${index}` };
  return { ...usual[collection], ...key, ...row };
}
