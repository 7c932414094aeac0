import Papa from "papaparse";
import { type Audience, audience, type Figure, figureColumns } from "../../pipelines/contract.ts";
import { type FigureFilter, readCatalogue, readTrust } from "../data/measures.ts";

/** What is wrong with a question, in words for whoever asked it; status 400. */
export class BadQuestion extends Error {
  override name = "BadQuestion";
}

const parameters = ["measure", "school", "time_period", "breakdown", "audience"];

function onlyOne(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  if (values.length > 1) throw new BadQuestion(`"${name}" is there ${values.length} times; ask for one at a time.`);
  return values[0];
}

/** An academic year as its number, such as 202526. */
function yearOf(value: string): number {
  const [start, end] = [Number(value.slice(0, 4)), Number(value.slice(4))];
  if (!/^\d{6}$/.test(value) || (start + 1) % 100 !== end)
    throw new BadQuestion(`"time_period" must be an academic year as six digits, such as 202526 for 2025/26.`);
  return Number(value);
}

/**
 * Reads which figures an address asks for.
 *
 * @throws BadQuestion when it names a parameter, measure, school, year, breakdown or audience that there is not. It does not say whether
 * a reader may see what they ask for: `figuresFor` does
 */
export async function readQuestion(query: URLSearchParams): Promise<FigureFilter> {
  const unknown = [...query.keys()].find((name) => !parameters.includes(name));
  if (unknown !== undefined) throw new BadQuestion(`There is no parameter of that name; use ${parameters.join(", ")}.`);
  const [{ measures }, { schools }] = await Promise.all([readCatalogue(), readTrust()]);
  const measure = onlyOne(query, "measure");
  if (measure !== undefined && !measures.some(({ id }) => id === measure))
    throw new BadQuestion(`There is no such "measure"; /api/measures lists them by id.`);
  const school = onlyOne(query, "school");
  if (school !== undefined && school !== "trust" && !schools.some(({ urn }) => urn === school))
    throw new BadQuestion(`"school" must be the URN of a school here, or "trust" for the totals.`);
  const breakdown = onlyOne(query, "breakdown");
  if (
    breakdown !== undefined &&
    breakdown !== "total" &&
    !measures.some(({ breakdowns }) => breakdowns.includes(breakdown))
  )
    throw new BadQuestion(`There is no such "breakdown"; use "total" or one that /api/measures lists.`);
  const year = onlyOne(query, "time_period");
  return {
    measure,
    school,
    breakdown,
    time_period: year === undefined ? undefined : yearOf(year),
    audience: readAudience(query),
  };
}

/**
 * For whom the figures are that an address asks for: `signed_in` (the reader, unless it says otherwise) or `leaving`.
 *
 * @throws BadQuestion when it is neither
 */
export function readAudience(query: URLSearchParams): Audience {
  const asked = audience.safeParse(onlyOne(query, "audience") ?? "signed_in");
  if (asked.success) return asked.data;
  throw new BadQuestion(`"audience" must be "signed_in", or "leaving" for what may be passed on.`);
}

/** Figures as CSV: one row each, in the order of `figureColumns`, empty where there is no value. A text that a spreadsheet would run as a formula is kept as text. */
export function asCsv(figures: Figure[]): string {
  return `${Papa.unparse({ fields: figureColumns, data: figures }, { escapeFormulae: true })}\r\n`;
}

/** A CSV file to keep, under a name. */
export function csvFile(figures: Figure[], name: string): Response {
  return new Response(asCsv(figures), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}.csv"` },
  });
}
