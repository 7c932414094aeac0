import { describe, expect, test } from "vitest";
import { profileLetters, readProfile } from "../directus/profiles.ts";
import { annualReport, boardPaper, subscriptionsReview } from "../src/papers/compose.ts";
import { withoutLeadRole } from "../src/papers/lead-role.ts";
import { bannedWords } from "../src/sentences/said.ts";
import {
  catalogue,
  comparisons,
  headingsOf,
  hidden,
  section,
  source,
  textOf,
  trust,
  underProfile,
  written,
} from "./harness/paper-source.ts";
import { inventedCycle } from "./harness/release-cycle.ts";

describe("the annual report", () => {
  test.for(profileLetters)("under profile %s has the headings of its policy, in their order", (letter) => {
    const { report_outline } = readProfile(letter);
    const paper = annualReport(source({ catalogue: underProfile(letter) }));
    expect(headingsOf(paper).filter((heading) => report_outline.includes(heading))).toEqual(report_outline);
    for (const { blocks, heading } of paper.sections)
      if (report_outline.includes(heading)) expect(blocks, heading).not.toEqual([]);
  });

  test("of a trust of free schools closes with the seven benefits, before its tables", () => {
    const headings = headingsOf(annualReport(source({ catalogue: underProfile("B") })));
    expect(headings.slice(-9)).toEqual([
      ...readProfile("B").report_outline.slice(-7),
      "Every figure",
      "How to read this report",
    ]);
    expect(headings.indexOf("Decisions and what became of them")).toBeLessThan(headings.indexOf("Attainment"));
  });

  test("holds people's words under their heading, however it is written, and loses none", () => {
    const paper = annualReport(
      source({
        catalogue: underProfile("C"),
        written: written({
          sections: [
            { heading: "VALUE FOR MONEY ", words: "Cover costs most." },
            { heading: "A heading of our own", words: "Thanks to all." },
          ],
          future_needs: "More for support staff.",
        }),
      }),
    );
    expect(section(paper, "Value for money").blocks[0]).toMatchObject({ text: "Cover costs most.", isWritten: true });
    expect(textOf(paper, "A heading of our own")).toContain("Thanks to all.");
    expect(section(paper, "Future needs").blocks[0]).toMatchObject({ text: "More for support staff." });
  });

  test("says of a heading that it does not know who can write it and where, and takes the words once they are there", () => {
    const policy = { ...catalogue.policy, report_outline: ["Our garden"] };
    const asked = source({ catalogue: { ...catalogue, policy } });
    expect(section(annualReport(asked), "Our garden").blocks).toMatchObject([
      { is: "gap", text: expect.stringMatching(/CPD administrator.*in the Studio under Papers and decisions/) },
    ]);
    const sections = [{ heading: "our garden", words: "It grows." }];
    const told = annualReport({ ...asked, written: written({ sections }) });
    expect(section(told, "Our garden").blocks).toEqual([{ is: "words", text: "It grows.", isWritten: true }]);
  });

  test("counts an activity under its own priority, not under its programme's as well", () => {
    const cycle = inventedCycle();
    const [one] = cycle.priorities;
    const [activities] = cycle.activities;
    const [programme] = cycle.programmes;
    const priorities = ["Of its own", "Of its programme"].map((title) => ({
      ...one!,
      id: title,
      title,
      school_urn: null,
    }));
    const told = {
      ...cycle,
      priorities,
      programmes: [{ ...programme!, school_urn: null, priority_id: "Of its programme" }],
      activities: [
        { ...activities!, held: 7, time_period: 202526, programme_id: programme!.id, priority_id: "Of its own" },
      ],
    };
    const paper = annualReport(source({ catalogue: underProfile("B"), cycle: told }));
    const tables = paper.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.is === "table" ? block : []));
    const rows = tables.find(({ caption }) => caption.startsWith("Priorities"))!.rows;
    expect(Object.fromEntries(rows.map((row) => [row[0], row[3]]))).toEqual({
      "Of its own": "7",
      "Of its programme": "0",
    });
  });

  test("says what became of decisions, and which are overdue", () => {
    const decision = { school_urn: null, meeting: "Trust Board", time_period: 202526, owner_role: "Head of people" };
    const decisions = [
      { ...decision, decision: "Ask pupils", meeting_on: "2026-03-16", due_on: "2026-06-01", done_on: "2026-05-20" },
      { ...decision, decision: "Stop the tool", meeting_on: "2024-03-16", due_on: "2024-06-01", done_on: null },
      { ...decision, decision: "Long done", meeting_on: "2023-03-16", due_on: "2023-06-01", done_on: "2023-05-01" },
    ];
    const paper = annualReport(source({ cycle: { ...inventedCycle(), decisions } }));
    const [table] = section(paper, "Decisions and what became of them").blocks;
    const rows = table?.is === "table" ? table.rows.map((row) => [row[0], row.at(-1)]) : [];
    expect(rows).toEqual([
      ["Ask pupils", "Done 20 May 2026"],
      ["Stop the tool", "Overdue"],
    ]);
  });
});

