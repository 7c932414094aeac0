/** Every method behind the figures in plain words, with its source, for the page on how to read them. */
import { fewestForLimits } from "../statistics/control-chart.ts";
import { fewestForOverDispersion } from "../statistics/over-dispersion.ts";
import { fewestPairs } from "../statistics/regression-to-mean.ts";
import { finitePopulationFactor } from "../statistics/response.ts";
import { chanceOfMove, detectableEffect, pupilsNeeded } from "../statistics/sample-size.ts";

/** One method: what it does for a reader, and who described it. */
export interface Method {
  name: string;
  words: string;
  source: string;
}

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** What is worked out, in the order in which a reader meets it. */
export const methods: readonly Method[] = [
  {
    name: "A share",
    words:
      "The Wilson score interval: where the share would lie in 95 of 100 cases if chance were all that moved it. It says something sensible of 0 of 5 and of 5 of 5. Complete counts of staff have one too: the people of one year are read as one draw of what could have been. Attendance has none, because the sessions of one pupil go together, and counts of a whole school do not say how far.",
    source: "E. B. Wilson (1927), Journal of the American Statistical Association 22, 209–212",
  },
  {
    name: "Two figures",
    words:
      "Newcombe’s interval of the difference, from the likely range of each. They differ beyond chance when it leaves out zero. The two ends of many are held to 99.8% instead, because the ends of many always differ.",
    source: "R. G. Newcombe (1998), Statistics in Medicine 17, 873–890",
  },
  {
    name: "A net score",
    words:
      "Those for less those against, from −100 to +100, with the interval of its own standard error. A score of fewer than 30 answers is not spoken of in sentences or drawn in charts; tables say that it is too little data, and the files of figures hold it.",
    source: "Standard error √[(f + u − (f − u)²)/n], f and u the shares for and against",
  },
  {
    name: "Silence",
    words:
      "Where fewer than 80% replied, the figure stands beside what it would be if all the silent were against, and if all were for. Where fewer than half replied it is flagged, not hidden.",
    source: "C. F. Manski (1989), Journal of Human Resources 24, 343–360",
  },
  {
    name: "Schools beside one another",
    words: `A funnel plot with exact binomial limits: 95% and 99.8%. From ${fewestForOverDispersion} schools on the limits are widened by √φ where schools differ among themselves by more than chance; with fewer, that could not be estimated, and the page says so.`,
    source: "D. J. Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202",
  },
  {
    name: "Years in a row",
    words: `From ${fewestForLimits} full years on, limits at 2.66 mean moving ranges from the mean (XmR) and four rules: outside the limits, seven on one side, six rising or falling, two of three in the outer third. With fewer, a run chart: the median, and the longest run on one side of it. A series break or a missing year ends a series.`,
    source:
      "D. J. Wheeler (2000), Understanding Variation; R. J. Perla and others (2011), BMJ Quality & Safety 20, 46–51",
  },
  {
    name: "Small cohorts",
    words: `Three years are added up (Σx/Σn) where a share counts fewer than 30. Take a year group of 30 at 62%. By chance alone it moves by three pupils or more, up or down, in ${percent(chanceOfMove(30, 0.62, 3))} of years.`,
    source: "Exact binomial chances, and the sum of those who did over the sum of those who could have",
  },
  {
    name: "Low starts",
    words: `A school that was low mostly rises towards the mean with nothing changed. What was to be expected, μ + ρ(Y₁ − μ), stands as an empty circle on its chart. ρ is how alike a school’s figures are from one year to the next, from ${fewestPairs} pairs of the trust’s own schools at least.`,
    source: "F. Galton (1886), Journal of the Anthropological Institute 15, 246–263",
  },
  {
    name: "How large a difference is",
    words:
      "For means of answers, Hedges’ g: the difference in standard deviations, with its likely range. It is never translated into months of progress.",
    source: "L. V. Hedges (1981), Journal of Educational Statistics 6, 107–128",
  },
  {
    name: "Too little data",
    words:
      "A share of fewer than 10, a mean or a net score of fewer than 30, and a share whose likely range covers more than 55 points are not spoken of. That is an answer: it asks for more records, not for a guess.",
    source: "The hub’s own rule, in every card, sentence and chart alike",
  },
];

/** What the hub does not do with figures, and why. */
export const notDone: readonly Omit<Method, "source">[] = [
  {
    name: "Ranking",
    words:
      "Whoever lies inside the lines of a funnel cannot be told from the whole, whatever order the figures come in.",
  },
  {
    name: "Narrowing a range because the list was short",
    words: `If 18 of a list of 24 had been drawn at random, the range would be ${finitePopulationFactor(18, 24).toFixed(2)} times as wide. Those who answer were not drawn, and the factor does nothing about those who did not: no figure is narrowed by it.`,
  },
  {
    name: "Before and after, beside others (difference in differences)",
    words:
      "It takes three years before, five schools that did not take part, and nothing else that changed. The figures do not say which schools a programme left out, so it is not offered.",
  },
  {
    name: "“Schools that used it did better”",
    words:
      "Schools choose what they use, and the better placed choose more. Nothing of the kind is worked out without a comparison that was planned.",
  },
];

/** How small a difference can be seen at all: what an evaluation in a school or a trust is up against. */
export const sizes: readonly { name: string; words: string }[] = [
  {
    name: "What training usually moves",
    words:
      "There are 128 studies of training for teachers. On average it moved pupils’ results by 0.09 standard deviations. In one place it may be anything from −0.15 to 0.32 (Pellegrini and others, 2025).",
  },
  {
    name: "What that takes to see",
    words: `${whole.format(pupilsNeeded(0.09))} pupils in each of two groups, and about ${whole.format(Math.round(pupilsNeeded(0.09, 25, 0.15) / 100) * 100)} where pupils are taught in classes of 25 that are alike.`,
  },
  {
    name: "What a school can see",
    words: `Two groups of ${[30, 60, 90, 180].map((size) => `${size} show ${detectableEffect(size).toFixed(2)}`).join(", of ")} standard deviations at the least.`,
  },
];
