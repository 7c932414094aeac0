import type { Result, RunnerResult } from "lighthouse";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { budgets, leastScores, type Measurement, overBudget } from "./bench-budgets.ts";
import type { Visit } from "./bench-visits.ts";
import { requireFreePort } from "./processes.ts";

const debuggingPort = 4391;

/** Nothing but this machine has a name, so no request leaves it. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-software-rasterizer",
  "--disable-background-networking",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  `--remote-debugging-port=${debuggingPort}`,
];

/** How often each page is judged; its scores are the middle ones. */
const runs = 3;

/**
 * Has Lighthouse judge pages as it does by itself: on a slow telephone with a slow connection, both simulated.
 *
 * @param executablePath - of a Chromium
 * @param say - is told each line of the table as soon as it is known, for this takes minutes
 */
export async function judgePages(
  executablePath: string,
  visits: readonly Visit[],
  say: (line: string) => void,
): Promise<Measurement[]> {
  await requireFreePort(debuggingPort, "the measurements'");
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const rows: Measurement[] = [];
    for (const [at, visit] of visits.entries()) {
      const results: Result[] = [];
      for (let run = 0; run < runs; run++) results.push(await judge(visit));
      const row = rowOf(visit, results);
      say(`${at + 1} of ${visits.length}: ${row.what}  ${row.value}  ${row.missed!.join(", ")}`);
      rows.push(row);
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** One run; tried again where a busy machine painted nothing in time, twice at most. */
async function judge(visit: Visit, triesLeft = 2): Promise<Result> {
  const { kind, address, cookie } = visit;
  const result: RunnerResult | undefined = await lighthouse(address, {
    port: debuggingPort,
    logLevel: "error",
    onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
    // A form is opened by its address alone, so it tells search engines to stay away: that one audit is left out.
    ...(kind === "a form" && { skipAudits: ["is-crawlable"] }),
    ...(cookie && { extraHeaders: { cookie } }),
  });
  const { lhr } = result!;
  if (lhr.categories["performance"]?.score === null && triesLeft > 0) return judge(visit, triesLeft - 1);
  if (lhr.runtimeError) throw new Error(`Lighthouse could not judge ${kind}: ${lhr.runtimeError.message}`);
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(address).pathname)
    throw new Error(`The address of ${kind} led elsewhere`);
  return lhr;
}

function rowOf({ kind }: Visit, results: readonly Result[]): Measurement {
  const middle = (value: (result: Result) => number) =>
    results.map(value).sort((one, other) => one - other)[Math.floor(results.length / 2)]!;
  const score = (category: string) => middle(({ categories }) => Math.round(100 * (categories[category]!.score ?? 0)));
  const number = (audit: string) => middle(({ audits }) => audits[audit]!.numericValue ?? 0);
  const scores = {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
  };
  const layoutShift = number("cumulative-layout-shift");
  const isLow = Object.entries(leastScores).some(([name, least]) => scores[name as keyof typeof scores] < least);
  return {
    what: `Lighthouse on ${kind}: performance, accessibility, best practices, SEO, layout shift, largest paint`,
    value: [
      ...Object.values(scores),
      layoutShift.toFixed(3),
      `${(number("largest-contentful-paint") / 1000).toFixed(1)} s`,
    ].join(", "),
    missed: [
      ...(isLow ? [...new Set(results.flatMap(faultsOf))] : []),
      ...overBudget(["layout shift", layoutShift, budgets.layoutShift]),
    ],
  };
}

/** Audits that lower a score; those of performance are measured, so they say how much. */
function faultsOf({ categories, audits }: Result): string[] {
  return Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const { score, title, displayValue } = audits[id]!;
      const isFault = weight > 0 && score !== null && score < 0.9;
      return isFault ? `${title}${displayValue ? ` (${displayValue})` : ""}` : [];
    }),
  );
}
