import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readQuestionnaires } from "../directus/questionnaires.ts";
import { dayInLondon } from "../pipelines/config.ts";
import { answerScales } from "../pipelines/contract.ts";
import { academicYear, addDays, addMonths, firstWeekday, isWeekday, writtenDay } from "../pipelines/duties/days.ts";
import type { Duty } from "../pipelines/duties/duty.ts";
import { type GapTask, nextStage } from "../pipelines/duties/gap-tasks.ts";
import { invitationId } from "../pipelines/duties/invitation.ts";
import { alone } from "../pipelines/duties/lock.ts";
import { type Occasion, writeLetter } from "../pipelines/duties/mail/letter.ts";
import { type Employment, mainPost } from "../pipelines/duties/people.ts";
import { drawSample, sampleSize } from "../pipelines/duties/sample.ts";
import { dueNow, londonHour } from "../pipelines/duties/watch.ts";

describe("days", () => {
  test("are added across the changes of the clocks, months of all lengths and leap days", () => {
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2027-11-30", 3)).toBe("2028-02-29");
    expect(addMonths("2026-12-31", -1)).toBe("2026-11-30");
  });

  test("know weekends, academic years and how people write them", () => {
    expect(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"].map(isWeekday)).toEqual([true, false, false, true]);
    expect([firstWeekday("2026-11"), firstWeekday("2027-05"), firstWeekday("2026-06")]).toEqual([
      "2026-11-02",
      "2027-05-03",
      "2026-06-01",
    ]);
    expect([academicYear("2026-08-31"), academicYear("2026-09-01"), academicYear("1999-12-01")]).toEqual([
      202526, 202627, 199900,
    ]);
    expect(writtenDay("2026-11-20")).toBe("Friday 20 November 2026");
  });

  test("begin at midnight in England, in summer too", () => {
    expect(dayInLondon(new Date("2026-06-30T22:59:59Z"))).toBe("2026-06-30");
    expect(dayInLondon(new Date("2026-06-30T23:00:00Z"))).toBe("2026-07-01");
    expect(dayInLondon(new Date("2026-12-31T23:59:59Z"))).toBe("2026-12-31");
  });
});

/** The moments at which the hub does which duties, looking at the clock every quarter of an hour from the beginning of one day. */
function follow(from: string, hours: number): string[] {
  const done: Record<Duty["when"], string> = { day: "", morning: "" };
  const log: string[] = [];
  for (let quarter = 0; quarter < hours * 4; quarter += 1) {
    const now = new Date(Date.parse(from) + quarter * 900_000);
    const today = dayInLondon(now);
    for (const kind of dueNow(today, londonHour(now), done)) {
      done[kind] = today;
      log.push(`${kind} of ${today} at ${londonHour(now)}`);
    }
  }
  return log;
}

test.for([
  ["forward", "2026-03-28T00:00:00Z", ["2026-03-28", "2026-03-29", "2026-03-30"]],
  ["back", "2026-10-23T23:00:00Z", ["2026-10-24", "2026-10-25", "2026-10-26"]],
] as const)("duties are done once a day and e-mails once a morning when the clocks go %s", ([, from, days]) => {
  const expected = days.flatMap((day) => [`day of ${day} at 0`, `morning of ${day} at 7`]);
  expect(follow(from, 71)).toEqual(expected);
});

test("a hub that is started in the evening does the day's duties at once and sends e-mails in the morning", () => {
  expect(follow("2026-11-20T21:00:00Z", 12)).toEqual([
    "day of 2026-11-20 at 21",
    "day of 2026-11-21 at 0",
    "morning of 2026-11-21 at 7",
  ]);
});

describe("a follow-up sample", () => {
  test("is the policy's share, at least as many as a figure needs, and never more than there are", () => {
    const sizes = [0, 3, 5, 12, 20, 21, 100].map((of) => sampleSize(of, 0.25, 5));
    expect(sizes).toEqual([0, 3, 5, 5, 5, 6, 25]);
    // 0.28 × 25 is 7.000000000000001 on a computer.
    expect(sampleSize(25, 0.28, 5)).toBe(7);
    expect(sampleSize(30, 1, 5)).toBe(30);
  });

  test("takes nobody twice, and leaves those it is drawn from as they are", () => {
    const members = Array.from({ length: 40 }, (_, index) => index);
    const sample = drawSample(members, 12);
    expect(new Set(sample).size).toBe(12);
    expect(members).toEqual(Array.from({ length: 40 }, (_, index) => index));
    expect(drawSample([], 0)).toEqual([]);
  });

  test("can be anybody", () => {
    // Nobody of four is left out of 400 draws of two, but once in 2 to the power of 398.
    const drawn = new Set(Array.from({ length: 400 }, () => drawSample(["a", "b", "c", "d"], 2)).flat());
    expect(drawn.size).toBe(4);
  });
});

test("the post that counts is where somebody works most, and an audience's only where there is no other", () => {
  const policy = { staff_groups: [{ key: "governors", label: "Governors", is_audience: true }] };
  const post = (id: string, more: Partial<Employment>): Employment => ({
    ...{
      id,
      staff_id: "s",
      school_urn: "900001",
      staff_group: "teachers",
      fte: 0.5,
      starts_on: "2020-09-01",
      ends_on: null,
    },
    ...more,
  });
  const main = (posts: Employment[], day = "2026-11-20") => mainPost(posts, day, policy as never)?.id;
  expect(main([post("a", {}), post("b", { fte: 0.6 })])).toBe("b");
  expect(main([post("a", {}), post("b", { starts_on: "2019-09-01" })])).toBe("b");
  expect(main([post("a", { fte: 0.1 }), post("b", { fte: null, staff_group: "governors" })])).toBe("a");
  expect(main([post("a", { ends_on: "2026-11-19" }), post("b", { staff_group: "governors" })])).toBe("b");
  expect(main([post("a", { ends_on: "2026-11-20" })])).toBe("a");
  expect(main([post("a", { starts_on: "2026-11-21" })])).toBeUndefined();
});

describe("a gap task", () => {
  const task: GapTask = {
    id: "t",
    school_urn: null,
    observed_on: "2026-10-01",
    provider_contact: "provider@larkmoor.example.org",
    leader_id: "leader",
    stage_1_on: null,
    stage_2_on: null,
    stage_3_on: null,
    stage_4_on: null,
    activity_id: { starts_on: "2026-10-01", ends_on: "2026-11-12" },
    participation_id: { staff_id: "delegate" },
  };
  test.for([
    ["nothing is written", {}, { stage: 1, staff_id: null, due_on: "2026-10-01" }],
    ["nobody is named for the first", { provider_contact: null }, null],
    ["the first is", { stage_1_on: "2026-10-05" }, { stage: 2, staff_id: "delegate", due_on: "2026-10-05" }],
    ["there is no delegate", { stage_1_on: "2026-10-05", participation_id: null }, null],
    [
      "two are",
      { stage_1_on: "2026-10-05", stage_2_on: "2026-10-07" },
      { stage: 3, staff_id: "delegate", due_on: "2026-11-12" },
    ],
    [
      "two are, after the last session",
      { stage_1_on: "2026-10-05", stage_2_on: "2026-11-14" },
      { stage: 3, staff_id: "delegate", due_on: "2026-11-14" },
    ],
    [
      "three are",
      { stage_1_on: "x", stage_2_on: "x", stage_3_on: "2026-11-13" },
      { stage: 4, staff_id: "leader", due_on: "2027-02-13" },
    ],
    ["all are", { stage_1_on: "x", stage_2_on: "x", stage_3_on: "2026-11-13", stage_4_on: "2027-02-14" }, null],
  ] as const)("when %s, the next is asked of whoever writes it", ([, change, expected]) => {
    expect(nextStage({ ...task, ...change }, null)).toEqual(expected);
  });
});

test("an invitation's id is a UUID, always the same for the same and another for anything else", () => {
  const id = invitationId("end_of_session", "p1");
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(invitationId("end_of_session", "p1")).toBe(id);
  expect(new Set([id, invitationId("follow_up", "p1"), invitationId("end_of_session", "p2")]).size).toBe(3);
});

describe("an e-mail", () => {
  const policy = {
    organisation_name: "Invented Trust",
    organisation_term: "trust",
    lead_role_term: "CPD Co-ordinator",
    evaluation_mandatory: false,
    threshold_signed_in: 7,
  };
  const occasion = (more: Partial<Occasion>): Occasion => ({
    asked: "end_of_session",
    title: "Reading aloud",
    stage: null,
    year: "",
    firstName: "Wren",
    link: "https://cpd.example.org/evaluate/code",
    closesOn: "2026-12-01",
    number: 1,
    ...more,
  });
  test.for(["end_of_session", "follow_up", "staff_survey"] as const)(
    "about the %s says that it is free, without a name, and from how many answers on anything is shown",
    (asked) => {
      const { text } = writeLetter("wren@example.org", occasion({ asked, year: "2026/27" }), policy);
      for (const words of ["Whether you answer is up to you.", "without your name", "7 answers or more together"])
        expect(text).toContain(words);
    },
  );

  test.for(["close_out", "gap_task"] as const)("about a %s promises nothing that is not so", (asked) => {
    const { text } = writeLetter("wren@example.org", occasion({ asked, stage: 4 }), policy);
    expect(text).toContain("It is not anonymous");
    expect(text).toContain("the CPD Co-ordinator");
    expect(text).not.toContain("without your name");
    if (asked === "close_out") expect(text).toContain("your own professional statement");
  });

  test("has a subject on one line, whatever the activity is called", () => {
    const { subject } = writeLetter(
      "wren@example.org",
      occasion({ title: "Reading\r\nBcc: others@example.org" }),
      policy,
    );
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe("two runs at once", () => {
  test("are refused, and a lock that a dead run left is taken over", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cpd-lock-"));
    const inside = alone(folder, async () => {
      await expect(alone(folder, async () => "both")).rejects.toThrow(/another run is doing them/);
      return "one";
    });
    expect(await inside).toBe("one");
    const file = join(folder, "duties.lock");
    // No process has this number on any system.
    writeFileSync(file, "4194305");
    expect(await alone(folder, async () => "after a dead run")).toBe("after a dead run");
    // Its number has passed to a program that lives; it has not been touched for long.
    writeFileSync(file, String(process.ppid));
    utimesSync(file, new Date(0), new Date(0));
    expect(await alone(folder, async () => "after a dead run")).toBe("after a dead run");
    rmSync(folder, { recursive: true });
  });
});

describe("the standard questionnaires", () => {
  const standard = readQuestionnaires();
  test("are one for each wave, under keys that say which version", () => {
    expect(standard.map(({ wave }) => wave).sort()).toEqual([
      "close_out",
      "end_of_session",
      "follow_up",
      "staff_survey",
    ]);
    for (const { key, wave, version } of standard) expect(key).toBe(`standard_${wave}_${version}`);
  });

  test("are short, ask nothing twice, and on scales that a form can show", () => {
    for (const { items, scale_id, wave } of standard) {
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      expect(items.length).toBeLessThanOrEqual(wave === "staff_survey" ? 11 : 8);
      expect(items.filter(({ scale }) => !(scale in answerScales))).toEqual([]);
      expect(items.some(({ scale }) => scale === scale_id)).toBe(true);
    }
  });

  test("hold the items that the figures are made of", () => {
    const keysOf = (wave: string) => standard.find((one) => one.wave === wave)!.items.map(({ key }) => key);
    expect(keysOf("end_of_session")).toEqual(
      expect.arrayContaining([
        "quality",
        "relevance",
        "likely_to_use",
        "confidence_before",
        "confidence_now",
        "wants_more",
      ]),
    );
    expect(keysOf("follow_up")).toEqual(expect.arrayContaining(["use", "seen_by", "barriers"]));
  });

  test("have ten statements about the development of all staff, in five areas", () => {
    const { items } = standard.find(({ wave }) => wave === "staff_survey")!;
    const statements = items.filter(({ scale }) => scale === "agree_4_dk");
    expect(statements).toHaveLength(10);
    expect(new Set(statements.map(({ area }) => area)).size).toBe(5);
  });
});
