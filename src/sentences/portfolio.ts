/** What a portfolio says of a person's development, in words and sums. */
import type { PortfolioActivity } from "../data/portfolio.ts";
import { shownDate } from "../format.ts";
import { academicYearOf } from "./years.ts";

/** One academic year of somebody's development. */
export interface PortfolioYear {
  time_period: number;
  /** Activities they took part in and came to. */
  attended: number;
  hours: number;
  /** Activities they ran or coached in. */
  led: number;
}

const came = ({ state }: PortfolioActivity) => state === "attended" || state === "completed";
const isLed = ({ role }: PortfolioActivity) => role !== "participant";

/** Activities and hours by academic year, latest first: the year in which an activity began. What nobody came to, and what has no date, is not counted. */
export function portfolioYears(activities: PortfolioActivity[]): PortfolioYear[] {
  const years = new Map<number, PortfolioYear>();
  for (const activity of activities.filter(came)) {
    if (activity.starts_on === null) continue;
    const time_period = academicYearOf(activity.starts_on);
    const year = years.get(time_period) ?? { time_period, attended: 0, hours: 0, led: 0 };
    if (isLed(activity)) year.led += 1;
    else {
      year.attended += 1;
      year.hours += activity.hours ?? 0;
    }
    years.set(time_period, year);
  }
  return [...years.values()].sort((one, other) => other.time_period - one.time_period);
}

/** What somebody took part in, and what they ran, without what they did not come to. */
export function byPart(activities: PortfolioActivity[]): { taken: PortfolioActivity[]; led: PortfolioActivity[] } {
  const shown = activities.filter(({ state }) => state !== "withdrawn" && state !== "absent");
  return { taken: shown.filter((activity) => !isLed(activity)), led: shown.filter(isLed) };
}

/** `3 September 2024 to 31 August 2026`, `since 3 September 2024`, or a dash. */
export function shownSpell(starts_on: string | null, ends_on: string | null): string {
  if (starts_on === null) return ends_on === null ? "–" : `until ${shownDate(ends_on)}`;
  return ends_on === null ? `since ${shownDate(starts_on)}` : `${shownDate(starts_on)} to ${shownDate(ends_on)}`;
}
