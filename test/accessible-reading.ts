/** Pages in the order in which a screen reader reads them. Part of accessibility.browser.test.ts. */
import { describe, expect, test } from "vitest";
import type { Hub } from "./harness/served-hub.ts";

const roles = "banner|search|navigation|main|complementary|contentinfo|heading|figure|group|img|table|region";
const sign = new RegExp(`^\\s*- '?((?:${roles})\\b.*?)'?:?$`);

/** Where one is told to be, in the order of reading: landmarks, headings, charts and tables. */
function signposts(read: string): string[] {
  return read.split("\n").flatMap((line) => sign.exec(line)?.[1] ?? []);
}

const head = ["banner", "search", 'navigation "Main"', "main"];
const heading = (level: number, name: string) => `heading "${name}" [level=${level}]`;

const pages: [address: string, order: string[]][] = [
  [
    "/",
    [
      ...head,
      heading(1, "Larkmoor Learning Trust"),
      'region "What changed"',
      heading(2, "What changed"),
      heading(2, "How sure"),
      heading(2, "What is missing"),
      'complementary "Questions to ask"',
      heading(2, "The levels, one by one"),
      heading(3, "Provision"),
      heading(3, "Organisation"),
      "contentinfo",
    ],
  ],
  [
    "/levels/learning",
    [
      ...["banner", "search", 'navigation "Main"', 'navigation "Levels"', "main"],
      heading(1, "Learning"),
      heading(2, "What is known"),
      heading(2, "What is missing"),
      heading(3, "Use in the role"),
      "contentinfo",
    ],
  ],
  [
    "/measures/use_in_role?school=900001",
    [
      ...["banner", "search", 'navigation "Main"', 'navigation "Measures"', "main"],
      heading(1, "Use in the role"),
      heading(2, "Over the years"),
      'figure "Further from the whole than chance gives"',
      'group "Chart: Further from the whole than chance gives. With the arrow keys, read point by point."',
      'img "Use in the role at Hawthorn Primary School by academic year: 2022/23 46.0%, 2023/24 49.0%, 2024/25 52.0%, 2025/26 55.0%, 2026/27 so far 58.0%."',
      'table "Use in the role, Hawthorn Primary School, by academic year"',
      heading(2, "By staff group, 2025/26"),
      'img "Use in the role in 2025/26 by staff group: Teachers 55.0%, Teaching assistants 55.0%, Everybody 55.0%."',
      'table "Use in the role by staff group, 2025/26"',
      heading(2, "How this is worked out"),
      "contentinfo",
    ],
  ],
  [
    "/papers/board_paper?school=trust&year=202627",
    [
      ...head,
      heading(1, "Professional development: what changed"),
      heading(2, "Decision asked"),
      heading(2, "In three sentences"),
      heading(2, "The four levels"),
      heading(3, "Reactions"),
      heading(2, "How far the evidence goes"),
      'table "From taking part to pupils, 2025/26"',
      heading(2, "What to ask"),
      heading(2, "What comes next"),
      "contentinfo",
    ],
  ],
];

/** The tests; `hubOf` gives the hub once it has started. */
export function describeReading(hubOf: () => Hub): void {
  test.for(pages)(
    "read aloud, %s says where one is, in the order in which it is seen",
    async ([address, order], { onTestFinished }) => {
      const page = await hubOf().pageOf("trustee", onTestFinished, { width: 390 });
      await page.goto(address);
      await page.waitForFunction(() => document.querySelectorAll("figure-chart:not([data-state=drawn])").length === 0);
      const found = signposts(await page.locator("body").ariaSnapshot());
      expect(found.filter((one) => order.includes(one))).toEqual(order);
      const tops = await page
        .locator(":is(main, footer) :is(h1, h2, h3, figure, table, p)")
        .filter({ visible: true })
        .evaluateAll((blocks) => blocks.map((block) => Math.round(block.getBoundingClientRect().top + scrollY)));
      expect(tops).toEqual([...tops].sort((one, other) => one - other));
    },
  );

  describe("a sentence with a mark", () => {
    test("says in words what the mark says in shape and colour", async ({ onTestFinished }) => {
      const page = await hubOf().pageOf("trustee", onTestFinished);
      await page.goto("/");
      const marks = await page.locator("main .mark").evaluateAll((found) =>
        found.map((mark) => {
          const { transform, borderRadius, backgroundColor } = getComputedStyle(mark);
          const shape = transform === "none" ? (backgroundColor === "rgba(0, 0, 0, 0)" ? "ring" : "dot") : "square";
          return `${shape} ${mark.nextElementSibling?.textContent?.trim()} ${borderRadius === "50%"}`;
        }),
      );
      expect(new Set(marks)).toEqual(new Set(["square Signal: false", "dot No signal: true"]));
    });
  });
}
