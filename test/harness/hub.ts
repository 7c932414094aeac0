import { createRawTables } from "../../pipelines/extract/raw.ts";
import { makeMart, marts, prepareMarts } from "../../pipelines/marts/build.ts";
import { lineageOf } from "../../pipelines/marts/lineage.ts";
import { parseTable } from "../../pipelines/measures/define.ts";
import { buildStaging } from "../../pipelines/staging/build.ts";
import { openWarehouse, type Row, type Warehouse } from "../../pipelines/warehouse.ts";

const usualToday = "2026-11-20";

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
 * A warehouse in memory with staging over these records, worked out for 20 November 2026 or another day. A mart is made when it is first asked for:
 * most tests ask for a few of them.
 *
 * @param records - text tables or rows by collection; what they leave out is as usual, and keys that a table lacks are counted up.
 *   A policy is there unless it is given as no rows
 */
export async function hubWith(records: Record<string, string | Row[]>, today = usualToday): Promise<Warehouse> {
  return fill(await emptyHub(), records, today);
}

/** A warehouse in memory with staging over no records, to be lent to many questions one after the other. */
export async function emptyHub(): Promise<Warehouse> {
  const warehouse = await openWarehouse();
  await createRawTables(warehouse);
  await buildStaging(warehouse);
  return warehouse;
}

/** Asks an `emptyHub` a question over these records, as `hubWith` would hold them, and takes them out of it again. */
export async function asking<T>(
  hub: Warehouse,
  records: Record<string, string | Row[]>,
  question: (hub: Warehouse) => Promise<T>,
): Promise<T> {
  await hub.run("begin");
  try {
    return await question(await fill(hub, records, usualToday));
  } finally {
    await hub.run("rollback");
  }
}

async function fill(warehouse: Warehouse, records: Record<string, string | Row[]>, today: string): Promise<Warehouse> {
  for (const [collection, given] of Object.entries({ policy: [{}], ...records })) {
    const rows = typeof given === "string" ? parseTable(given) : given;
    await warehouse.insert(
      `raw.${collection}`,
      rows.map((row, index) => withUsual(collection, row, index)),
    );
  }
  await prepareMarts(warehouse, { today });
  const made = new Map<string, Promise<void>>();
  /** One after the other, as every mart reads earlier ones. */
  let last = Promise.resolve();
  const makeFor = async (sql: string) => {
    const wanted = new Set(lineageOf(sql, "a test").marts);
    for (const mart of marts.filter((name) => wanted.has(name) && !made.has(name))) {
      last = last.then(() => makeMart(warehouse, mart));
      made.set(mart, last);
    }
    await last;
  };
  return {
    ...warehouse,
    rows: async (sql, parameters) => {
      await makeFor(sql);
      return warehouse.rows(sql, parameters);
    },
  };
}

function withUsual(collection: string, row: Row, index: number): Row {
  if (collection === "invitation_counts") return row;
  const key = collection === "schools" ? { name: `School ${row["urn"]}` } : { id: `${collection}-${index}` };
  return { ...usual[collection], ...key, ...row };
}
