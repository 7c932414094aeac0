/** The fifteen questions that a governor should ask about professional development, each with the view that answers it. */
import type { Level } from "../../pipelines/contract.ts";

/** One question of the bank. */
export interface BankQuestion {
  /** From 1 to 15; papers and pages quote it. */
  number: number;
  text: string;
  /** The level that it is about; null where it is about the plan or about access. */
  level: Level | null;
  /** The view that answers it, without a place, which `addressesOf` adds; with the trust where only the trust's answer is worked out. */
  path: string;
  /** The view that answers it for readers of the whole trust, where they have a better one. */
  comparison?: string;
}

const question = (number: number, level: Level | null, path: string, text: string): BankQuestion => ({
  number,
  text,
  level,
  path,
});

/** In the order of a year: the plan, access, the four levels, money, what is shared, what comes next. */
export const questionBank: readonly BankQuestion[] = [
  question(1, null, "/needs", "How were this year’s needs found, and whose voice is missing?"),
  question(2, null, "/needs#priorities", "Which priorities got time and money for CPD, and which got none?"),
  question(3, "provision", "/provision#programmes", "How much of it was sustained rather than one-off?"),
  question(4, null, "/access", "Who had least access, and is that a pattern?"),
  question(
    5,
    "reactions",
    "/levels/reactions",
    "What did those who took part think, how many answered, and what don’t we know?",
  ),
  question(
    6,
    "learning",
    "/levels/learning",
    "Three months on, how many do something differently, and who says so besides them?",
  ),
  question(7, "organisation", "/measures/barriers_met?school=trust#divided", "What got in the way?"),
  question(
    8,
    "outcomes",
    "/levels/outcomes",
    "What changed for pupils, compared with what would have happened anyway?",
  ),
  {
    ...question(
      9,
      "organisation",
      "/measures/published_turnover#notes",
      "Is turnover different from similar schools, beyond chance?",
    ),
    comparison: "/compare/staff_turnover",
  },
  question(
    10,
    "organisation",
    "/qualifications",
    "How are qualifications changing, and do qualified people stay and use them?",
  ),
  question(11, "organisation", "/value#costs", "What did it cost all in, and for each person who changed practice?"),
  question(12, "organisation", "/value#subscriptions", "Which agreement or subscription should stop?"),
  question(13, "learning", "/sharing", "What has been shared so that others benefit?"),
  question(14, null, "/measures/leader_staff_gap?school=trust#divided", "Do staff and leaders see CPD the same way?"),
  question(15, null, "/provision#next", "What will we do differently, and what do you need from us?"),
];

/** The path of the view that answers a question; `comparesSchools` for readers of the whole trust who look at the trust. */
export function pathOf({ path, comparison }: BankQuestion, comparesSchools: boolean): string {
  return (comparesSchools && comparison) || path;
}

/** One question by its number. */
export function bankQuestion(number: number): BankQuestion {
  return questionBank.find((one) => one.number === number)!;
}
