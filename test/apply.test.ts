import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { collections, record } from "../directus/schema/record.ts";

const readme = readFileSync("directus/README.md", "utf8");

test("the record fits in Directus's Core tier with room for what somebody adds", () => {
  const planned = [...readme.matchAll(/^\| +\w+ +\| +`(\w+)`/gm)].map(([, name]) => name);
  expect(planned.length).toBeLessThanOrEqual(23);
  expect(collections.map(({ collection }) => collection).sort()).toEqual(planned.sort());
});

test("an evaluation holds no person, no date, no user and no order of arrival", () => {
  const { fields, relations, meta } = collections.find(({ collection }) => collection === "evaluations")!;
  expect(fields.map(({ field }) => field)).toEqual([
    "id",
    "activity_id",
    "school_urn",
    "staff_group",
    "wave",
    "survey_period",
    "batch",
    "questionnaire",
    "scale_id",
    "answers",
    "status",
  ]);
  expect(fields.filter(({ type }) => /date|time|timestamp/i.test(type))).toEqual([]);
  expect(fields.find(({ field }) => field === "id")).toMatchObject({ type: "uuid", meta: { special: ["uuid"] } });
  expect(relations.map(({ related_collection }) => related_collection)).toEqual(["activities", "schools"]);
  expect(meta["accountability"]).toBe(null);
});

/** What the Studio is told of a field. */
function metaOf(collection: string, field: string): Record<string, unknown> {
  const made = collections.find((one) => one.collection === collection)!;
  return made.fields.find((one) => one.field === field)!.meta;
}

test("an exception or a refusal asks for its reason, and other decisions do not", () => {
  const reason = metaOf("activities", "decision_reason");
  expect(reason["required"]).toBe(false);
  const rule = { decision: { _in: ["exception", "declined"] } };
  expect(reason["conditions"]).toEqual([expect.objectContaining({ rule, required: true })]);
});

test("the Studio shows which ready profile a policy began as, and offers no other, as choosing one there would fill nothing", () => {
  expect(metaOf("policy", "profile")["readonly"]).toBe(true);
});

test("no collection of answers points to a person, and nothing points to an answer", () => {
  const toPeople = record
    .flatMap(({ relations }) => relations)
    .filter((relation) => relation.related_collection === "staff");
  expect(toPeople.map(({ collection }) => collection).sort()).toEqual([
    "activities",
    "agreements",
    "employments",
    "employments",
    "evidence",
    "invitations",
    "participations",
    "qualifications",
  ]);
  const toAnswers = record
    .flatMap(({ relations }) => relations)
    .filter((one) => one.related_collection === "evaluations");
  expect(toAnswers).toEqual([]);
});

describe.for(record)("$collection", ({ collection, meta, fields, relations }) => {
  test("has a label, a note and an icon", () => {
    expect(meta["note"], collection).toMatch(/\S/);
    expect(meta["icon"]).toMatch(/^[a-z_]+$/);
    expect(meta["translations"]).toMatchObject([{ language: "en-GB", translation: expect.stringMatching(/\S/) }, {}]);
  });

  test("has fields that each have a label and a note that ends like a sentence", () => {
    for (const { field, meta: words } of fields) {
      expect(words["translations"], field).toMatchObject([{ translation: expect.stringMatching(/^[A-Z]/) }, {}]);
      expect(words["note"], field).toMatch(/^[A-Z0-9].*\.$/s);
    }
  });

  test("says what to do about every value it turns away", () => {
    const checked = fields.filter(({ meta: words }) => words["validation"]);
    for (const { field, meta: words } of checked) {
      expect(words["validation_message"], field).toMatch(/^(Type|Choose) .*\.$/);
    }
  });

  test("names keys, dates and choices as the rest does", () => {
    const references = new Set(relations.map(({ field }) => field));
    for (const field of references) expect(field).toMatch(/_id$|(^|_)school_urn$/);
    for (const { field, type } of fields) {
      if (type === "date") expect(field).toMatch(/_on$/);
      if (type === "boolean") expect(field).toMatch(/^is_|^has_|^evaluation_mandatory$/);
    }
  });
});
