import type { PolicyList } from "./define.ts";
import { atLeast, draft, type FieldDraft, type Rule, type Settings } from "./draft.ts";

/** One line of words. */
export function text(label: string, note: string, settings: Settings = {}): FieldDraft {
  return draft("string", label, note, settings, { interface: "input", options: { trim: true } });
}

/** Several lines of words. */
export function prose(label: string, note: string, settings: Settings = {}): FieldDraft {
  return draft(
    "text",
    label,
    note,
    { width: "full", ...settings },
    { interface: "input-multiline", options: { trim: true } },
  );
}

/** One of a few; `choices` are the stored keys with what a reader sees. */
export function choice(label: string, note: string, choices: Choices, settings: Settings = {}): FieldDraft {
  return draft("string", label, note, { ...settings, rule: oneOf(choices) }, chooser(choices));
}

/** One of a few whole numbers. */
export function step(
  label: string,
  note: string,
  choices: Record<number, string>,
  settings: Settings = {},
): FieldDraft {
  const numbered = Object.entries(choices).map(([value, words]) => ({ value: Number(value), text: words }));
  const rule = { test: { _in: numbered.map(({ value }) => value) }, message: "Choose one of the list." };
  return draft(
    "integer",
    label,
    note,
    { ...settings, rule },
    {
      interface: "select-dropdown",
      options: { choices: numbered, allowNone: !settings.isRequired },
      display: "labels",
      display_options: { choices: numbered },
    },
  );
}

/** One key of a list in the organisation's policy; the list is filled in when the record is applied. */
export function policyChoice(label: string, note: string, list: PolicyList, settings: Settings = {}): FieldDraft {
  const made = draft("string", label, note, settings, {
    interface: "select-dropdown",
    options: { choices: [], allowOther: true, allowNone: !settings.isRequired },
    display: "labels",
    display_options: { choices: [] },
  });
  return { ...made, choicesFrom: list, ruledByPolicy: fromList };
}

/** Several keys of a list in the organisation's policy, stored as a list. */
export function policyChoices(label: string, note: string, list: PolicyList, settings: Settings = {}): FieldDraft {
  const made = draft(
    "json",
    label,
    note,
    { width: "full", ...settings },
    {
      interface: "select-multiple-checkbox",
      special: ["cast-json"],
      options: { choices: [], itemsShown: 20 },
      display: "labels",
      display_options: { choices: [] },
    },
  );
  return { ...made, choicesFrom: list, ruledByPolicy: fromList };
}

/** A list that the policy leaves empty is not asked for. */
const fromList = ["options", "display_options", "hidden"];

/** Several of a few, stored as a list of keys. */
export function choices(label: string, note: string, from: Choices, settings: Settings = {}): FieldDraft {
  return draft(
    "json",
    label,
    note,
    { width: "full", ...settings },
    {
      interface: "select-multiple-checkbox",
      special: ["cast-json"],
      options: { choices: listed(from), itemsShown: 30 },
      display: "labels",
      display_options: { choices: listed(from) },
    },
  );
}

/** Words of one's own, stored as a list. */
export function tags(label: string, note: string, settings: Settings = {}): FieldDraft {
  return draft(
    "json",
    label,
    note,
    { width: "full", ...settings },
    {
      interface: "tags",
      special: ["cast-json"],
      options: { whitespace: null, capitalization: null, alphabetize: false, allowCustom: true },
      display: "labels",
    },
  );
}

/** A short table, stored as a list of objects; `columns` are its fields. */
export function table(label: string, note: string, columns: Record<string, FieldDraft>, template: string): FieldDraft {
  const fields = Object.entries(columns).map(([field, { type, meta }]) => {
    const [words] = meta["translations"] as { translation: string }[];
    const name = words!.translation;
    return { field, name, type, meta: { ...meta, field, name, type } };
  });
  return draft(
    "json",
    label,
    note,
    { width: "full" },
    {
      interface: "list",
      special: ["cast-json"],
      options: { fields, template, addLabel: "Add a line" },
      display: "formatted-json-value",
      display_options: { format: template },
    },
  );
}

