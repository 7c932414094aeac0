import { describe, expect, test } from "vitest";
import { courseReport, subscriptionsReview } from "../src/papers/compose.ts";
import { writtenFor } from "../src/papers/written.ts";
import { catalogue, section, source, textOf, written } from "./harness/paper-source.ts";
import { inventedCycle } from "./harness/release-cycle.ts";
import { inventedDuties } from "./harness/release-duties.ts";

describe("the review of subscriptions", () => {
  const [unused, ...others] = inventedCycle().subscriptions;
  const subscriptions = [
    unused!,
    { ...others[0]!, school_urn: null, title: "For a few", use: "few" as const, users_about: null },
    { ...others[1]!, school_urn: null, title: "For some", users_about: 10, annual_cost: null },
    { ...others[2]!, school_urn: null, title: "For many", decision: "stop" as const, decision_reason: "Dear." },
  ];
  const paper = subscriptionsReview(source({ cycle: { ...inventedCycle(), subscriptions } }));

  test("says how many use each, unless so few do that it may not leave the log-in", () => {
    const [table] = section(paper, "Each of them").blocks;
    const rows = table?.is === "table" ? table.rows.map((row) => [row[0], row[2]]) : [];
    expect(Object.fromEntries(rows)).toEqual({
      "Video lessons (subscription)": "Nobody",
      "For a few (subscription)": "[c]",
      "For some (subscription)": "[c]",
      "For many (subscription)": "About 40",
    });
  });

  test("says what nobody uses, by when to act, and what is still to be decided", () => {
    expect(JSON.stringify(paper)).toContain("as far as is recorded: the cost of 1 is not.");
    const text = textOf(paper, "In short");
    expect(text).toContain("Nobody uses “Video lessons”, which costs £1,200 a year.");
    expect(text).toContain("By 1 December 2026 somebody has to act on 4 agreements, 3 still to be decided");
    expect(textOf(paper, "Recommended")).toContain('["For many","Stop","Dear."]');
  });
});

describe("the report of a course", () => {
  const [course] = inventedDuties().courses!;
  const reportOf = (answered: number) => {
    const end = course!.end_of_session;
    const items = end.items.map((item) => ({ ...item, answered }));
    const report = {
      ...course!,
      end_of_session: { ...end, answered, items },
      sentences: [`${answered} of 36 answered.`],
    };
    const release = { id: "20261120-1", as_of: "2026-11-20", records_up_to: null };
    return courseReport({ catalogue, host: { name: "Invented Trust", urn: null }, schools: [], report, release });
  };

  test("shows answers of ten and more, and hides those of fewer", () => {
    expect(textOf(reportOf(30), "At the end")).toContain("30 of 36 who were asked answered.");
    expect(textOf(reportOf(30), "In short")).toContain("30 of 36 answered.");
    const few = reportOf(9);
    expect(JSON.stringify(few)).not.toContain("9 of 36");
    expect(textOf(few, "At the end")).toContain("[c] Hidden, because fewer than 10 answered");
  });
});

test("a paper's words are those of the next meeting, else of the last, and of another on request", () => {
  const on = (meeting_on: string) => written({ id: meeting_on, meeting_on });
  const all = ["2026-03-16", "2026-12-08", "2027-03-15"].map(on);
  const question = { kind: "annual_report" as const, urn: null, timePeriod: 202526 };
  expect(writtenFor(all, question, "2026-11-20")?.id).toBe("2026-12-08");
  expect(writtenFor(all, question, "2027-06-01")?.id).toBe("2027-03-15");
  expect(writtenFor(all, { ...question, meetingOn: "2026-03-16" }, "2026-11-20")?.id).toBe("2026-03-16");
  expect(writtenFor(all, { ...question, urn: "900001" }, "2026-11-20")).toBeNull();
});
