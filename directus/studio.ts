import { isDeepStrictEqual } from "node:util";
import { type Client, send } from "./client.ts";

/** A list that everybody who opens the Studio finds in its navigation. */
interface Bookmark {
  collection: string;
  bookmark: string;
  icon: string;
  filter: object;
  /** The columns, in order. */
  fields: string[];
  sort: string[];
}

const isActive = { status: { _eq: "active" } };

/** Work that waits for somebody; the words are the ones an administrator would use. */
const bookmarks: Bookmark[] = [
  {
    collection: "participations",
    bookmark: "Awaiting evaluation",
    icon: "hourglass_top",
    // Older ones will not be answered any more.
    filter: {
      _and: [
        isActive,
        { evaluation_state: { _eq: "invited" } },
        { activity_id: { starts_on: { _gte: "$NOW(-3 months)" } } },
      ],
    },
    fields: ["staff_id", "activity_id", "state", "completed_on", "evaluation_state"],
    sort: ["-completed_on"],
  },
  {
    collection: "participations",
    bookmark: "Follow-up due",
    icon: "event_repeat",
    filter: {
      _and: [isActive, { followup_state: { _eq: "sampled" } }, { completed_on: { _lt: "$NOW(-3 months)" } }],
    },
    fields: ["staff_id", "activity_id", "completed_on", "followup_state"],
    sort: ["completed_on"],
  },
  {
    collection: "subscriptions",
    bookmark: "Subscriptions to review",
    icon: "rule",
    filter: { _and: [isActive, { decision: { _null: true } }] },
    fields: ["title", "school_urn", "annual_cost", "users_in_year", "ends_on", "decision"],
    sort: ["ends_on"],
  },
  {
    collection: "employments",
    bookmark: "Left this year",
    icon: "logout",
    // Those who took another post in the trust did not leave.
    filter: {
      _and: [
        isActive,
        { ends_on: { _between: ["$NOW(-1 year)", "$NOW"] } },
        { _or: [{ destination: { _null: true } }, { destination: { _neq: "own_trust" } }] },
      ],
    },
    fields: ["staff_id", "school_urn", "staff_group", "ends_on", "destination"],
    sort: ["-ends_on"],
  },
];

/** The columns of each list when it is first opened. */
const columns: Record<string, { fields: string[]; sort: string[] }> = {
  priorities: { fields: ["title", "level", "school_urn", "owner_role", "starts_on", "ends_on"], sort: ["-starts_on"] },
  programmes: { fields: ["title", "state", "priority_id", "school_urn", "starts_on", "ends_on"], sort: ["-starts_on"] },
  activities: {
    fields: ["title", "programme_id", "school_urn", "starts_on", "hours", "decision"],
    sort: ["-starts_on"],
  },
  participations: {
    fields: ["staff_id", "activity_id", "state", "completed_on", "evaluation_state"],
    sort: ["-completed_on"],
  },
  providers: { fields: ["name", "kind", "quality_assured_on"], sort: ["name"] },
  subscriptions: {
    fields: ["title", "school_urn", "annual_cost", "users_in_year", "ends_on", "decision"],
    sort: ["ends_on"],
  },
  costs: {
    fields: ["kind", "amount", "incurred_on", "activity_id", "programme_id", "school_urn"],
    sort: ["-incurred_on"],
  },
  evaluations: { fields: ["activity_id", "wave", "school_urn", "staff_group"], sort: ["activity_id"] },
  staff: { fields: ["last_name", "first_name", "email"], sort: ["last_name"] },
  employments: {
    fields: ["staff_id", "school_urn", "staff_group", "role_title", "starts_on", "ends_on"],
    sort: ["-starts_on"],
  },
  qualifications: { fields: ["staff_id", "qualification", "state", "gained_on"], sort: ["-gained_on"] },
  appointments: { fields: ["user_id", "role", "school_urn", "starts_on", "ends_on"], sort: ["role"] },
  outcomes: {
    fields: ["measure_code", "time_period", "geography_name", "category", "value", "status_code"],
    sort: ["-time_period"],
  },
  schools: { fields: ["name", "urn", "phase", "local_authority", "pupils", "trust_name"], sort: ["name"] },
};

interface Preset {
  id: number;
  collection: string;
  bookmark: string | null;
}

/**
 * Fills the Studio with the lists people work from, and speaks British English in it. What somebody changed in a list or
 * a bookmark of ours stays as they made it.
 *
 * @returns what was written, in words
 */
export async function provisionStudio(client: Client): Promise<string[]> {
  return [...(await ensureSettings(client)), ...(await ensurePresets(client))];
}

async function ensureSettings(client: Client): Promise<string[]> {
  const wanted = {
    project_descriptor: "Professional development and what it changed",
    default_language: "en-GB",
    project_color: "#1d5a4b",
  };
  const found = await send<Record<string, unknown>>(client, "GET", "/settings");
  // Directus's own defaults; anything else somebody chose.
  const untouched: Record<string, unknown[]> = {
    project_descriptor: [null, ""],
    default_language: [null, "en-US"],
    project_color: [null, "#6644FF"],
  };
  const changes = Object.entries(wanted).filter(([key]) => untouched[key]!.includes(found[key]));
  if (changes.length === 0) return [];
  await send(client, "PATCH", "/settings", Object.fromEntries(changes));
  return ["the Studio's settings"];
}

async function ensurePresets(client: Client): Promise<string[]> {
  const found = (await send<(Preset & { user: unknown; role: unknown })[]>(client, "GET", "/presets?limit=-1")).filter(
    ({ user, role }) => user === null && role === null,
  );
  const wanted = [
    ...Object.entries(columns).map(([collection, { fields, sort }]) => preset(collection, fields, sort)),
    ...bookmarks.map(({ collection, fields, sort, bookmark, icon, filter }) => ({
      ...preset(collection, fields, sort),
      bookmark,
      icon,
      filter,
    })),
  ];
  const missing = wanted.filter(
    ({ collection, bookmark }) =>
      !found.some((there) => isDeepStrictEqual([there.collection, there.bookmark], [collection, bookmark])),
  );
  if (missing.length === 0) return [];
  await send(client, "POST", "/presets", missing);
  return [`${missing.length} lists and bookmarks`];
}

function preset(collection: string, fields: string[], sort: string[]) {
  return {
    collection,
    bookmark: null as string | null,
    user: null,
    role: null,
    layout: "tabular",
    layout_query: { tabular: { fields, sort } },
    layout_options: { tabular: { spacing: "cozy", widths: widths(fields) } },
  };
}

/** What names a record gets room to be read; the rest stays as wide as the Studio makes it. */
function widths(fields: string[]): Record<string, number> {
  const wide = {
    title: 360,
    name: 300,
    activity_id: 360,
    programme_id: 240,
    school_urn: 200,
    staff_id: 180,
    staff_group: 220,
    level: 190,
    destination: 220,
    qualification: 300,
    measure_code: 400,
  };
  return Object.fromEntries(Object.entries(wide).filter(([field]) => fields.includes(field)));
}