/** A structure that programs write and people only look at. */
export function structure(label: string, note: string, settings: Settings = {}): FieldDraft {
  return draft(
    "json",
    label,
    note,
    { width: "full", ...settings },
    {
      interface: "input-code",
      special: ["cast-json"],
      options: { language: "JSON", lineNumber: false },
      display: "formatted-json-value",
    },
  );
}

/** A day. */
export function day(label: string, note: string, settings: Settings = {}): FieldDraft {
  return draft("date", label, note, settings, {
    interface: "datetime",
    display: "datetime",
    display_options: { format: "d MMM yyyy" },
  });
}

/** A moment that Directus itself writes. */
export function moment(label: string, note: string, special: "date-created" | "date-updated"): FieldDraft {
  return draft(
    "timestamp",
    label,
    note,
    { isIndexed: true },
    {
      interface: "datetime",
      special: [special],
      readonly: true,
      hidden: special === "date-created",
      display: "datetime",
      display_options: { relative: true },
    },
  );
}

/** A whole number. */
export function whole(label: string, note: string, settings: Settings = {}): FieldDraft {
  return draft("integer", label, note, settings, { interface: "input", options: { min: 0 } });
}

/** A number with decimals. */
export function decimal(label: string, note: string, settings: Settings = {}): FieldDraft {
  return draft("float", label, note, settings, { interface: "input" });
}

/** An amount in pounds, zero or more. */
export function money(label: string, note: string, settings: Settings = {}): FieldDraft {
  const rule = atLeast(0, "Type an amount in pounds, such as 1250 or 99.50; it cannot be less than nothing.");
  return draft(
    "float",
    label,
    note,
    { rule, ...settings },
    {
      interface: "input",
      options: { min: 0, step: 0.01, iconLeft: "currency_pound" },
      display: "formatted-value",
      display_options: { prefix: "£", format: true },
    },
  );
}

/** Yes or no. */
export function flag(label: string, note: string, defaultValue: boolean, settings: Settings = {}): FieldDraft {
  return draft(
    "boolean",
    label,
    note,
    { ...settings, isRequired: true, defaultValue },
    {
      interface: "boolean",
      special: ["cast-boolean"],
      options: { label },
      display: "boolean",
    },
  );
}

/** Shows a field only where the record fulfils a rule, so that a page asks for nothing that does not apply. */
export function onlyWhere(rule: object, made: FieldDraft): FieldDraft {
  const conditions = [{ name: "Where it applies", rule, hidden: false }];
  return { ...made, meta: { ...made.meta, hidden: true, conditions } };
}

/** Keeps a field out of the Studio's pages; what it holds is of no use to people. */
export function hidden(made: FieldDraft): FieldDraft {
  return { ...made, meta: { ...made.meta, hidden: true, readonly: true } };
}

/** Leaves parts of a field's meta to the policy. */
export function ruledByPolicy(parts: string[], made: FieldDraft): FieldDraft {
  return { ...made, ruledByPolicy: [...(made.ruledByPolicy ?? []), ...parts] };
}

/** Makes a field compulsory where the record fulfils a rule. */
export function requiredWhere(name: string, rule: object, made: FieldDraft): FieldDraft {
  return { ...made, meta: { ...made.meta, conditions: [{ name, rule, required: true }] } };
}

/** Stored keys with what a reader sees. */
export type Choices = Record<string, string>;

function listed(from: Choices) {
  return Object.entries(from).map(([value, words]) => ({ text: words, value }));
}

function chooser(from: Choices) {
  return {
    interface: "select-dropdown",
    options: { choices: listed(from), allowNone: true },
    display: "labels",
    display_options: { choices: listed(from) },
  };
}

function oneOf(from: Choices): Rule {
  return { test: { _in: Object.keys(from) }, message: `Choose one of: ${Object.values(from).join(", ")}.` };
}
