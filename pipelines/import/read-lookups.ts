import { groupBy } from "./group.ts";
import type { Need, RecordFields, SchoolRecord } from "./kind.ts";
import type {
  ActivityRecord,
  EmploymentRecord,
  Found,
  Lookups,
  ParticipationRecord,
  QualificationRecord,
  StaffRecord,
  TitledRecord,
} from "./lookups.ts";
import { plainName, staffFinder } from "./match-staff.ts";
import type { RecordAccess } from "./record.ts";

const titled = { id: "", title: "", school_urn: "" };
/** What is asked of each collection, and no more. */
const fields = {
  staff: ["id", "first_name", "last_name", "email", "mis_reference"],
  priorities: Object.keys(titled),
  providers: ["id", "name"],
  programmes: Object.keys(titled),
  subscriptions: Object.keys(titled),
  activities: [...Object.keys(titled), "starts_on", "ends_on", "hours", "programme_id", "provider_id", "is_restricted"],
  employments: ["id", "staff_id", "school_urn", "staff_group", "role_title", "starts_on", "ends_on"],
  qualifications: ["id", "staff_id", "qualification", "state", "started_on", "gained_on"],
  participations: ["id", "activity_id", "staff_id"],
  invitations: ["activity_id", "wave", "survey_period"],
} satisfies Record<Need, string[]>;

/**
 * Reads what a kind needs from the record, and makes it findable. Archived records are not found.
 *
 * @throws HubError when Directus does not answer or refuses
 */
export async function readLookups(
  needs: readonly Need[],
  schools: SchoolRecord[],
  record: RecordAccess,
): Promise<Lookups> {
  // Where people work is needed to tell apart those with the same name or reference.
  const wanted = new Set<Need>([...needs, ...(needs.includes("staff") ? (["employments"] as const) : [])]);
  const read = async <Row>(need: Need): Promise<Row[]> => {
    if (!wanted.has(need)) return [];
    // What an import wrote has the key that the next one gives it; only what people typed has to be looked for.
    const typed = need === "participations" ? { import_batch: { _null: true } } : {};
    return (await record.readAll(need, fields[need], { status: { _eq: "active" }, ...typed })) as Row[];
  };
  const employments = await read<EmploymentRecord>("employments");
  employments.sort((one, other) => one.starts_on.localeCompare(other.starts_on));
  const spells = groupBy(employments, ({ staff_id }) => staff_id);
  const staff = (await read<Omit<StaffRecord, "school_urns">>("staff")).map((person) => ({
    ...person,
    school_urns: [...new Set((spells.get(person.id) ?? []).map(({ school_urn }) => school_urn))],
  }));
  const staffById = new Map(staff.map((person) => [person.id, person]));
  const qualifications = groupBy(await read<QualificationRecord>("qualifications"), ({ staff_id }) => staff_id);
  const participations = new Map(
    (await read<ParticipationRecord>("participations")).map((each) => [`${each.activity_id} ${each.staff_id}`, each]),
  );
  const providers = (await read<RecordFields>("providers")).map(({ id, name }) => ({
    id: String(id),
    title: String(name),
    school_urn: null,
  }));
  const activities = await read<ActivityRecord>("activities");
  // Whom anybody invited is no business of an import: only that somebody was.
  const asked = wanted.has("invitations") ? await record.readGroups("invitations", fields.invitations) : [];
  const askedKey = (about: RecordFields) => JSON.stringify(fields.invitations.map((name) => about[name] ?? null));
  const askedKeys = new Set(asked.map(askedKey));
  return {
    school: schoolFinder(schools),
    staff: staffFinder(staff),
    staffById: (id) => staffById.get(id),
    employmentsOf: (staffId) => spells.get(staffId) ?? [],
    qualificationsOf: (staffId) => qualifications.get(staffId) ?? [],
    participation: (activityId, staffId) => participations.get(`${activityId} ${staffId}`),
    staffOf: (urns) => staff.filter(({ school_urns }) => school_urns.some((urn) => urns.includes(urn))),
    activities: () => activities,
    isAsked: (about) => askedKeys.has(askedKey({ ...about })),
    activity: activityFinder(activities),
    programme: titleFinder("programme", await read<TitledRecord>("programmes")),
    priority: titleFinder("priority", await read<TitledRecord>("priorities")),
    provider: titleFinder("provider", providers),
    subscription: titleFinder("subscription", await read<TitledRecord>("subscriptions")),
  };
}

/** The one item, or why there is not one. */
export function oneOf<Item>(items: readonly Item[] | undefined, none: string, several: string): Found<Item> {
  if (items?.length === 1) return { item: items[0]! };
  const isAmbiguous = (items?.length ?? 0) > 1;
  return { item: null, isAmbiguous, reason: isAmbiguous ? several : none };
}

function schoolFinder(schools: SchoolRecord[]): Lookups["school"] {
  const byUrn = new Map(schools.map((school) => [school.urn, school]));
  const byName = groupBy(schools, ({ name }) => plainName(name));
  return (text) => {
    const item = byUrn.get(text.trim());
    if (item) return { item };
    const none = "is neither the URN nor the name of a school in the record";
    return oneOf(byName.get(plainName(text)), none, "is the name of several schools in the record: give the URN");
  };
}

function titleFinder(what: string, items: TitledRecord[]): (title: string) => Found<TitledRecord> {
  const byTitle = groupBy(items, ({ title }) => plainName(title));
  return (title) =>
    oneOf(
      byTitle.get(plainName(title)),
      `is not the name of a ${what} in the record`,
      `is the name of several ${what === "priority" ? "priorities" : `${what}s`} in the record`,
    );
}

function activityFinder(activities: ActivityRecord[]): Lookups["activity"] {
  const byTitle = groupBy(activities, ({ title }) => plainName(title));
  return (title, on) => {
    const named = byTitle.get(plainName(title)) ?? [];
    if (named.length === 0) return oneOf(named, "is not the title of an activity in the record", "");
    const several = "is the title of several activities in the record: give the day of the one that is meant";
    if (!on) return oneOf(named, "", several);
    const begun = named.filter(({ starts_on }) => starts_on === on);
    const during = named.filter(({ starts_on, ends_on }) => starts_on <= on && on <= (ends_on ?? starts_on));
    const none = "is the title of an activity in the record, but not on that day";
    return oneOf(begun.length > 0 ? begun : during, none, "is the title of several activities on that day");
  };
}
