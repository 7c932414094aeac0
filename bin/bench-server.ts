import { setTimeout as wait } from "node:timers/promises";
import { budgets, type Measurement, overBudget } from "./bench-budgets.ts";

const requestsEachSecond = 50;
const seconds = 10;

/** How long the server takes to answer, whole, at a steady 50 requests a second for ten seconds: the middle and the 99th percentile. */
export async function measureAnswers(site: string, cookie: string, pages: string[]): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  for (const page of pages) {
    const ask = async () => {
      const started = performance.now();
      const answer = await fetch(site + page, { headers: { cookie } });
      await answer.text();
      if (!answer.ok || answer.redirected) throw new Error(`${page} answered ${answer.status}`);
      return performance.now() - started;
    };
    await ask();
    const asked: Promise<number>[] = [];
    for (let count = 0; count < requestsEachSecond * seconds; count++) {
      asked.push(ask());
      await wait(1000 / requestsEachSecond);
    }
    const times = (await Promise.all(asked)).sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor(times.length * share)]!;
    rows.push({
      what: `Answer of ${page} at ${requestsEachSecond} requests/s: median, p99`,
      value: `${at(0.5).toFixed(1)} ms, ${at(0.99).toFixed(1)} ms`,
      missed: overBudget(["ms", at(0.99), budgets.answerMs]),
    });
  }
  return rows;
}
