/** What can honestly be said of a published share that came without a likely range. */
import { capitalised, counted, listed, shownBenchmark, shownFigure, shownNumber } from "../../format.ts";
import { fewestForMedian } from "../../statistics/run-chart.ts";
import { totalsOf } from "../place.ts";
import { fullYears, type ValueReading } from "../reading.ts";
import type { Rule } from "./rule.ts";

/** With more posts than these, one more or fewer moves the share too little to be worth saying. */
const movesVisibly = 100;

/** Each that fires is told. */
export const publishedRules: readonly Rule[] = [
  {
    name: "Published without a likely range",
    fires:
      "a share was published without a likely range: what it stands beside that year, and why chance cannot be told",
    tell: (reading) => {
      const { measure, figure, isSoFar } = reading;
      if (measure.counts !== "published" || measure.unit !== "percent" || measure.interval !== "none") return null;
      if (figure.lower !== null || isSoFar) return null;
      return { sentence: [besideWords(reading), whyWords(reading), yearsWords(reading)].filter(Boolean).join(" ") };
    },
  },
];

/** What the trust and the country showed in the same year. */
function besideWords({ measure, figure, whole, national, value, when }: ValueReading): string | null {
  const total = whole && totalsOf(whole, measure.id).find(({ time_period }) => time_period === figure.time_period);
  const isSameYear = national?.value != null && national.time_period === figure.time_period;
  const beside = [
    ...(total && total.value !== null ? [`${shownFigure(total, measure.unit)} in ${whole.name}`] : []),
    ...(isSameYear ? [`${shownBenchmark(national.value!, measure.unit)} in ${national.geography_name}`] : []),
  ];
  return beside.length > 0 ? `${value} ${when}, beside ${listed(beside)}.` : null;
}

/** Full-time equivalents are parts of posts, which do not come and go one by one, so no range can be worked out from them (statistics: workforce). */
function whyWords({ measure, figure: { denominator } }: ValueReading): string {
  const isOfPosts = /full-time equivalent/i.test(measure.denominator);
  const why = isOfPosts
    ? "Whether that is beyond chance cannot be told: it counts parts of posts, not people, and was published without a range."
    : "Whether that is beyond chance cannot be told: it was published without a range.";
  if (!isOfPosts || denominator === null || denominator < 1 || denominator > movesVisibly) return why;
  const points = Math.max(1, Math.round(100 / denominator));
  return `${why} Among ${shownNumber(denominator, "count")} full-time posts, one more or fewer moves it by about ${counted(points, "point")}.`;
}

/** What the years show where they are too few for a run chart; with more, the run chart's own rule speaks. */
function yearsWords(reading: ValueReading): string | null {
  const years = fullYears(reading).filter(({ value }) => value !== null).length;
  if (years >= fewestForMedian) return null;
  return `${capitalised(counted(years, "published year"))} ${years === 1 ? "is" : "are"} too few to tell a lasting change from ups and downs (it takes ${fewestForMedian}).`;
}
