import { expect, test } from "vitest";
import { keepDecisions, readDecisions } from "../pipelines/disclosure/memory.ts";
import { openWarehouse } from "../pipelines/warehouse.ts";

test("decisions on what is hidden are kept from run to run, and forgotten once they no longer hold", async () => {
  const warehouse = await openWarehouse();
  const first = await readDecisions(warehouse);
  expect(first.before.size).toBe(0);
  const decision = {
    0: { rule: "primary", hides: "people" },
    7: { rule: "complementary", hides: "share" },
  } as const;
  first.now.set("a", decision);
  await keepDecisions(warehouse, first);
  const second = await readDecisions(warehouse);
  expect(second.before).toEqual(new Map([["a", decision]]));
  second.now.set("b", {});
  await keepDecisions(warehouse, second);
  expect([...(await readDecisions(warehouse)).before.keys()]).toEqual(["b"]);
  warehouse.close();
});
