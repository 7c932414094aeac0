import { expect, test } from "vitest";
import { hubWith } from "./harness/hub.ts";

test("archived records are in no table", async () => {
  const hub = await hubWith({
    schools: "urn | status\n100001 | active\n100002 | archived",
    activities: "id | status | starts_on\na1 | archived | 2026-03-01",
  });
  expect(await hub.rows("select school_urn from stg.schools")).toEqual([{ school_urn: "100001" }]);
  expect(await hub.rows("from stg.activities")).toEqual([]);
});

test("space around words and empty words are tidied away", async () => {
  const hub = await hubWith({
    schools: [{ urn: " 100001 ", name: "  Invented School ", trust_uid: " T1 ", local_authority: "  " }],
    qualifications: [{ staff_id: "s1", qualification: " npq sl " }],
  });
  expect(await hub.rows("select school_urn, name, trust_uid, local_authority from stg.schools")).toEqual([
    { school_urn: "100001", name: "Invented School", trust_uid: "T1", local_authority: null },
  ]);
  expect(await hub.rows("select qualification from stg.qualifications")).toEqual([{ qualification: "NPQSL" }]);
});

test("answers become columns; what was not asked, or is no answer to it, is empty", async () => {
  const answers = [
    { quality: 4, confidence_now: 5, wants_more: true },
    { quality: "excellent", use: "embedded" },
    { quality: null },
  ];
  const hub = await hubWith({
    evaluations: answers.map((given) => ({ activity_id: "a1", wave: "end_of_session", answers: given })),
  });
  expect(await hub.rows("select quality, confidence_now, use_in_role from stg.evaluations")).toEqual([
    { quality: 4, confidence_now: 5, use_in_role: null },
    { quality: null, confidence_now: null, use_in_role: "embedded" },
    { quality: null, confidence_now: null, use_in_role: null },
  ]);
});

test("every published status becomes the hub's own, and a value that is missing is not zero", async () => {
  const codes = ["", "c", "x", "z", "low", "b"];
  const hub = await hubWith({
    outcomes: [...codes.map((code) => ({ status_code: code, value: 0.5 })), { status_code: "", value: null }].map(
      (row, index) => ({
        ...row,
        geographic_level: "national",
        measure_code: "ks2_rwm_expected",
        time_period: 201500 + index,
      }),
    ),
  });
  expect(await hub.rows("select status, value from stg.outcomes order by time_period")).toEqual([
    { status: "", value: 0.5 },
    { status: "[c]", value: null },
    { status: "[x]", value: null },
    { status: "[z]", value: null },
    { status: "[low]", value: 0.5 },
    { status: "[b]", value: 0.5 },
    { status: "[x]", value: null },
  ]);
});
