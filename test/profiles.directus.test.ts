import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseProfile, profileLetters, readProfile } from "../directus/profiles.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { countWrites } from "./harness/writes.ts";

let directus: TestDirectus;
beforeAll(async () => {
  directus = await testDirectus();
});
afterAll(() => directus?.stop());

const asAdmin = () => ({ url: directus.url, token: directus.adminToken });

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(directus.url + path, { headers: { authorization: `Bearer ${directus.adminToken}` } });
  return (await answer.json()).data;
}

test("each ready profile can be chosen, and keeps the organisation's name", async () => {
  await chooseProfile({ ...asAdmin(), profile: "C", organisationName: "Larkmoor Learning Trust" });
  for (const profile of profileLetters) {
    await chooseProfile({ ...asAdmin(), profile });
    expect(await read("/items/policy")).toMatchObject({
      ...readProfile(profile),
      organisation_name: "Larkmoor Learning Trust",
    });
  }
});

test("choosing the profile that is there already writes nothing", async () => {
  await chooseProfile({ ...asAdmin(), profile: "H" });
  const { writes, fetch } = countWrites();
  expect(await chooseProfile({ ...asAdmin(), profile: "H", fetch })).toBe(false);
  expect(writes).toEqual([]);
});

test("the Studio offers the staff groups, criteria and values of the policy", async () => {
  await chooseProfile({ ...asAdmin(), profile: "B" });
  const offered = async (collection: string, field: string) => {
    const found = await read<{ meta: { options: { choices: { value: string }[] } } }>(`/fields/${collection}/${field}`);
    return found.meta.options.choices.map(({ value }) => value);
  };
  const { staff_groups, criteria, value_tags } = readProfile("B");
  expect(await offered("employments", "staff_group")).toEqual(staff_groups.map(({ key }) => key));
  expect(await offered("activities", "criteria_met")).toEqual(criteria.map(({ key }) => key));
  expect(await offered("programmes", "value_tags")).toEqual(value_tags);
});
