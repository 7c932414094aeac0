import { setTimeout as wait } from "node:timers/promises";
import type { Visitor } from "./bench-pages.ts";

const requestsEachSecond = 50;
const seconds = 10;

/** Signs in as a browser without JavaScript does; returns the session's cookie. */
async function signIn({ address, email, password }: Visitor): Promise<string> {
  const answer = await fetch(`${address}/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: address },
    body: new URLSearchParams({ email, password }),
    redirect: "manual",
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** How long the server takes to answer, whole, at a steady 50 requests a second for ten seconds: the middle and the 99th percentile. */
export async function measureAnswers(visitor: Visitor, pages: string[]): Promise<{ what: string; value: string }[]> {
  const cookie = await signIn(visitor);
  const rows = [];
  for (const page of pages) {
    const ask = async () => {
      const started = performance.now();
      const answer = await fetch(visitor.address + page, { headers: { cookie } });
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
    const at = (share: number) => `${times[Math.floor(times.length * share)]!.toFixed(1)} ms`;
    rows.push({
      what: `Answer of ${page} at ${requestsEachSecond} requests/s: median, p99`,
      value: `${at(0.5)}, ${at(0.99)}`,
    });
  }
  return rows;
}
