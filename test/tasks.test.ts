import { describe, expect, test } from "vitest";
import { findTasks, readDuties } from "../pipelines/duties/tasks/run.ts";
import { asking, emptyHub, hubWith } from "./harness/hub.ts";
import { cycleExamples } from "./tasks-cycle.ts";
import type { TaskExample } from "./tasks-example.ts";
import { peopleExamples } from "./tasks-people.ts";
import { provisionExamples } from "./tasks-provision.ts";

const examples = [...cycleExamples, ...peopleExamples, ...provisionExamples];
const allDuties = readDuties();
const squeezed = (line: string) =>
  line
    .split("|")
    .map((cell) => cell.trim())
    .join(" | ");

const hub = await emptyHub();

/** The tasks of one duty as the examples write them. */
async function tasksOf({ duty, given }: TaskExample): Promise<string[]> {
  const own = allDuties.filter(({ id }) => id === duty);
  const { tasks } = await asking(hub, given, (filled) => findTasks(filled, own));
  return tasks.map(({ school_urn, owner_role, due_on, subject, detail, collection, record_id, page }) => {
    const where = page ?? (record_id === null ? collection : `${collection}/${record_id}`);
    return squeezed([school_urn ?? "", owner_role, due_on, subject, detail ?? "", where].join("|"));
  });
}

describe("the duties", () => {
  test.for(examples)("$duty: $about", async (example) => {
    expect(await tasksOf(example)).toEqual(example.expect.map(squeezed));
  });

  test.for(allDuties)("$id has an example of what is to be done, and one of when it is done", ({ id }) => {
    const own = examples.filter(({ duty }) => duty === id);
    expect(own.some(({ expect: tasks }) => tasks.length > 0)).toBe(true);
    expect(own.some(({ expect: tasks }) => tasks.length === 0)).toBe(true);
  });

  test("are all named by an example that exists", () => {
    const ids = allDuties.map(({ id }) => id);
    expect(examples.filter(({ duty }) => !ids.includes(duty))).toEqual([]);
  });
});

test("without a policy nobody has promised anything", async () => {
  const hub = await hubWith({ policy: [], schools: "urn\n100001" });
  expect(await findTasks(hub)).toEqual({ duties: [], tasks: [] });
});

test("duties speak in the organisation's own words, and no word is left in braces", async () => {
  const hub = await hubWith({
    policy: [{ lead_role_term: "centre manager", school_term: "centre", local_board_term: "centre board" }],
    schools: "urn\n100001\n100002",
  });
  const { duties, tasks } = await findTasks(hub);
  const lead = duties.find(({ id }) => id === "appoint_lead")!;
  expect(lead.title).toBe("Appoint a centre manager for a centre");
  expect(JSON.stringify([duties.map(({ title, how }) => [title, how]), tasks])).not.toMatch(/[{]\w+_term[}]/);
});

test("tasks come in the order in which they are due, the same on every run", async () => {
  const given = { schools: "urn\n100002\n100001", needs: "school_urn | identified_on\n100001 | 2026-06-12" };
  const [one, other] = await Promise.all([0, 1].map(async () => (await findTasks(await hubWith(given))).tasks));
  expect(one).toEqual(other);
  const days = one!.map(({ due_on }) => due_on);
  expect(days).toEqual([...days].sort());
});
