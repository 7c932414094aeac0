/**
 * Papers from the live release, without a running site: `npm run paper`. The words that people write come from the record where it
 * answers; where it does not, the papers say so.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, extname, join } from "node:path";
import { HubError } from "../pipelines/errors.ts";
import { readRelease, readTrust, withLiveRelease } from "../src/data/measures.ts";
import { bookOf } from "../src/data/paper-book.ts";
import { type PaperQuestion, readPaperSource } from "../src/data/papers.ts";
import { NoRelease, NotFound, ReleaseDamaged } from "../src/data/refusal.ts";
import { shownYear } from "../src/format.ts";
import { type Form, forms } from "../src/papers/addresses.ts";
import { composePaper } from "../src/papers/compose.ts";
import { fileName } from "../src/papers/file-name.ts";
import { Workshop } from "../src/papers/workshop.ts";
import { lastFullYear } from "../src/sentences/years.ts";
import type { Reader } from "../src/session/reader.ts";
import { help, type PaperArguments, readArguments } from "./paper-arguments.ts";
import { step } from "./steps.mjs";

/** Whoever runs programs on this machine can read every file of the release anyway. */
const everything: Reader = {
  userId: "npm run paper",
  role: "system_administrator",
  label: "npm run paper",
  seesTrust: true,
  schoolUrns: [],
  keeps: "all",
  mayExport: true,
  mayExportAnswers: false,
};

/** What one paper came to. */
interface Outcome {
  path: string;
  leftOut: string[];
  isRecordKnown: boolean;
}

/** Makes one paper and writes its files. */
async function writePaper(
  workshop: Workshop,
  question: PaperQuestion,
  wanted: readonly Form[],
  pathOf: (name: string) => string,
): Promise<Outcome[]> {
  const source = await readPaperSource(everything, question);
  const book = await bookOf(everything, composePaper(question.kind, source));
  const { paper, files } = await workshop.make(book, wanted);
  const outcomes: Outcome[] = [];
  for (const form of wanted) {
    const path = pathOf(fileName(paper, form));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, files[form]!);
    outcomes.push({ path, leftOut: paper.leftOut, isRecordKnown: source.isRecordKnown });
  }
  return outcomes;
}

/** More programs than this want more memory than they save time. */
const mostPrograms = 4;

/** The board paper and the annual report of the trust and every school, each as PDF and Word file, and the figures of each place. */
async function writeAll(folder: string, timePeriod: number, report: (detail: string) => void): Promise<Outcome[]> {
  const { schools } = await readTrust();
  const places = [null, ...schools.map(({ urn }) => urn)];
  const outcomes: Outcome[][] = [];
  let next = 0;
  const work = async (workshop: Workshop): Promise<void> => {
    for (let at = next++; at < places.length; at = next++) {
      report(`${at} of ${places.length} places`);
      const urn = places[at] ?? null;
      const pathOf = (name: string) => join(folder, urn ?? "trust", name);
      const board = await writePaper(workshop, { kind: "board_paper", urn, timePeriod }, ["pdf", "docx"], pathOf);
      const annual = { kind: "annual_report" as const, urn, timePeriod };
      outcomes[at] = [...board, ...(await writePaper(workshop, annual, ["pdf", "docx", "xlsx"], pathOf))];
    }
  };
  const programs = Math.min(mostPrograms, availableParallelism(), places.length);
  await Promise.all(Array.from({ length: programs }, () => work(new Workshop())));
  return outcomes.flat();
}

/** The form that a file's ending asks for. */
function formOf(out: string): Form {
  const ending = extname(out).slice(1).toLowerCase();
  if (Object.hasOwn(forms, ending)) return ending as Form;
  throw new HubError({
    at: `--out ${out}`,
    problem: "does not end in .pdf, .docx or .xlsx",
    fix: "Choose the form of the paper by the ending of its file",
  });
}

async function write(choices: PaperArguments): Promise<void> {
  const { release } = await readRelease();
  const timePeriod = choices.timePeriod ?? lastFullYear(release.as_of);
  const { out } = choices;
  const outcomes = choices.isAll
    ? await step(`Making every paper of ${shownYear(timePeriod)}`, "", (report: (detail: string) => void) =>
        writeAll(out, timePeriod, report),
      )
    : await writePaper(new Workshop(), { kind: choices.kind, urn: choices.urn, timePeriod }, [formOf(out)], () => out);
  for (const { path, leftOut } of outcomes) {
    console.log(path);
    // Once for each paper, not for each of its forms.
    if (path.endsWith(".pdf") || !choices.isAll) for (const sentence of leftOut) console.log(`  ${sentence}`);
  }
  if (outcomes.some(({ isRecordKnown }) => !isRecordKnown))
    console.warn(
      "The record does not answer, so the words that people write are missing. Start the hub (npm start) and run this again.",
    );
}

/** What stands in the way, in words about what to do. */
function asFault(cause: unknown, choices: PaperArguments | null): unknown {
  if (cause instanceof NotFound)
    return new HubError({
      at: `--school ${choices?.urn}`,
      problem: "is not a school of the release",
      fix: "Give the URN of one of the organisation's schools, or --trust",
      cause,
    });
  if (cause instanceof NoRelease || cause instanceof ReleaseDamaged)
    return new HubError({
      at: "npm run paper",
      problem: "there is no whole release to make papers from",
      fix: "Run npm start or npm run pipeline first, with the same DATA_DIR",
      cause,
    });
  return cause;
}

let choices: PaperArguments | null = null;
try {
  choices = readArguments(process.argv.slice(2));
  if (choices === null) console.log(help);
  else await withLiveRelease(() => write(choices!));
} catch (cause) {
  const fault = asFault(cause, choices);
  console.error(fault instanceof HubError ? fault.message : fault);
  process.exitCode = 1;
}
