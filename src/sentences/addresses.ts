/** Where the pages of a place are, with what the reader has chosen kept in every address. */
import type { Place } from "./place.ts";

/** What a reader looks at: the year, and the one it is compared with. Null: the last full year, and the year before. */
export interface YearChoice {
  year: number | null;
  since: number | null;
}

/** The addresses of a place. */
export interface Addresses {
  /** A measure's page. */
  measure: (id: string) => string;
  /** Any page that can show one place: `/value#subscriptions` keeps its end, `/measures/barriers_met?school=trust` its school. */
  page: (path: string) => string;
}

/** The addresses of a place: each names the school, and the year where one was chosen. */
export function addressesOf(
  { urn }: Pick<Place, "urn">,
  { year }: YearChoice = { year: null, since: null },
): Addresses {
  const school = urn ?? "trust";
  return {
    measure: (id) => `/measures/${id}?school=${school}${year === null ? "" : `&time_period=${year}`}`,
    page: (path) => {
      const [before, anchor] = path.split("#") as [string, string | undefined];
      const [at, own] = before.split("?") as [string, string | undefined];
      const yearName = at.startsWith("/measures/") ? "time_period" : "year";
      const asked = `${own ?? `school=${school}`}${year === null ? "" : `&${yearName}=${year}`}`;
      return `${at}?${asked}${anchor === undefined ? "" : `#${anchor}`}`;
    },
  };
}
