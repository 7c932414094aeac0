/** The measures of answers, worked out from records in plain TypeScript. */
import type { Row } from "../pipelines/warehouse.ts";
import {
  type Cell,
  type Counted,
  cellsOf,
  daysLater,
  groupsOf,
  monthsLater,
  type Records,
  textOf,
  yearOf,
} from "./recompute-cells.ts";
import { Staff } from "./recompute-staff.ts";

/** Which of what is known of an answer the figures may say, by the answer's id; answers that do not count yet are not in it. */
export type Admitted = ReadonlyMap<string, { batch: number; school: boolean; group: boolean; programme: boolean }>;

type Wave = "end_of_session" | "follow_up";
type Answers = Record<string, number | string | boolean | null>;

const agreement = ["1 Strongly disagree", "2 Disagree", "3 Neither", "4 Agree", "5 Strongly agree"];

/** Every cell of each measure of answers but those of response, by measure. */
export function answerCells(records: Records, admitted: Admitted, today: string): Record<string, Record<string, Cell>> {
  const activities = new Map(records["activities"]!.map((row) => [row["id"], row]));
  const programmes = new Map(records["programmes"]!.map((row) => [row["id"], row]));
  const restricted = new Set(
    records["activities"]!.filter((row) => row["is_restricted"] && row["status"] === "active").map(
      (row) => row["programme_id"],
    ),
  );
  const threshold = Number(records["policy"]![0]!["threshold_signed_in"]);
  const groups = records["policy"]![0]!["staff_groups"] as { key: string; label: string }[];
  const titleOf = (activity: Row) => {
    const programme = programmes.get(activity["programme_id"]);
    const isNamed = programme && programme["school_urn"] === null && !restricted.has(programme["id"]);
    return isNamed && !activity["is_restricted"] ? String(programme["title"]) : null;
  };
  const asked = {
    end_of_session: askedOf(records, today, "end_of_session"),
    follow_up: askedOf(records, today, "follow_up"),
  };
  const given = records["evaluations"]!.flatMap((row) => {
    const may = admitted.get(String(row["id"]));
    const activity = activities.get(row["activity_id"]);
    // Without an activity it is an answer to the staff survey.
    if (!may || !activity) return [];
    return [
      {
        batch: may.batch,
        wave: String(row["wave"]),
        scale: String(row["scale_id"]),
        answers: row["answers"] as Answers,
        year: yearOf(textOf(activity, "ends_on") ?? textOf(activity, "starts_on")!),
        school: may.school && !activity["is_restricted"] ? textOf(row, "school_urn") : null,
        staff_group:
          may.group && !activity["is_restricted"]
            ? (groups.find(({ key }) => key === row["staff_group"])?.label ?? null)
            : null,
        programme: may.programme ? titleOf(activity) : null,
      },
    ];
  });

  const counted = (
    wave: Wave,
    breakdowns: ("staff_group" | "programme" | "answer")[],
    read: (answers: Answers) => { numerator: number; answer: string } | null,
  ) => {
    const scale = wave === "end_of_session" ? "agree_5" : "use_4";
    const heard = given.flatMap((set) => {
      const one = set.wave === wave && set.scale === scale ? read(set.answers) : null;
      return one ? [{ ...set, one }] : [];
    });
    // A question that too few of a batch answered is left out for all of it.
    const enough = [...groupsOf(heard, ({ batch }) => String(batch)).values()].filter((own) => own.length >= threshold);
    const rows = enough.flat().map(({ one, year, school, ...told }): Counted => {
      const all = { ...told, answer: one.answer };
      const categories = Object.fromEntries(breakdowns.map((breakdown) => [breakdown, all[breakdown]]));
      return { school, year, in: categories, numerator: one.numerator, denominator: 1 };
    });
    // Who was asked is told in every category but those of the answers themselves.
    const invited = asked[wave].map(({ activity, school, year, staff_group }): Counted => {
      const all = { staff_group, programme: titleOf(activity), answer: null };
      const categories = Object.fromEntries(breakdowns.map((breakdown) => [breakdown, all[breakdown]]));
      return { school, year, in: categories, numerator: null, denominator: null, invited: 1 };
    });
    return cellsOf([...rows, ...invited], { wholes: ["answer"], ofTrust: ["programme"] });
  };
  const agreed = (key: string) => (answers: Answers) => {
    const step = answers[key];
    const name = typeof step === "number" ? agreement[step - 1] : undefined;
    return name ? { numerator: Number(step) >= 4 ? 1 : 0, answer: name } : null;
  };
  const chose =
    (key: string, names: Record<string, string>, isFor: (value: string) => boolean) => (answers: Answers) => {
      const value = String(answers[key]);
      return names[value] ? { numerator: Number(isFor(value)), answer: names[value] } : null;
    };
  return {
    cpd_quality: counted("end_of_session", ["staff_group", "programme", "answer"], agreed("quality")),
    likely_to_use: counted("end_of_session", ["answer"], agreed("likely_to_use")),
    intended_learning: counted("end_of_session", ["answer"], agreed("intended_learning")),
    cpd_quality_net: counted("end_of_session", [], ({ quality }) =>
      typeof quality === "number" ? { numerator: Math.sign(quality - 3), answer: "" } : null,
    ),
    further_cpd_wanted: counted("end_of_session", ["programme"], ({ wants_more }) =>
      typeof wants_more === "boolean" ? { numerator: Number(wants_more), answer: "" } : null,
    ),
    confidence_change: counted("end_of_session", [], ({ confidence_before, confidence_now }) =>
      typeof confidence_before === "number" && typeof confidence_now === "number"
        ? { numerator: confidence_now - confidence_before, answer: "" }
        : null,
    ),
    use_in_role: counted(
      "follow_up",
      ["staff_group", "programme", "answer"],
      chose(
        "use",
        { not_yet: "1 Not yet", tried: "2 Tried", in_use: "3 In use", embedded: "4 Embedded" },
        (value) => value === "in_use" || value === "embedded",
      ),
    ),
    use_seen_by_others: counted(
      "follow_up",
      ["programme", "answer"],
      chose(
        "seen_by",
        { nobody: "1 Nobody yet", line_manager: "2 Line manager", observer: "3 Somebody else who observed it" },
        (value) => value !== "nobody",
      ),
    ),
  };
}

