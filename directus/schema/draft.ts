import type { PolicyList } from "./define.ts";

/** A field before it has a name. */
export interface FieldDraft {
  type: string;
  meta: Record<string, unknown>;
  /** Null: not a column. */
  schema: Record<string, unknown> | null;
  rule?: Rule;
  /** The collection it refers to. */
  to?: { collection: string; onDelete: "RESTRICT" | "SET NULL" | "CASCADE"; listedAs?: string };
  /** The list of the policy that its choices are taken from. */
  choicesFrom?: PolicyList;
  /** What the policy decides of it besides: parts of `meta` that `policy-choices.ts` fills in. */
  ruledByPolicy?: string[];
}

/** A rule that a value must keep, where there is a value, and what to do about one that does not. */
export interface Rule {
  test: Record<string, unknown>;
  message: string;
}

/** What most fields may be told besides. */
export interface Settings {
  isRequired?: boolean;
  isIndexed?: boolean;
  isUnique?: boolean;
  defaultValue?: string | number | boolean;
  width?: "half" | "full";
  /** The heading that it stands under, in a collection that has headings. */
  under?: string;
  rule?: Rule;
}

/**
 * The rule that a number is `least` or more. The Studio prints a rule with a lower and an upper limit as "Value is invalid"
 * below our message, and one with a single limit in words: so optional numbers have one.
 */
export function atLeast(least: number, message: string): Rule {
  return { test: { _gte: least }, message };
}

/** The rule that a number is `most` or less. */
export function atMost(most: number, message: string): Rule {
  return { test: { _lte: most }, message };
}

/** The rule that a number lies between two others, both allowed; for fields that are never empty. */
export function between(least: number, most: number, message: string): Rule {
  return { test: { _between: [least, most] }, message };
}

/** The rule that words look like `pattern`. */
export function like(pattern: string, message: string): Rule {
  return { test: { _regex: pattern }, message };
}

/** A field of this type, interface and display; not for collection files, which use the functions of `field.ts`. */
export function draft(
  type: string,
  label: string,
  note: string,
  settings: Settings,
  meta: Record<string, unknown>,
): FieldDraft {
  return {
    type,
    meta: {
      special: null,
      readonly: false,
      hidden: false,
      ...meta,
      note,
      translations: ["en-GB", "en-US"].map((language) => ({ language, translation: label })),
      width: settings.width ?? "half",
      required: settings.isRequired ?? false,
      group: settings.under ?? null,
    },
    schema: {
      is_nullable: !settings.isRequired,
      is_indexed: settings.isIndexed ?? false,
      is_unique: settings.isUnique ?? false,
      default_value: settings.defaultValue ?? null,
    },
    ...(settings.rule ? { rule: settings.rule } : {}),
  };
}
