/** What the record holds about one person's development, for their portfolio. */
import { z } from "zod";
import { type RecordField, type RecordRow, readCollections, readRecords } from "./record.ts";
import { nameOf } from "./staff.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const number = z.coerce.number().nullable().catch(null);
const activity = z.object({
  title: z.string(),
  starts_on: text,
  ends_on: text,
  hours: number,
  is_restricted: z.boolean().nullish(),
  provider_id: z.object({ name: z.string() }).nullish(),
  programme_id: z.object({ title: z.string() }).nullish(),
});
const participation = z.object({
  role: z.string(),
  state: z.string(),
  hours_attended: number,
  completed_on: text,
  activity_id: activity,
});

/** One activity that somebody took part in, or ran. */
export interface PortfolioActivity {
  title: string;
  programme: string | null;
  provider: string | null;
  /** ISO dates. */
  starts_on: string | null;
  completed_on: string | null;
  /** What they did in it: `participant`, `facilitator` or `coach`. */
  role: string;
  state: string;
  /** Hours they spent: those recorded or, where they came and none are, those planned; null when not known or not spent. */
  hours: number | null;
}

/** One post. */
export interface PortfolioPost {
  school: string;
  role_title: string | null;
  staff_group: string;
  starts_on: string | null;
  ends_on: string | null;
}

/** One qualification. */
export interface PortfolioQualification {
  qualification: string;
  state: string;
  started_on: string | null;
  gained_on: string | null;
  expires_on: string | null;
}

/** One training agreement. */
export interface PortfolioAgreement {
  title: string;
  state: string;
  signed_on: string | null;
  course_starts_on: string | null;
  course_ends_on: string | null;
}

/** Everything a portfolio shows; stored keys are put in the Studio's words. */
export interface Portfolio {
  name: string;
  posts: PortfolioPost[];
  activities: PortfolioActivity[];
  qualifications: PortfolioQualification[];
  agreements: PortfolioAgreement[];
}

const cameStates = ["attended", "completed"];
/** An activity that is never listed by name, such as support after an incident. */
const restrictedTitle = "A restricted activity";

function asActivity(row: RecordRow): PortfolioActivity {
  const { role, state, hours_attended, completed_on, activity_id: taken } = participation.parse(row);
  const isRestricted = taken.is_restricted === true;
  return {
    title: isRestricted ? restrictedTitle : taken.title,
    programme: isRestricted ? null : (taken.programme_id?.title ?? null),
    provider: isRestricted ? null : (taken.provider_id?.name ?? null),
    starts_on: taken.starts_on,
    completed_on,
    role,
    state,
    hours: cameStates.includes(state) ? (hours_attended ?? taken.hours) : hours_attended || null,
  };
}

const agreement = z.object({
  title: text,
  state: z.string(),
  signed_on: text,
  course_starts_on: text,
  course_ends_on: text,
});
const qualification = z.object({
  qualification: z.string(),
  state: z.string(),
  started_on: text,
  gained_on: text,
  expires_on: text,
});
const post = z.object({
  school_urn: z.object({ name: z.string() }),
  role_title: text,
  staff_group: z.string(),
  starts_on: text,
  ends_on: text,
});

/**
 * The portfolio of a member of staff, latest first. Archived records and archived activities are left out, and nothing is asked for
 * that they answered: nobody can know.
 *
 * @param id - somebody whom the reader may open; see `requireStaff`
 * @throws RecordUnreachable
 */
export async function readPortfolio(id: string): Promise<Portfolio> {
  const collections = await readCollections();
  const of = (name: string, fields: string[], sort: string) =>
    readRecords(name, { fields, filter: { staff_id: { _eq: id }, status: { _eq: "active" } }, sort: [sort, "id"] });
  const activityFields = [
    "title",
    "starts_on",
    "ends_on",
    "hours",
    "is_restricted",
    "provider_id.name",
    "programme_id.title",
  ];
  const [people, posts, taken, qualified, agreed] = await Promise.all([
    readRecords("staff", { fields: ["first_name", "last_name"], filter: { id: { _eq: id } }, limit: 1 }),
    of("employments", ["school_urn.name", "role_title", "staff_group", "starts_on", "ends_on"], "-starts_on"),
    readRecords("participations", {
      fields: [
        "role",
        "state",
        "hours_attended",
        "completed_on",
        ...activityFields.map((name) => `activity_id.${name}`),
      ],
      filter: { staff_id: { _eq: id }, status: { _eq: "active" }, activity_id: { status: { _eq: "active" } } },
      sort: ["-activity_id.starts_on", "id"],
    }),
    of("qualifications", Object.keys(qualification.shape), "-gained_on"),
    of("agreements", Object.keys(agreement.shape), "-course_starts_on"),
  ]);
  const wordsOf = (collection: string, field: string, key: string) => {
    const fields: RecordField[] = collections.find(({ name }) => name === collection)?.fields ?? [];
    return fields.find(({ name }) => name === field)?.choices.get(key) ?? key;
  };
  return {
    name: nameOf(z.object({ first_name: text, last_name: z.string() }).parse(people[0])),
    posts: z
      .array(post)
      .parse(posts)
      .map(({ school_urn, staff_group, ...rest }) => ({
        ...rest,
        school: school_urn.name,
        staff_group: wordsOf("employments", "staff_group", staff_group),
      })),
    activities: taken.map(asActivity),
    qualifications: z
      .array(qualification)
      .parse(qualified)
      .map((held) => ({ ...held, qualification: wordsOf("qualifications", "qualification", held.qualification) })),
    agreements: z
      .array(agreement)
      .parse(agreed)
      .map((held) => ({
        ...held,
        title: held.title ?? "Training agreement",
        state: wordsOf("agreements", "state", held.state),
      })),
  };
}
