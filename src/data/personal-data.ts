/** Everything that the record holds about one member of staff, for when they ask for it. */
import { withoutState } from "../evaluate/unseen.ts";
import { type RecordCollection, type RecordRow, readCollections, readRecords, readReferences } from "./record.ts";

/** The records of one collection that are about somebody. */
export interface PersonalRecords {
  collection: RecordCollection;
  rows: RecordRow[];
}

/** Records about somebody or something else in which a person is named, such as the activities that they lead. */
export interface NamedIn {
  collection: RecordCollection;
  /** The field that names them. */
  field: string;
  keys: string[];
}

/** Everything about one person. */
export interface PersonalData {
  about: PersonalRecords[];
  named_in: NamedIn[];
}

/** A record is about the member of staff that this field names; any other field names somebody in passing. */
const subjectField = "staff_id";
/** Records about somebody that have no such field belong to one of their participations. */
const throughField = "participation_id";

const fieldNames = ({ fields }: RecordCollection) => fields.map(({ name }) => name);

/** What people can read beside a bare key: the activity that they took part in, the school that they work at. */
async function withTitles(found: PersonalRecords[]): Promise<PersonalRecords[]> {
  const titles = async (to: string, key: string, title: string, field: string) => {
    const keys = [...new Set(found.flatMap(({ rows }) => rows.flatMap((row) => row[field] ?? [])))];
    if (keys.length === 0) return new Map<unknown, unknown>();
    const rows = await readRecords(to, { fields: [key, title], filter: { [key]: { _in: keys } } });
    return new Map(rows.map((row) => [row[key], row[title]]));
  };
  const [activities, schools] = await Promise.all([
    titles("activities", "id", "title", "activity_id"),
    titles("schools", "urn", "name", "school_urn"),
  ]);
  return found.map(({ collection, rows }) => ({
    collection,
    rows: rows.map((row) => ({
      ...row,
      ...(activities.has(row["activity_id"]) ? { activity_title: activities.get(row["activity_id"]) } : {}),
      ...(schools.has(row["school_urn"]) ? { school_name: schools.get(row["school_urn"]) } : {}),
    })),
  }));
}

/**
 * Reads every record that is about a member of staff, archived ones included, whatever collections there are: what refers to them by
 * `staff_id`, and what belongs to one of their participations. Where another field names them, as the leader of an activity or
 * somebody's coach, the record is about something or somebody else, and only its key is given.
 *
 * @param id - a key of staff
 * @param today - an ISO date: invitations do not say whether an answer came as long as one may
 * @throws RecordUnreachable
 */
export async function readPersonalData(id: string, today: string): Promise<PersonalData> {
  const [collections, references] = await Promise.all([readCollections(), readReferences()]);
  const byName = new Map(collections.map((collection) => [collection.name, collection]));
  const found = new Map<RecordCollection, Map<unknown, RecordRow>>();
  const add = async (name: string, filter: Record<string, unknown>) => {
    const collection = byName.get(name);
    if (collection === undefined) return;
    const rows = await readRecords(name, { fields: fieldNames(collection), filter, sort: [collection.key] });
    const known = found.get(collection) ?? new Map<unknown, RecordRow>();
    for (const row of rows) known.set(row[collection.key], name === "invitations" ? withoutState(row, today) : row);
    if (known.size > 0) found.set(collection, known);
  };

  await add("staff", { id: { _eq: id } });
  for (const { collection, field, to } of references)
    if (to === "staff" && field === subjectField) await add(collection, { [field]: { _eq: id } });
  const participations = [...(found.get(byName.get("participations")!)?.keys() ?? [])];
  for (const { collection, field, to } of references)
    if (to === "participations" && field === throughField && participations.length > 0)
      await add(collection, { [field]: { _in: participations } });

  const passing = references.filter(({ to, field }) => to === "staff" && field !== subjectField);
  const named_in = await Promise.all(
    passing.flatMap(({ collection: name, field }) => {
      const collection = byName.get(name);
      if (collection === undefined) return [];
      const query = { fields: [collection.key], filter: { [field]: { _eq: id } }, sort: [collection.key] };
      return readRecords(name, query).then((rows) => ({
        collection,
        field,
        keys: rows.map((row) => String(row[collection.key])),
      }));
    }),
  );
  const about = [...found].map(([collection, rows]) => ({ collection, rows: [...rows.values()] }));
  return { about: await withTitles(about), named_in: named_in.filter(({ keys }) => keys.length > 0) };
}
