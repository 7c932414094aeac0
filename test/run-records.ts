/** A few invented records in a real Directus, for tests of the pipeline. */
import { createDirectus, createItems, rest, staticToken, updateSingleton } from "@directus/sdk";

/** An administrator's client. */
export function administrator(url: string, token: string) {
  return createDirectus(url).with(staticToken(token)).with(rest());
}

/** A UUID that is the same on every run. */
export const idOf = (kind: string, number: number) =>
  `${Buffer.from(kind.padEnd(4, "0")).toString("hex").slice(0, 8)}-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Names and addresses as people type them, which must never leave Directus. */
export const canaries = ["Canary-Surname", "Canary-First", "canary@school.example", "MIS-CANARY", "Canary free text"];

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** Two schools, twenty staff, two activities that all of them took part in, their answers, a cost and published results. */
export function inventedRecords(): Record<string, Record<string, unknown>[]> {
  const schools = ["900001", "900002"];
  const people = range(20);
  return {
    schools: schools.map((urn, index) => ({
      urn,
      name: ["Hawthorn Primary School", "Otterbrook Primary School"][index],
      phase: "primary",
      local_authority: "Larkshire",
      trust_uid: "9001",
      trust_joined_on: "2019-09-01",
    })),
    staff: people.map((person) => ({
      id: idOf("pers", person),
      first_name: canaries[1],
      last_name: canaries[0],
      email: canaries[2],
      mis_reference: `${canaries[3]}-${person}`,
    })),
    employments: people.map((person) => ({
      id: idOf("empl", person),
      staff_id: idOf("pers", person),
      school_urn: schools[person % 2],
      staff_group: "teachers",
      role_title: canaries[4],
      is_teacher: true,
      fte: 1,
      starts_on: "2021-09-01",
    })),
    programmes: [{ id: idOf("prog", 0), title: "Reading together", state: "deliver", starts_on: "2025-09-08" }],
    activities: range(2).map((activity) => ({
      id: idOf("acti", activity),
      title: `Reading together, part ${activity + 1}`,
      programme_id: idOf("prog", 0),
      starts_on: `2025-1${activity}-06`,
      ends_on: `2025-1${activity}-06`,
      hours: 2.5,
      decision: "approved",
      decision_reason: canaries[4],
    })),
    participations: range(40).map((number) => ({
      id: idOf("part", number),
      activity_id: idOf("acti", number % 2),
      staff_id: idOf("pers", Math.floor(number / 2)),
      state: "completed",
      completed_on: "2025-12-01",
      evaluation_state: "answered",
    })),
    evaluations: range(40).map((number) => ({
      id: idOf("eval", number),
      activity_id: idOf("acti", number % 2),
      school_urn: schools[Math.floor(number / 2) % 2],
      staff_group: "teachers",
      wave: "end_of_session",
      questionnaire: "standard_end_of_session_1",
      scale_id: "agree_5",
      answers: { quality: 3 + (number % 3), relevance: 4 },
    })),
    costs: [
      { id: idOf("cost", 0), kind: "fees", amount: 420.5, incurred_on: "2025-10-06", activity_id: idOf("acti", 0) },
    ],
    providers: [
      { id: idOf("prov", 0), name: "Page and Lantern", follow_up_reason: canaries[4], feedback: canaries[4] },
    ],
    plans: [
      {
        id: idOf("plan", 0),
        title: "CPD plan 2026/27",
        time_period: 202627,
        state: "draft",
        objectives: "Everybody works on one step with a coach.",
        evaluation: canaries[4],
        lead_role_evaluation: canaries[4],
      },
    ],
    needs: [
      {
        id: idOf("need", 0),
        title: "Fluency every day",
        source: "audit",
        evidence: canaries[4],
        outcome_note: canaries[4],
        programme_id: idOf("prog", 0),
        identified_on: "2026-06-01",
      },
    ],
    sharing: [
      {
        id: idOf("shar", 0),
        title: "A card with three steps",
        route: "website",
        you_said: canaries[4],
        we_did: canaries[4],
      },
    ],
    outcomes: schools.map((school_urn, index) => ({
      id: idOf("outc", index),
      geographic_level: "school",
      school_urn,
      measure_code: "ks2_rwm_expected",
      time_period: 202425,
      value: 0.6 + index / 10,
      population: 30,
      unit: "percent",
    })),
  };
}

/** Writes the invented records and a policy. */
export async function writeRecords(client: ReturnType<typeof administrator>): Promise<void> {
  const policy = {
    organisation_name: "Larkshire Learning Trust",
    trust_uid: "9001",
    staff_groups: [{ key: "teachers", label: "Teachers", is_teacher: true, is_audience: false }],
  };
  await client.request(updateSingleton("policy" as never, policy as never));
  for (const [collection, records] of Object.entries(inventedRecords())) {
    await client.request(createItems(collection as never, records as never));
  }
}
