/** What can be found: pages, measures, words, questions, schools and courses, each only where its reader may open it. */
import type { Catalogue, School } from "../../pipelines/contract.ts";
import { capitalised } from "../format.ts";
import { navigation } from "../layouts/navigation.ts";
import { glossary } from "../sentences/glossary.ts";
import { levelCrosswalk, levelName } from "../sentences/levels.ts";
import { questionBank } from "../sentences/question-bank.ts";
import type { Reader } from "../session/reader.ts";

/** The kinds of things that are found, in the order in which they are shown where they fit equally well. */
export const kinds = {
  page: "Page",
  school: "School",
  measure: "Measure",
  question: "Question",
  course: "Course",
  word: "Word",
};

/** One thing that can be found. */
export interface SearchEntry {
  kind: keyof typeof kinds;
  title: string;
  /** What it is about, in a sentence. */
  about: string;
  href: string;
  /** Further words by which it is found. */
  words: string;
}

/** What each page is about, and other words for it. */
const pages: Readonly<Record<string, readonly [about: string, words: string]>> = {
  "/": ["What changed, how sure that is, what is missing and what to ask.", "home summary start overview"],
  "/tasks": ["What has to be done, by whom and by when.", "tasks duties due overdue calendar"],
  "/schools": ["The schools whose figures you may read.", "academies list"],
  "/trust": ["Every measure for the whole, in one table.", "trust totals table"],
  "/compare": ["One measure, every school, never ranked.", "compare funnel league table benchmark"],
  "/levels": ["The levels of evaluation, each in short.", "evaluation impact model Guskey Kirkpatrick"],
  "/needs": ["How needs were found, and what was done about each.", "audit priorities unmet voice plan"],
  "/provision": [
    "The programmes: what was offered, and how much was sustained.",
    "programmes courses calendar one-off sustained providers",
  ],
  "/value": [
    "What it cost beside what came of it; which subscription to keep.",
    "money cost budget spend subscriptions agreements SLA renew stop keep",
  ],
  "/access": ["Who takes part and who does not.", "equality fairness staff groups part-time support staff gap"],
  "/sharing": ["What has been shared so that others benefit.", "dissemination colleagues what did not work library"],
  "/qualifications": ["Who holds which qualification, and whether they stay.", "NPQ QTS HLTA ladder career"],
  "/papers": [
    "The annual report and the board paper, to read, print or download.",
    "report board PDF Word spreadsheet minutes decisions editions",
  ],
  "/measures": ["Every measure, what it asks and how it is worked out.", "catalogue indicators KPI definitions"],
  "/about-figures": [
    "Likely ranges, marks, what is hidden and why.",
    "methods statistics confidence interval suppression",
  ],
  "/glossary": ["The words of these pages in plain English.", "definitions terms help jargon"],
  "/courses": ["How many have answered the form about each course.", "evaluation responses forms invitations links"],
  "/courses/reports": ["What people said about each course.", "evaluation feedback"],
  "/staff": ["Portfolios of staff.", "people portfolio"],
  "/import": ["Bring in a file of records.", "upload CSV Excel spreadsheet"],
  "/agreements": ["Training agreements, and what a leaver would owe.", "repayment contract"],
  "/data": ["How fresh and how complete the records are.", "quality checks freshness errors hidden"],
};

/** Other words for what a question asks, by its number. */
const questionWords: Readonly<Record<number, string>> = {
  1: "audit",
  3: "series programme",
  4: "equality fairness",
  5: "satisfaction feedback",
  6: "follow-up impact use",
  7: "barriers obstacles",
  8: "results attainment",
  9: "retention leavers",
  11: "money value",
  12: "SLA contract renew",
  13: "dissemination",
  14: "survey gap perception",
  15: "future plan decisions",
};

/** What a reader may be shown beside the catalogue. */
export interface Findable {
  reader: Reader;
  catalogue: Catalogue;
  /** Only those that the reader may open. */
  schools: readonly School[];
  /** Only those whose report the reader may open. */
  courses: readonly { activity_id: string; title: string }[];
}

/** Everything that a reader may find. Pages are those of the reader's own navigation, so nobody learns of one that is not for them. */
export function entriesFor({ reader, catalogue, schools, courses }: Findable): SearchEntry[] {
  const { policy, measures } = catalogue;
  const sections = navigation(reader, policy, { all: 1, waiting: 0 });
  const own = sections.flatMap((section) => section.pages.map((page) => ({ ...page, section: section.label })));
  return [
    ...own
      .filter(({ href }) => Object.hasOwn(pages, href))
      .map(({ href, label, section }) => {
        const [about, words] = pages[href]!;
        return { kind: "page" as const, title: label, about, href, words: `${section} ${words}` };
      }),
    ...policy.levels.map(({ level }) => ({
      kind: "page" as const,
      title: levelName(policy, level),
      about: levelCrosswalk[level],
      href: `/levels/${level}`,
      words: "level evaluation",
    })),
    ...schools.map(({ urn, name, phase }) => ({
      kind: "school" as const,
      title: name,
      about: capitalised(phase.replaceAll("_", " ")),
      href: `/schools/${urn}`,
      words: urn,
    })),
    ...measures.map(({ id, title, question, numerator, denominator, source, breakdowns }) => ({
      kind: "measure" as const,
      title,
      about: question,
      href: `/measures/${id}`,
      words: [id.replaceAll("_", " "), numerator, denominator, source, ...breakdowns].join(" "),
    })),
    ...questionBank.map(({ number, text, path }) => ({
      kind: "question" as const,
      title: text,
      about: `Question ${number} of the fifteen to ask; this leads to the page that answers it.`,
      href: path,
      words: questionWords[number] ?? "",
    })),
    ...courses.map(({ activity_id, title }) => ({
      kind: "course" as const,
      title,
      about: "What people said about it.",
      href: `/courses/${activity_id}/report`,
      words: "course report evaluation",
    })),
    ...glossary.map(({ id, term, meaning }) => ({
      kind: "word" as const,
      title: term,
      about: meaning,
      href: `/glossary#${id}`,
      words: "",
    })),
  ];
}