describe("the evaluation of the CPD lead's role", () => {
  const heading = "Evaluation of the CPD lead's role";
  const told = (by: string | null, isForBoard = true, letter = "M") => {
    const words = { lead_role_evaluation: "Visits need more hours.", lead_role_evaluated_by: by };
    const report = source({ catalogue: underProfile(letter), written: written(words), isForBoard });
    return textOf(annualReport(report), heading);
  };

  test("says by which role it was written", () => {
    expect(told("Chair of the board")).toContain("Evaluated by: Chair of the board.");
    expect(told("Chair of the board")).not.toContain("Not independent");
    expect(told(null)).toContain("It is not recorded which role evaluated it");
  });

  test.for(profileLetters.filter((letter) => letter !== "B" && letter !== "H"))(
    "under profile %s says so where the lead evaluated the lead",
    (letter) => {
      expect(told(readProfile(letter).lead_role_term.toUpperCase(), true, letter)).toContain("Not independent");
      expect(told("CPD lead", true, letter)).toContain("Not independent");
    },
  );

  test("is the board's alone", () => {
    const closed = told("Chair of the board", false);
    expect(closed).not.toContain("Visits need more hours");
    expect(closed).toContain("for the Board of Directors alone");
    const elsewhere = ["EVALUATION of the CPD Lead’s role", "Our own"].map((one) => ({ heading: one, words: one }));
    const open = withoutLeadRole(written({ lead_role_evaluation: "Visits.", sections: elsewhere }));
    expect(open).toEqual(written({ sections: [elsewhere[1]!] }));
  });
});

describe("the board paper", () => {
  test("keeps the decision, the three sentences and every level by name, whatever else is left out", () => {
    const paper = boardPaper(source({ comparisons: null, catalogue: underProfile("H") }));
    const kept = paper.sections.filter(({ blocks }) => blocks.some(({ rank }) => rank === undefined));
    expect(kept.map(({ heading }) => heading)).toEqual([
      "Decision asked",
      "In three sentences",
      "Exceptions",
      ...readProfile("H")
        .levels.filter((named) => named.level !== "provision")
        .map(({ name }) => name),
    ]);
    const three = section(paper, "In three sentences").blocks[0]!;
    expect(three.is === "statements" && three.statements.length).toBe(3);
  });

  test("names everything that may be left out", () => {
    const blocks = boardPaper(source({ comparisons: null })).sections.flatMap((found) => found.blocks);
    const ranked = blocks.filter(({ rank }) => rank !== undefined);
    expect(ranked.length).toBeGreaterThan(5);
    expect(ranked.filter(({ called }) => !called)).toEqual([]);
  });

  test("of the trust holds no record of a school, because readers of other schools open it", () => {
    expect(JSON.stringify(boardPaper(source({ comparisons: null })))).not.toContain("Heron gate");
  });

  test("says that the written words are missing when the record cannot be reached", () => {
    const paper = boardPaper(source({ isRecordKnown: false }));
    expect(textOf(paper, "Decision asked")).toContain("cannot be reached at the moment");
  });

  test("does not say that all is within chance where nothing is known", () => {
    const place = { name: "Invented Trust", urn: null, figures: [], benchmarks: [] };
    const none = source({ place, comparisons: { ...comparisons, figures: [] } });
    expect(textOf(boardPaper(none), "Exceptions")).toContain("No figure can be spoken of yet");
    expect(JSON.stringify(annualReport(none))).not.toContain("than chance gives at its size");
  });

  test("of a year that is over knows nothing later", () => {
    const paper = boardPaper(source({ timePeriod: 202324 }));
    expect(JSON.stringify(paper.sections)).toContain("2023/24");
    expect(JSON.stringify(paper.sections)).not.toMatch(/2024\/25|2025\/26/);
  });
});

describe("hidden figures", () => {
  const figures = trust.figures.map((figure) => (figure.time_period === 202526 ? hidden(figure) : figure));
  const place = { name: "Invented School", urn: null, figures, benchmarks: [] };
  const paper = annualReport(source({ place }));

  test("stand as [c] with the limit of what leaves the log-in, in every table that has them", () => {
    const tables = paper.sections.flatMap(({ blocks }) => blocks.filter((block) => block.is === "table"));
    const withHidden = tables.filter(({ rows }) => rows.some((row) => row.includes("[c]")));
    expect(withHidden.length).toBeGreaterThan(2);
    for (const { notes } of withHidden) expect(notes.join(" ")).toMatch(/^\[c\] Hidden\b.*\bfewer than 10 /);
    expect(JSON.stringify(paper)).not.toContain("fewer than 5");
  });

  test("leave a gap in pictures and no number in any sentence", () => {
    const shown = trust.figures.filter(({ time_period, value }) => time_period === 202526 && value !== null);
    const text = JSON.stringify(paper);
    for (const { numerator } of shown)
      if (numerator! > 999) expect(text).not.toContain(numerator!.toLocaleString("en-GB"));
  });
});

test("no sentence of any paper claims what no evidence carries", () => {
  const papers = profileLetters.flatMap((letter) => {
    const own = source({ catalogue: underProfile(letter) });
    return [annualReport(own), boardPaper(own), subscriptionsReview(own)];
  });
  const sentences = papers
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .flatMap((block) => (block.is === "statements" ? block.statements : []));
  expect(sentences.length).toBeGreaterThan(100);
  const said = sentences.flatMap(({ sentence, details }) => [sentence, ...details]);
  expect(said.flatMap((text) => bannedWords(text, 5))).toEqual([]);
});
