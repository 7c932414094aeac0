import { keyStage2, keyStage4 } from "./attainment.ts";
import { academicYears, timePeriod } from "./calendar.ts";
import type { Published } from "./published.ts";
import { randomStream } from "./random.ts";
import { demoSchools } from "./schools.ts";
import { workforce } from "./workforce.ts";

type Row = Record<string, unknown>;

/** What a figure is about, as the columns of `outcomes` say it. */
interface Place {
  geographic_level: "school" | "national";
  school_urn: string | null;
  geography_code: string | null;
  geography_name: string;
}

const invented = {
  source_title: "Invented for the demonstration",
  source_url: null,
  publisher: "invented",
  licence: "Invented figures, free to use",
};

/** The rows of `outcomes` for the four years that have been published, with the gaps that published years have. */
export function outcomeRows(today: string, batch: string): Row[] {
  const random = randomStream("outcomes");
  const years = academicYears(today).slice(0, 4);
  const rows: Row[] = [];
  const write = (place: Place, year: number, published: Published[]) => {
    // The latest year is provisional until the spring after.
    const isLatest = year === years.at(-1) && today < `${year + 2}-03-01`;
    for (const { measure, value, limits, population, unit, status } of published) {
      rows.push({
        id: random.uuid(),
        ...place,
        published_urn: place.school_urn,
        measure_code: measure,
        time_period: timePeriod(year),
        breakdown: "total",
        category: "Total",
        value: status ? null : value,
        lower: status ? null : (limits?.[0] ?? null),
        upper: status ? null : (limits?.[1] ?? null),
        population: population ?? null,
        unit,
        status_code: status?.code ?? "",
        source_code: status?.source ?? null,
        release_status: isLatest ? "provisional" : "final",
        ...invented,
        ...(place.school_urn === null ? { source_title: "Invented national figure for the demonstration" } : {}),
        retrieved_on: today,
        status: "active",
        import_batch: batch,
      });
    }
  };

  for (const school of demoSchools) {
    const place: Place = {
      geographic_level: "school",
      school_urn: school.urn,
      geography_code: null,
      geography_name: school.name,
    };
    for (const [index, year] of years.entries()) {
      if (school.phase === "primary") write(place, year, keyStage2(school.urn, year, index, random));
      else write(place, year, keyStage4(school.urn, year, index, random));
      write(place, year, workforce(school, year, index, years, random));
    }
  }
  const nation: Place = {
    geographic_level: "national",
    school_urn: null,
    geography_code: null,
    geography_name: "All schools (invented)",
  };
  for (const [index, year] of years.entries()) write(nation, year, national(index));
  return rows;
}

/** The same measures for a nation that does not exist, so that every comparison has something to show. */
function national(index: number): Published[] {
  return [
    { measure: "ks2_rwm_expected", value: [0.6, 0.61, 0.62, 0.63][index]!, unit: "percent" },
    { measure: "ks2_rwm_higher", value: [0.08, 0.08, 0.09, 0.09][index]!, unit: "percent" },
    { measure: "ks2_reading_average", value: [105, 105, 106, 106][index]!, unit: "points" },
    { measure: "ks2_maths_average", value: [104, 104, 105, 105][index]!, unit: "points" },
    { measure: "ks4_basics_95", value: [0.453, 0.456, 0.459, 0.461][index]!, unit: "percent" },
    { measure: "ks4_attainment_8", value: [46.4, 46.1, 46, 46.2][index]!, unit: "points" },
    { measure: "workforce_qts_share", value: [0.972, 0.971, 0.97, 0.969][index]!, unit: "percent" },
    ...(index < 3
      ? ([
          { measure: "workforce_turnover_share", value: [0.152, 0.149, 0.147][index]!, unit: "percent" },
          { measure: "workforce_left_system_share", value: [0.087, 0.086, 0.084][index]!, unit: "percent" },
          { measure: "workforce_moved_school_share", value: [0.065, 0.063, 0.063][index]!, unit: "percent" },
        ] as const)
      : []),
  ];
}
