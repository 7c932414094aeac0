/** The evaluation report of one course, as it may leave the log-in. */
import {
  answerScales,
  type Catalogue,
  type CourseItem,
  type CourseReport,
  type CourseWave,
  type Release,
} from "../../pipelines/contract.ts";
import { shownPounds } from "../cycle/money.ts";
import { listed, shownCount, shownDate, shownNumber } from "../format.ts";
import type { Place } from "../sentences/place.ts";
import { academicYearOf } from "../sentences/years.ts";
import { gap, list, words, writtenWords } from "./blocks.ts";
import { costNames, plainTable } from "./cycle.ts";
import type { Block, Paper, Section, Table } from "./paper.ts";
import { paperHead } from "./paper-head.ts";

/** What a course's report is composed from. */
export interface CourseSource {
  catalogue: Catalogue;
  /** Who held it: the trust, or one of its schools. */
  host: Pick<Place, "name" | "urn">;
  /** The names of the schools that took part. */
  schools: readonly string[];
  report: CourseReport;
  release: Pick<Release, "id" | "as_of" | "records_up_to">;
}

/**
 * The report of a course. A wave of fewer answers than may leave the log-in says only that, and then the sentences about the whole, which
 * speak of both waves, stay inside as well.
 */
export function courseReport({ catalogue, host, schools, report, release }: CourseSource): Paper {
  const least = catalogue.policy.threshold_leaving;
  const waves = [report.end_of_session, ...(report.follow_up ? [report.follow_up] : [])];
  // Of a hidden wave no sentence holds a number.
  const mayLeave = waves.every((wave) => wave.status === "[c]" || allLeave(wave, least));
  const place: Place = { ...host, figures: [], benchmarks: [] };
  const timePeriod = academicYearOf(report.ended_on);
  const sections: Section[] = [
    {
      heading: "In short",
      blocks: mayLeave
        ? list(report.sentences)
        : [words(`So few answered that not every figure leaves the log-in: it takes ${least} answers.`)],
    },
    { heading: "At the end", blocks: waveBlocks(report.end_of_session, least) },
    {
      heading: "Months later",
      blocks: report.follow_up ? waveBlocks(report.follow_up, least) : [gap(noFollowUp(catalogue))],
    },
    {
      heading: "Further training asked for",
      blocks: [
        report.further_training
          ? writtenWords(report.further_training)
          : gap("Not summed up yet. A CPD administrator writes it in the Studio, with the activity."),
      ],
    },
    {
      heading: "What it cost",
      blocks: [
        costTable(report) ??
          gap(
            "No costs are recorded, or it was for so few that they could be one person’s. They are entered in the Studio, or imported.",
          ),
      ],
    },
    {
      heading: "How to read this",
      blocks: [
        words(
          "Everybody who answered is counted together, and no group by itself. Liking a course is not the same as learning from it, and those who did not answer may think otherwise.",
        ),
      ],
    },
  ];
  return {
    ...paperHead("course_report", { catalogue, place, timePeriod, written: null, release: { ...release, checks: [] } }),
    title: report.title,
    courseId: report.activity_id,
    board: catalogue.policy.lead_role_term,
    sections: [{ heading: "The course", blocks: [words(aboutWords(report, host.name, schools))] }, ...sections],
  };
}

function leaves({ status, answered }: CourseWave, least: number): boolean {
  return status === "" && answered !== null && (answered === 0 || answered >= least);
}

/** Whether every number of a wave may leave the log-in, those of questions that few answered too. */
function allLeave(wave: CourseWave, least: number): boolean {
  return leaves(wave, least) && wave.items.every(({ answered }) => answered === 0 || answered >= least);
}

function aboutWords({ ended_on, closed_on }: CourseReport, host: string, schools: readonly string[]): string {
  const whom = schools.length > 1 ? ` It was for ${listed(schools)}.` : "";
  return `Held by ${host}; it ended on ${shownDate(ended_on)}, and the form closed on ${shownDate(closed_on)}.${whom}`;
}

function noFollowUp({ policy }: Catalogue): string {
  return policy.followup_min_months === null
    ? "The policy states no follow-up."
    : "Nobody has been asked again yet, or the form is still open.";
}

function waveBlocks(wave: CourseWave, least: number): Block[] {
  if (!leaves(wave, least)) {
    const reason = `[c] Hidden, because fewer than ${least} answered, or because the answers of so few could be found from other figures.`;
    return [gap(`${reason} Those who may sign in see on the site what the smaller limit allows.`)];
  }
  if (wave.answered === 0) return [gap("Nobody answered.")];
  const shown = wave.items.filter(({ answered }) => answered >= least);
  const hidden = wave.items.length - shown.length;
  const scales = [...new Set(shown.map(({ scale }) => scale))];
  return [
    words(`${shownCount(wave.answered!)} of ${shownCount(wave.invited!)} who were asked answered.`),
    ...scales.map((scale) =>
      scaleTable(
        scale,
        shown.filter((item) => item.scale === scale),
      ),
    ),
    ...(hidden > 0
      ? [words(`[c] ${hidden} of the questions were answered by fewer than ${least} and are hidden.`)]
      : []),
  ];
}

/** The questions of one scale, a row each, with how many gave each answer and the share of those who answered it. */
function scaleTable(scale: string, items: readonly CourseItem[]): Table {
  const options = answerScales[scale as keyof typeof answerScales]?.options ?? [];
  const cell = ({ values, answered }: CourseItem, value: unknown) => {
    const count = values.find((one) => one.value === value)?.count ?? 0;
    return `${shownCount(count)} (${shownNumber(count / answered, "percent", answered)})`;
  };
  return {
    is: "table",
    caption: items.length === 1 ? items[0]!.question : "What was answered",
    columns: [
      { heading: "Question", isNumber: false },
      ...options.map(({ label }) => ({ heading: label, isNumber: true })),
      { heading: "Answered", isNumber: true },
    ],
    rows: items.map((item) => [
      item.question,
      ...options.map(({ value }) => cell(item, value)),
      shownCount(item.answered),
    ]),
    notes: scale === "barriers" ? ["More than one answer could be given."] : [],
  };
}

function costTable({ costs }: CourseReport): Table | null {
  if (costs.length === 0) return null;
  const total = costs.reduce((sum, { amount }) => sum + amount, 0);
  return plainTable(
    "What is recorded as spent on it",
    ["Kind", "Amount"],
    [...costs.map(({ kind, amount }) => [costNames[kind] ?? kind, shownPounds(amount)]), ["All", shownPounds(total)]],
  );
}
