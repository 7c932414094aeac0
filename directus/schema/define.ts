/**
 * A small language for collections. A collection file names its fields with the functions of `field.ts`; `defineCollection`
 * adds what every collection has and turns it all into what Directus's API takes.
 */
import type { FieldDraft } from "./draft.ts";
import { choice, moment, text } from "./field.ts";

/** A field as Directus's API takes it. */
export interface Field {
  field: string;
  type: string;
  meta: Record<string, unknown>;
  /** Null: the field is not a column, but a list of other records or a heading. */
  schema: Record<string, unknown> | null;
  /** The list of the policy that its choices are taken from, where they are. */
  choicesFrom?: PolicyList;
  /** The parts of `meta` that the policy fills in. */
  ruledByPolicy?: string[];
}

/** A reference from one collection to another, as Directus's API takes it. */
export interface Relation {
  collection: string;
  field: string;
  related_collection: string;
  meta: { one_field: string | null; one_deselect_action: "nullify" };
  schema: { on_delete: "RESTRICT" | "SET NULL" | "CASCADE" };
}

/** A collection, or a folder of them where `schema` is null. */
export interface Collection {
  collection: string;
  meta: Record<string, unknown>;
  schema: Record<string, never> | null;
  fields: Field[];
  relations: Relation[];
}

/** A list in the policy from which an organisation's own choices come. */
export type PolicyList = "staff_groups" | "criteria" | "value_tags" | "frameworks" | "ladder";

/** The folders of the Studio's navigation, in the order of the policies' four elements. */
export type FolderName =
  | "needs"
  | "provision"
  | "evaluation"
  | "sharing"
  | "people"
  | "outcomes"
  | "governance"
  | "settings";

interface CollectionDraft {
  name: string;
  folder: FolderName;
  /** What the Studio calls many of them. */
  label: string;
  /** What it calls one of them. */
  singular: string;
  note: string;
  /** A Material icon. */
  icon: string;
  /** How one record is shown wherever it is referred to. */
  display: string;
  /** Its place inside the folder. */
  sort: number;
  /** Whether people's edits are kept with who and when. Off where records come in bulk, or must not be told apart by time. */
  isTracked: boolean;
  /** Off for answers, whose time of arrival could lead to a person. */
  isDated?: boolean;
  isSingleton?: boolean;
  isImported?: boolean;
  /** Given where the key is not the `id` that every other collection has. */
  key?: Record<string, FieldDraft>;
  fields: Record<string, FieldDraft>;
}

/** What Directus's API takes for this collection: its own fields and those that every collection has. */
export function defineCollection(draft: CollectionDraft): Collection {
  const drafts = {
    ...(draft.key ? asKey(draft.key) : { id: keyDraft }),
    ...draft.fields,
    ...(draft.isImported ? { import_batch: importBatch } : {}),
    ...(draft.isSingleton ? {} : { status }),
    ...(draft.isDated === false ? {} : dates),
  };
  return {
    collection: draft.name,
    schema: {},
    meta: {
      ...labels(draft.label, draft.singular),
      icon: draft.icon,
      note: draft.note,
      display_template: draft.display,
      group: folderKey(draft.folder),
      sort: draft.sort,
      singleton: draft.isSingleton ?? false,
      accountability: draft.isTracked ? "all" : null,
      ...(draft.isSingleton ? {} : archiving),
    },
    fields: Object.entries(drafts).map(([field, made]) =>
      named(field, draft.isTracked ? made : withoutChoiceRule(made)),
    ),
    relations: Object.entries(drafts).flatMap(([field, { to }]) =>
      to
        ? [
            {
              collection: draft.name,
              field,
              related_collection: to.collection,
              meta: { one_field: to.listedAs ?? null, one_deselect_action: "nullify" as const },
              schema: { on_delete: to.onDelete },
            },
          ]
        : [],
    ),
  };
}

/** A folder of the Studio's navigation. It takes no place among the collections that a licence counts. */
export function defineFolder(name: FolderName, label: string, icon: string, note: string, sort: number): Collection {
  return {
    collection: folderKey(name),
    schema: null,
    meta: { ...labels(label, label), icon, note, sort, group: null, collapse: "open" },
    fields: [],
    relations: [],
  };
}

/**
 * Checking choices record by record halves the speed of an import. Where records come in bulk, the Studio's list and the
 * pipeline's own check, which refuses any other value, are enough.
 */
function withoutChoiceRule(made: FieldDraft): FieldDraft {
  if (!made.rule || !("_in" in made.rule.test)) return made;
  const { rule: _rule, ...rest } = made;
  return rest;
}

/** A rule is about a field by its name, and holds only where there is a value: whether there must be one is `required`. */
function named(field: string, { type, meta, schema, rule, choicesFrom, ruledByPolicy }: FieldDraft): Field {
  const test = rule && Object.keys(rule.test).length > 0 ? { [field]: rule.test } : undefined;
  const validation = test && schema?.["is_nullable"] !== false ? { _or: [{ [field]: { _null: true } }, test] } : test;
  return {
    field,
    type,
    meta: { ...meta, validation: validation ?? null, validation_message: rule?.message ?? null },
    schema,
    ...(choicesFrom ? { choicesFrom } : {}),
    ...(ruledByPolicy ? { ruledByPolicy } : {}),
  };
}

function asKey(key: Record<string, FieldDraft>): Record<string, FieldDraft> {
  const schema = { is_primary_key: true, is_nullable: false };
  return Object.fromEntries(Object.entries(key).map(([name, made]) => [name, { ...made, schema }]));
}

/** Folders and collections share one list of names, and `needs` is both. */
function folderKey(name: FolderName): string {
  return `folder_${name}`;
}

function labels(label: string, singular: string) {
  const words = { translation: label, singular, plural: label };
  return { translations: ["en-GB", "en-US"].map((language) => ({ language, ...words })) };
}

const archiving = {
  archive_field: "status",
  archive_value: "archived",
  unarchive_value: "active",
  archive_app_filter: true,
};

const plainKey = text("Key", "Made by itself; imports and other records refer to it.");
const keyDraft: FieldDraft = {
  ...plainKey,
  type: "uuid",
  meta: { ...plainKey.meta, special: ["uuid"], hidden: true, readonly: true },
  schema: { is_primary_key: true, is_nullable: false },
};

const status = choice(
  "Status",
  "Archive a record that should no longer count. Archiving can be undone; deleting cannot.",
  { active: "Active", archived: "Archived" },
  { isRequired: true, defaultValue: "active" },
);

const plainBatch = text("Import", "The import that wrote this record; empty for what people typed.", {
  isIndexed: true,
});
const importBatch: FieldDraft = {
  ...plainBatch,
  meta: {
    ...plainBatch.meta,
    readonly: true,
    conditions: [{ name: "Typed by people", rule: { import_batch: { _null: true } }, hidden: true }],
  },
};

const dates = {
  date_created: moment("Created", "When this record was first saved.", "date-created"),
  date_updated: moment(
    "Last changed",
    "When this record was last saved; the figures pick up changes by it.",
    "date-updated",
  ),
};
