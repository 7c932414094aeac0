import { setTimeout as wait } from "node:timers/promises";
import { HubError } from "../errors.ts";
import type { Duty } from "./duty.ts";

/** How often the clock is looked at; after a fault, too, that is when it is tried again. */
const lookEveryMs = 15 * 60 * 1_000;

/** E-mails go out between these hours of the clock. */
const morning = 7;
const evening = 19;

const hourInLondon = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" });

/** The hour on the clocks of England at a moment, from 0 to 23. */
export function londonHour(moment: Date): number {
  return Number(hourInLondon.format(moment));
}

/**
 * Which duties are to be done now: those of the day when it has not had them yet, those of the morning besides when it is time.
 *
 * @param done - the last day on which each kind was done; empty for never
 */
export function dueNow(today: string, hour: number, done: Record<Duty["when"], string>): Duty["when"][] {
  const isTime = hour >= morning && hour < evening;
  const due: Duty["when"][] = [];
  if (done.day !== today) due.push("day");
  if (done.morning !== today && isTime) due.push("morning");
  return due;
}

/**
 * Does the duties at the start and then every day, until it is stopped. What is missed is made up for at the next look.
 *
 * @param readToday - the civil day in England, asked anew each time
 * @param run - does the duties of these kinds
 * @param say - prints a line
 */
export async function watchDuties(
  readToday: () => string,
  run: (kinds: Duty["when"][]) => Promise<void>,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const done: Record<Duty["when"], string> = { day: "", morning: "" };
  let fault = "";
  while (!signal?.aborted) {
    try {
      const today = readToday();
      const kinds = dueNow(today, londonHour(new Date()), done);
      if (kinds.length > 0) await run(kinds);
      for (const kind of kinds) done[kind] = today;
      fault = "";
    } catch (cause) {
      if (!(cause instanceof HubError)) throw cause;
      if (cause.message !== fault) say(cause.message);
      fault = cause.message;
    }
    await wait(lookEveryMs, undefined, signal ? { signal } : {}).catch(() => {});
  }
}
