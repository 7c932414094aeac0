/** Whatever the product says by itself can be read by a fourteen-year-old: sentences, help, definitions, words explained. */
import { expect, test } from "vitest";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { statusReasons } from "../src/format.ts";
import { missingWords, nothingElse, surenessOf } from "../src/sentences/brief.ts";
import { chainOf } from "../src/sentences/chain.ts";
import { chartHelp } from "../src/sentences/chart-help.ts";
import { severityMeanings } from "../src/sentences/checks.ts";
import { claimLadder } from "../src/sentences/claims.ts";
import { directionWords, hiddenWords, intervalWords, unitWords } from "../src/sentences/definitions.ts";
import { glossary } from "../src/sentences/glossary.ts";
import { levelModel } from "../src/sentences/level-questions.ts";
import { levelCrosswalk } from "../src/sentences/levels.ts";
import { looksWords } from "../src/sentences/looks.ts";
import { methods, notDone, sizes } from "../src/sentences/methods.ts";
import type { Place } from "../src/sentences/place.ts";
import { questionBank } from "../src/sentences/question-bank.ts";
import { questionsFor } from "../src/sentences/questions.ts";
import { ruleBook } from "../src/sentences/rules/rules.ts";
import { findingsOf, programmeGaps } from "../src/sentences/story.ts";
import { ruleWords } from "../src/sentences/suppression.ts";
import { sentencesIn } from "./harness/page-words.ts";
import { countWords, fewestWords, readingAge } from "./harness/reading-age.ts";
import { inventedRelease } from "./harness/release.ts";

const oldest = 14;
const stop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Texts by where they stand: each long one is judged alone, the short ones of one place together. */
function judged(where: string, texts: readonly (string | null | undefined)[]): { where: string; text: string }[] {
  const all = texts.filter((text): text is string => Boolean(text)).map(stop);
  const long = all.filter((text) => countWords(text) >= fewestWords);
  const short = all.filter((text) => countWords(text) < fewestWords).join(" ");
  return [
    ...long.map((text) => ({ where, text })),
    ...(countWords(short) >= fewestWords ? [{ where: `${where}, short ones together`, text: short }] : []),
  ];
}

/** What is said of the invented trust and its schools. */
function saidOfPlaces(): string[] {
  const made = inventedRelease();
  const trust: Place = { name: "Larkmoor Learning Trust", urn: null, ...made.trust };
  const schools = made.schools.map(({ school, ...slice }) => ({ name: school.name, urn: school.urn, ...slice }));
  return [trust, ...schools].flatMap((place) => {
    const findings = findingsOf(made.catalogue, place, made.as_of, place.urn === null ? undefined : trust);
    const chain = chainOf(made.catalogue, place, made.as_of);
    const rest = nothingElse(findings, { since: null, hasSignals: true, href: "" });
    return [
      ...findings.flatMap(({ sentence, notes }) => [sentence, ...notes.map((note) => note.sentence)]),
      ...programmeGaps(findings, place, () => "").map(({ sentence }) => sentence),
      ...questionsFor(findings, place).map(({ text }) => text),
      ...(chain?.links.map(({ what, note }) => `${what}: ${note}`) ?? []),
      chain?.reach ?? "",
      looksWords(findings) ?? "",
      surenessOf(findings) ?? "",
      missingWords(findings) ?? "",
      rest?.sentence ?? "",
    ];
  });
}

/** Where the site's own words stand. */
const written = ["pages", "components", "sentences", "evaluate", "imports", "tasks", "papers"].flatMap((folder) => [
  `src/${folder}/**/*.astro`,
  `src/${folder}/**/*.ts`,
]);

const { policy } = inventedRelease().catalogue;
const measures = await loadCatalogue();
const texts = [
  ...judged(
    "the words explained",
    glossary.map(({ meaning }) => meaning),
  ),
  ...judged("how to read a chart", Object.values(chartHelp)),
  ...judged("why a figure is missing", Object.values(statusReasons)),
  ...judged("what the levels are", Object.values(levelCrosswalk)),
  ...Object.entries(levelModel).flatMap(([level, { asks, methods: ways, measured }]) =>
    judged(`what ${level} asks`, [...asks, ...ways, ...measured]),
  ),
  ...judged(
    "the fifteen questions",
    questionBank.map(({ text }) => text),
  ),
  ...judged(
    "the strength of claims",
    claimLadder.map(({ meaning }) => meaning),
  ),
  ...judged("what is said of places", [...new Set(saidOfPlaces())]),
  ...judged(
    "when something is said",
    ruleBook.flatMap(({ rules }) => rules.map(({ fires }) => `Said when ${fires}`)),
  ),
  ...judged("checks and hiding", [
    ...Object.values(severityMeanings),
    ...Object.values(ruleWords).map(({ meaning }) => meaning),
  ]),
  ...methods.flatMap(({ name, words }) => judged(`how “${name}” is worked out`, [words])),
  ...[...notDone, ...sizes].flatMap(({ name, words }) => judged(`about “${name}”`, [words])),
  ...judged("units and directions", [...Object.values(unitWords), ...Object.values(directionWords)]),
  ...judged(
    "likely ranges",
    Object.values(intervalWords).map(({ words }) => words),
  ),
  ...sentencesIn(written).flatMap(({ file, texts: found }) => judged(file, found)),
  ...measures.flatMap(({ id, definition: measure }) =>
    judged(`the measure ${id}`, [
      measure.title,
      measure.question,
      measure.numerator,
      measure.denominator,
      measure.source,
      ...measure.caveats,
      hiddenWords(measure, policy),
    ]),
  ),
];

test("the measure of reading age gives what its authors give, and tells hard from plain", () => {
  // Flesch-Kincaid grade 0.39 × 10 + 11.8 × 1.1 − 15.59 = 1.29, and five years.
  expect(readingAge("The old man sat by the door and looked about.")).toBeCloseTo(1.29 + 5, 1);
  expect(readingAge("Organisational considerations necessitate comprehensive reconceptualisation.")).toBeGreaterThan(
    20,
  );
});

test("everything that the product says by itself can be read at fourteen", () => {
  const hard = texts
    .map(({ where, text }) => ({ where, age: Math.round(readingAge(text) * 10) / 10, text }))
    .filter(({ age }) => age > oldest);
  expect(texts.length).toBeGreaterThan(100);
  expect(hard.map(({ where, age, text }) => `${age} ${where}: ${text}`)).toEqual([]);
});
