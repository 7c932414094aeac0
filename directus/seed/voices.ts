import { academicYears, schoolDay, timePeriod } from "./calendar.ts";
import { type Random, randomStream } from "./random.ts";
import { type DemoSchool, demoSchools, joinedOn } from "./schools.ts";

type Row = Record<string, unknown>;

/** What share of pupils agreed, by what they were asked, in an ordinary school. */
const usual = {
  pupil_voice_enjoyment: 0.71,
  pupil_voice_understanding: 0.74,
  pupil_voice_confidence: 0.66,
  pupil_voice_wellbeing: 0.69,
  pupil_voice_behaviour: 0.62,
};

/** What inspectors judged, from 1 to 4; since September 2024 there is no judgement of a school as a whole. */
const graded = [
  "inspection_quality_of_education",
  "inspection_behaviour",
  "inspection_personal_development",
  "inspection_leadership",
];

/** What report cards say since November 2025: safeguarding is met (1) or not (0), the rest runs from 1 to 5. */
const carded = [
  "report_card_safeguarding",
  "report_card_inclusion",
  "report_card_curriculum",
  "report_card_achievement",
  "report_card_attendance",
  "report_card_development",
  "report_card_leadership",
];

/** The rows of `outcomes` that are not published figures: the pupils' survey each summer and the latest inspections, all invented. */
export function voiceRows(today: string, batch: string): Row[] {
  const random = randomStream("voices");
  const years = academicYears(today).slice(0, 4);
  return demoSchools.flatMap((school) =>
    [
      ...years
        .filter((year) => joinedOn(school, today) <= `${year}-09-01`)
        .flatMap((year, index) => survey(school, year, index, random)),
      ...inspection(school, years, random),
    ].map((row) => ({
      id: random.uuid(),
      ...row,
      ...place(school),
      retrieved_on: today,
      status: "active",
      import_batch: batch,
    })),
  );
}

function place(school: DemoSchool): Row {
  return {
    geographic_level: "school",
    school_urn: school.urn,
    geography_code: null,
    geography_name: school.name,
    published_urn: school.urn,
    breakdown: "total",
    category: "Total",
    lower: null,
    upper: null,
    source_url: null,
    publisher: "invented",
    licence: "Invented figures, free to use",
  };
}

function survey({ pupils, urn }: DemoSchool, year: number, index: number, random: Random): Row[] {
  const asked = Math.round(pupils * random.near(0.42, 0.04));
  return Object.entries(usual).map(([measure_code, share]) => {
    // Reading is enjoyed more where the programme has been; nothing else moves but by chance.
    const rise =
      measure_code === "pupil_voice_enjoyment" && ["900001", "900002", "900005"].includes(urn) ? 0.02 * index : 0;
    const agreed = Math.round(asked * Math.min(0.97, Math.max(0.3, random.near(share + rise, 0.03))));
    return {
      measure_code,
      time_period: timePeriod(year),
      value: agreed / asked,
      population: asked,
      unit: "percent",
      status_code: "",
      release_status: "final",
      source_title: `Invented survey of pupils, summer ${year + 1}`,
    };
  });
}

function inspection({ urn }: DemoSchool, years: number[], random: Random): Row[] {
  const year = years[Number(urn.slice(-1)) % years.length]!;
  const isCard = year >= 2025;
  const grade = (measure_code: string) => {
    if (measure_code === "report_card_safeguarding") return 1;
    if (isCard) return Number(random.weighted({ 2: 0.3, 3: 0.6, 4: 0.1 }));
    if (urn === "900003" && year < years.at(-1)!) return 3;
    return random.weighted({ 1: 0.15, 2: 0.85 }) === "1" ? 1 : 2;
  };
  return (isCard ? carded : graded).map((measure_code) => ({
    measure_code,
    time_period: timePeriod(year),
    value: grade(measure_code),
    population: null,
    unit: "points",
    status_code: "",
    release_status: "final",
    source_title: `Invented inspection of ${schoolDay(year, 3, 12)}`,
  }));
}
