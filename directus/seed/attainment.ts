import { type Published, round } from "./published.ts";
import type { Random } from "./random.ts";

/** The share at the expected standard in each primary, first year first; Quillmere's dip is why it was chosen. */
const expectedShares: Record<string, readonly number[]> = {
  "900001": [0.6, 0.63, 0.6, 0.65],
  "900002": [0.66, 0.64, 0.69, 0.68],
  "900003": [0.61, 0.41, 0.6, 0.63],
  "900004": [0.67, 0.6, 0.5, 0.71],
  "900005": [0.52, 0.54, 0.57, 0.56],
};

/** Pupils at the end of key stage 2. Thistleby's are so few that most of its figures are suppressed. */
const cohorts: Record<string, readonly number[]> = {
  "900001": [58, 60, 57, 59],
  "900002": [88, 90, 86, 89],
  "900003": [28, 29, 30, 27],
  "900004": [6, 5, 4, 7],
  "900005": [44, 41, 45, 43],
};

/** Attainment 8 and the pupils behind it. */
const attainment8: Record<string, { score: readonly number[]; pupils: number }> = {
  "900006": { score: [45.1, 45.9, 46.6, 46.2], pupils: 206 },
  "900007": { score: [41.8, 40.6, 42.9, 43.4], pupils: 148 },
  "900008": { score: [6.2, 7.4, 5.9, 6.8], pupils: 11 },
};

const suppressed = { code: "c", source: "SUPP" } as const;
const notPublished = { code: "x", source: "NA" } as const;

/** The end of key stage 2 in one primary school; `index` counts the published years from the first. */
export function keyStage2(urn: string, year: number, index: number, random: Random): Published[] {
  const pupils = cohorts[urn]![index]!;
  const share = Math.round(expectedShares[urn]![index]! * pupils) / pupils;
  const isFew = pupils <= 5;
  const status = isFew ? suppressed : undefined;
  const around = (mean: number, spread: number) => round(random.near(mean, spread), 1);
  const scaled = 104.5 + (share - 0.62) * 16;
  // No progress was published where the starting point was not tested.
  const hasProgress = year < 2023 || year > 2024;
  return [
    { measure: "ks2_rwm_expected", value: round(share, 4), population: pupils, unit: "percent", status },
    {
      measure: "ks2_rwm_higher",
      value: round(Math.round(share * 0.14 * pupils) / pupils, 4),
      population: pupils,
      unit: "percent",
      status,
    },
    { measure: "ks2_reading_average", value: around(scaled + 0.4, 0.5), population: pupils, unit: "points", status },
    { measure: "ks2_maths_average", value: around(scaled, 0.6), population: pupils, unit: "points", status },
    { measure: "ks2_gps_average", value: around(scaled + 0.2, 0.6), population: pupils, unit: "points", status },
    ...["reading", "writing", "maths"].map((subject): Published => {
      const value = around((share - 0.62) * 12, 0.7);
      const half = round(10.5 / Math.sqrt(pupils), 1);
      return {
        measure: `ks2_${subject}_progress`,
        value,
        limits: [round(value - half, 1), round(value + half, 1)],
        population: pupils,
        unit: "points",
        status: hasProgress ? status : notPublished,
      };
    }),
  ];
}

/** Key stage 4 in one secondary or special school; `index` counts the published years from the first. */
export function keyStage4(urn: string, year: number, index: number, random: Random): Published[] {
  const { score, pupils: usual } = attainment8[urn]!;
  const pupils = usual + random.integer(-Math.ceil(usual * 0.04), Math.ceil(usual * 0.04));
  const value = score[index]!;
  const isSpecial = value < 10;
  const progress = round(isSpecial ? -1.2 + random.near(0, 0.1) : (value - 46) / 12 + random.near(0, 0.05), 2);
  const half = round(2.5 / Math.sqrt(pupils), 2);
  const share = (atMean: number) => round(Math.round(Math.max(0, atMean + (value - 46) * 0.017) * pupils) / pupils, 4);
  const basics = isSpecial ? suppressed : undefined;
  // Of those who go there, a few could go back to a mainstream school each year.
  const leaving = random.integer(12, 15);
  const reached = (mean: number, of: number) => round(Math.round(random.near(mean, 0.04) * of) / of, 4);
  const own: Published[] = isSpecial
    ? [
        { measure: "own_attendance", value: reached(0.88, 500), population: 112, unit: "percent" },
        { measure: "own_reintegration", value: reached(0.45, leaving), population: leaving, unit: "percent" },
        { measure: "own_small_steps", value: reached(0.66, 104), population: 104, unit: "percent" },
      ]
    : [];
  // No progress in the two years whose pupils had taken no test at eleven.
  const hasProgress = year !== 2024 && year !== 2025;
  return [
    { measure: "ks4_attainment_8", value, population: pupils, unit: "points" },
    {
      measure: "ks4_progress_8",
      value: progress,
      limits: [round(progress - half, 2), round(progress + half, 2)],
      population: pupils,
      unit: "points",
      status: hasProgress ? undefined : notPublished,
    },
    { measure: "ks4_basics_95", value: share(0.455), population: pupils, unit: "percent", status: basics },
    { measure: "ks4_basics_94", value: share(0.65), population: pupils, unit: "percent", status: basics },
    {
      measure: "ks4_ebacc_aps",
      value: round(value * 0.088, 2),
      population: pupils,
      unit: "points",
      status: isSpecial ? { code: "z", source: "NE" } : undefined,
    },
    ...own,
  ];
}
