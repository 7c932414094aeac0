import { readdirSync, readFileSync } from "node:fs";
import type { Warehouse } from "../warehouse.ts";

const folder = new URL(".", import.meta.url);

/**
 * Makes a view `stg.<collection>` of every .sql file in this folder: the active records of `raw.*`, renamed and tidied.
 * Views, because nothing is gained by writing a million tidy rows down before the marts read them once.
 */
export async function buildStaging(warehouse: Warehouse): Promise<void> {
  await warehouse.run("drop schema if exists stg cascade; create schema stg");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".sql"))) {
    const sql = readFileSync(new URL(file, folder), "utf8");
    await warehouse.run(`create view stg.${file.replace(".sql", "")} as ${sql}`);
  }
}
