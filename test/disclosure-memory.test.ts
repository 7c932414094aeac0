import { expect, test } from "vitest";
import { keepDecisions, readDecisions } from "../pipelines/disclosure/memory.ts";
import { openWarehouse } from "../pipelines/warehouse.ts";

test("decisions on what is hidden are kept from run to run, and forgotten once they no longer hold", async () => {
  const warehouse = await openWarehouse();
  const first = await readDecisions(warehouse);
  expect(first.before.size).toBe(0);
  first.now.set("a", { 0: "primary", 7: "complementary" });
  await keepDecisions(warehouse, first);
  const second = await readDecisions(warehouse);
  expect(second.before).toEqual(new Map([["a", { 0: "primary", 7: "complementary" }]]));
  second.now.set("b", {});
  await keepDecisions(warehouse, second);
  expect([...(await readDecisions(warehouse)).before.keys()]).toEqual(["b"]);
  warehouse.close();
});
