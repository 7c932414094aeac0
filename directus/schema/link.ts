import { draft, type FieldDraft, type Settings } from "./draft.ts";

/** What a reference does, beside pointing at `collection`. */
interface ReferenceSettings extends Settings {
  /** How the other record is shown; its own way unless said. */
  shownAs?: string;
  /** The field of the other collection that lists these records. */
  listedAs?: string;
  /** What happens to this record when the other is deleted; the other may not be, where this one needs it. */
  onDelete?: "RESTRICT" | "SET NULL" | "CASCADE";
}

/** Another record. */
export function reference(
  label: string,
  note: string,
  collection: string,
  settings: ReferenceSettings = {},
): FieldDraft {
  const key = collection === "schools" ? "string" : "uuid";
  const template = settings.shownAs ?? shownAs[collection];
  const made = draft(
    key,
    label,
    note,
    { isIndexed: true, ...settings },
    {
      interface: "select-dropdown-m2o",
      special: ["m2o"],
      options: { template, enableCreate: false },
      display: "related-values",
      display_options: { template },
    },
  );
  // An empty school means the whole trust, so deleting a school must not empty it: a governor would see every school.
  const isNeeded = settings.isRequired || collection === "schools";
  const onDelete = settings.onDelete ?? (isNeeded ? "RESTRICT" : "SET NULL");
  return { ...made, to: { collection, onDelete, ...(settings.listedAs ? { listedAs: settings.listedAs } : {}) } };
}

/** The records that refer to this one, shown on its page; not a column. */
export function list(label: string, note: string, columns: string[]): FieldDraft {
  const made = draft(
    "alias",
    label,
    note,
    { width: "full" },
    {
      interface: "list-o2m",
      special: ["o2m"],
      options: { layout: "table", fields: columns, tableSpacing: "compact", enableSelect: false, enableLink: true },
      display: "related-values",
    },
  );
  return { ...made, schema: null };
}

/** A heading that other fields stand under; not a column. */
export function heading(label: string, note: string, icon: string): FieldDraft {
  const made = draft(
    "alias",
    label,
    note,
    { width: "full" },
    {
      interface: "group-detail",
      special: ["alias", "no-data", "group"],
      options: { start: "open", headerIcon: icon },
    },
  );
  return { ...made, schema: null };
}

/** Words on a page, shown where the policy says; not a column. */
export function notice(label: string, settings: Settings = {}): FieldDraft {
  const made = draft(
    "alias",
    label,
    "What the policy says of it.",
    { width: "full", ...settings },
    {
      interface: "presentation-notice",
      special: ["alias", "no-data"],
      options: { color: "info", icon: "info", text: "" },
      hidden: true,
    },
  );
  return { ...made, schema: null, ruledByPolicy: ["options", "conditions", "hidden"] };
}

/** Puts a field that takes no settings, such as a table, under a heading. */
export function underHeading(group: string, made: FieldDraft): FieldDraft {
  return { ...made, meta: { ...made.meta, group } };
}

const shownAs: Record<string, string> = {
  schools: "{{name}}",
  staff: "{{first_name}} {{last_name}}",
  activities: "{{title}} · {{starts_on}}",
  programmes: "{{title}}",
  priorities: "{{title}}",
  providers: "{{name}}",
  subscriptions: "{{title}}",
  plans: "{{title}}",
  questionnaires: "{{title}} · version {{version}}",
  evidence: "{{title}}",
  participations: "{{staff_id.first_name}} {{staff_id.last_name}} · {{activity_id.title}}",
  qualifications: "{{qualification}} · {{staff_id.first_name}} {{staff_id.last_name}}",
  invitations: "{{activity_id.title}} · {{wave}}",
  directus_users: "{{first_name}} {{last_name}}",
};
