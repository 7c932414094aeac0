/** The words of these pages that a governor may not know, each in a sentence or two, and how the levels match other models. */
import type { Level } from "../../pipelines/contract.ts";

/** One word explained. */
export interface GlossaryTerm {
  /** Its anchor on the page of words. */
  id: string;
  term: string;
  meaning: string;
  /** Where more is said; left out where this is all. */
  more?: { href: string; label: string };
}

const methods = { href: "/about-figures#methods", label: "How each thing is worked out" };

/** Every word, by the alphabet. */
export const glossary: readonly GlossaryTerm[] = [
  {
    id: "access",
    term: "Access",
    meaning:
      "Who got to take part, and who did not: by job, by contract, by school. A gap beyond chance is a reason to ask.",
    more: { href: "/access", label: "Access" },
  },
  {
    id: "benchmark",
    term: "National figure",
    meaning:
      "The same thing for the whole country, as it was published. It says where we stand, not where we ought to stand.",
  },
  {
    id: "chance",
    term: "Beyond chance",
    meaning:
      "A change or a gap so large that chance alone would rarely give it: at most one time in twenty. Anything smaller may be no change at all.",
    more: methods,
  },
  {
    id: "claim",
    term: "Strength of a claim",
    meaning:
      "How much a figure can show. “Reported” means that people say so. “Corroborated” means that somebody else has seen it. “Changed” means measured before and after. “Context” says what is so and nothing about why.",
    more: { href: "/about-figures#claims", label: "How strong a claim is" },
  },
  {
    id: "cpd",
    term: "CPD",
    meaning:
      "Continuing professional development: all that staff do to get better at their work. Courses are part of it, and so are coaching, visits, reading and work done together.",
  },
  {
    id: "context",
    term: "Context",
    meaning:
      "A figure that shows how things are, such as results or turnover. So many things move it that no course can be thanked or blamed for it.",
  },
  {
    id: "figure",
    term: "Figure and measure",
    meaning:
      "A measure is a question with a rule for counting, such as who took part. A figure is what it comes to in one place and one year.",
    more: { href: "/measures", label: "All measures" },
  },
  {
    id: "follow-up",
    term: "Follow-up",
    meaning:
      "Some months after a course, a few of those who went are drawn by lot and asked if they use it. That says more than a form at the end of the day.",
  },
  {
    id: "funnel",
    term: "Funnel plot",
    meaning:
      "A chart that sets each school beside what chance does to a school of its size. The lines narrow to the right, since large schools move less by chance. Only those outside the lines stand out.",
    more: { href: "/about-figures#funnel", label: "Funnel plots" },
  },
  {
    id: "likely-range",
    term: "Likely range",
    meaning:
      "Where the true share lies in 95 of 100 cases, if chance were all that moved it. Few answers give a wide range. Others call it a confidence interval.",
    more: { href: "/about-figures#likely-range", label: "Likely range" },
  },
  {
    id: "net-score",
    term: "Net score",
    meaning:
      "Those for it less those against it, out of 100. It runs from −100, when all are against, to +100, when all are for.",
  },
  {
    id: "priority",
    term: "Need, priority, programme",
    meaning:
      "A need is what somebody found missing. A priority is what the school or trust chose to work on. A programme is what it does about it, in several steps.",
    more: { href: "/needs", label: "Needs" },
  },
  {
    id: "reach",
    term: "How far the evidence goes",
    meaning:
      "Five steps: people took part, they were asked, they were asked again months later, somebody else saw a change, pupils gained. Each rests on the one before. A hatched step is thin, hidden or missing.",
  },
  {
    id: "response",
    term: "Who replied",
    meaning:
      "How many of those asked gave an answer. The silent may think otherwise, so a page also shows what the figure would be if none of them, or all of them, had said the same.",
    more: methods,
  },
  {
    id: "run-chart",
    term: "Run chart and XmR chart",
    meaning:
      "Ways to tell a real change from the ups and downs of a normal year. A run chart looks at how long figures stay on one side of the middle. With twelve years or more, an XmR chart adds the limits of what is normal.",
    more: methods,
  },
  {
    id: "series-break",
    term: "Series break [b]",
    meaning:
      "From that year on the figure was worked out in another way, so the years before cannot be set beside it. Charts draw a dashed line there.",
  },
  {
    id: "signal",
    term: "Signal",
    meaning:
      "Something beyond chance: a turned square in burnt orange. It is a reason to ask, not proof of anything, and it may be good news.",
  },
  {
    id: "hidden",
    term: "Hidden [c]",
    meaning:
      "So few people stand behind the figure that it could tell on one of them, or a hidden figure could be worked out from it. Nobody is shown it here.",
    more: { href: "/about-figures#status", label: "When there is no figure" },
  },
  {
    id: "not-available",
    term: "Not available [x], does not apply [z]",
    meaning:
      "[x]: nobody has worked it out, or there are no records for it yet. [z]: it makes no sense here, as when a primary school has no results at 16.",
  },
  {
    id: "sustained",
    term: "Sustained programme",
    meaning:
      "A series of steps over two terms or more, with time to try things out and come back. A one-off is a single event. Series tend to last longer in practice.",
    more: { href: "/provision", label: "Programmes" },
  },
  {
    id: "too-little",
    term: "Too little data",
    meaning:
      "A share of fewer than ten people, or one that chance could have put nearly anywhere. That is an answer too: it asks for more records, not for a guess.",
  },
  {
    id: "turnover",
    term: "Turnover",
    meaning:
      "How many of last year’s staff have left this school, whether for another school, for other work or to retire.",
  },
  {
    id: "value",
    term: "Value for money",
    meaning:
      "What it cost in all, with cover and time, beside what came of it. The cheapest is not the best: cost for each person who uses it says more than cost for each seat.",
    more: { href: "/value", label: "Value for money" },
  },
];

/** One word by its anchor. */
export function glossaryTerm(id: string): GlossaryTerm {
  const found = glossary.find((one) => one.id === id);
  if (!found) throw new Error(`the glossary has no word “${id}”`);
  return found;
}

/** The level of the policies in three models that readers may know; the policies merge Guskey’s, and follow no Kirkpatrick order. */
export const crosswalk: Readonly<
  Record<Exclude<Level, "provision">, { guskey: string; kirkpatrick: string; phillips: string }>
> = {
  reactions: { guskey: "1 Reactions", kirkpatrick: "1 Reaction", phillips: "1" },
  learning: {
    guskey: "2 Learning, and 4 Use of knowledge and skills",
    kirkpatrick: "2 Learning, and 3 Behaviour",
    phillips: "2 and 3",
  },
  outcomes: { guskey: "5 Student outcomes", kirkpatrick: "4 Results, in part", phillips: "4" },
  organisation: {
    guskey: "3 Organisation support and change",
    kirkpatrick: "None: it is what makes the others possible",
    phillips: "4 and 5 (value for money)",
  },
};