/** Everybody who was asked, once for each activity whose wave has closed, and whether they answered. */
function askedOf(records: Records, today: string, wave: Wave) {
  const staff = new Staff(records, today);
  const policy = records["policy"]![0]!;
  const closesAfter = Number(policy["wave_closes_after_days"]);
  const isClosed = (activity: Row, endsOn: string) => {
    const state = activity[wave === "end_of_session" ? "evaluation_wave" : "followup_wave"];
    const opensOn = wave === "end_of_session" ? endsOn : monthsLater(endsOn, Number(policy["followup_min_months"]));
    return state === null ? daysLater(opensOn, closesAfter) <= today : state === "closed";
  };
  const field = wave === "end_of_session" ? "evaluation_state" : "followup_state";
  const activities = new Map(records["activities"]!.map((row) => [String(row["id"]), row]));
  const parts = records["participations"]!.filter((row) => row["status"] === "active");
  return [...groupsOf(parts, (row) => `${row["staff_id"]} ${row["activity_id"]}`).values()].flatMap((own) => {
    const activity = activities.get(String(own[0]!["activity_id"]))!;
    const endsOn = textOf(activity, "ends_on") ?? textOf(activity, "starts_on")!;
    const states = own.map((row) => row[field]);
    const wasAsked = states.some((state) => state !== null && state !== "not_invited" && state !== "not_sampled");
    if (
      !wasAsked ||
      activity["status"] !== "active" ||
      activity["decision"] === "declined" ||
      !isClosed(activity, endsOn)
    )
      return [];
    const completedOn = own.flatMap((row) => textOf(row, "completed_on") ?? []).sort();
    const post = staff.on(String(own[0]!["staff_id"]), completedOn.at(-1) ?? endsOn);
    const isTold = !activity["is_restricted"];
    return [
      {
        activity,
        school: isTold && post ? post.school : null,
        year: yearOf(endsOn),
        staff_group: isTold ? (post?.group ?? "Not stated") : null,
        hasAnswered: states.includes("answered"),
      },
    ];
  });
}

/** Every cell of the measure of response, by measure. */
export function responseCells(records: Records, today: string): Record<string, Record<string, Cell>> {
  return {
    evaluation_response_rate: cellsOf(
      askedOf(records, today, "end_of_session").map(({ school, year, staff_group, hasAnswered }) => ({
        school,
        year,
        in: { staff_group },
        numerator: Number(hasAnswered),
        denominator: 1,
      })),
    ),
  };
}
