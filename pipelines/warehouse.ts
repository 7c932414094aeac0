import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBValueConverter,
  type JS,
  JSDuckDBValueConverter,
} from "@duckdb/node-api";
import { HubError } from "./errors.ts";

/** One row as plain JavaScript: whole and decimal numbers are numbers, dates `2026-11-20`, times `2026-11-20T09:30:00.000Z`. */
export type Row = Record<string, unknown>;

/** An open DuckDB. One run uses one at a time; statements wait for each other. */
export interface Warehouse {
  /** Runs one or more statements; `$1` stands for the first parameter. */
  run(sql: string, parameters?: DuckDBValue[]): Promise<void>;
  /** What a query returns, as plain objects. */
  rows<T = Row>(sql: string, parameters?: DuckDBValue[]): Promise<T[]>;
  /** Adds rows to an existing table, matching columns by name; a key left out is null, and text is cast to the column's type. */
  insert(table: string, rows: Row[]): Promise<void>;
  /** Makes (or replaces) a table from rows, with the types that `columnType` finds; for worked examples and tests. */
  createFrom(table: string, rows: Row[]): Promise<void>;
  /** Does all of `work` or, when it throws, none of it. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * Opens a warehouse. DuckDB itself locks the file for as long as the process lives, so that two runs never overlap and a
 * killed one leaves no lock behind.
 *
 * @param path - handed to DuckDB unchanged; a file's folder is made when it is missing
 * @param waitMs - how long to wait for another run to end
 * @throws HubError when another run still has the file open, or when it cannot be opened at all
 */
export async function openWarehouse(path = ":memory:", waitMs = 0): Promise<Warehouse> {
  // `:memory:` and addresses such as `md:hub` have no folder.
  if (!path.includes(":")) mkdirSync(dirname(path), { recursive: true });
  const instance = await openInstance(path, waitMs);
  const connection = await instance.connect();
  // A timestamp is always UTC here, whatever the machine thinks; the same records then give the same figures anywhere.
  await connection.run("set timezone = 'UTC'");
  return {
    run: async (sql, parameters) => {
      await connection.run(sql, parameters);
    },
    rows: async <T>(sql: string, parameters?: DuckDBValue[]) => (await read(connection, sql, parameters)) as T[],
    insert: (table, rows) => insert(connection, table, rows),
    createFrom: async (table, rows) => {
      if (rows.length === 0) throw new RangeError(`no rows to make ${table} from`);
      const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const columns = names.map((name) => `${quote(name)} ${columnType(rows.map((row) => row[name]))}`);
      const schema = table.includes(".") ? table.slice(0, table.lastIndexOf(".")) : "main";
      await connection.run(
        `create schema if not exists ${schema}; create or replace table ${table} (${columns.join(", ")})`,
      );
      await insert(connection, table, rows);
    },
    transaction: async (work) => {
      await connection.run("begin");
      try {
        const result = await work();
        await connection.run("commit");
        return result;
      } catch (cause) {
        await connection.run("rollback");
        throw cause;
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function openInstance(path: string, waitMs: number): Promise<DuckDBInstance> {
  const until = Date.now() + waitMs;
  for (;;) {
    try {
      return await DuckDBInstance.create(path);
    } catch (cause) {
      const isLocked = cause instanceof Error && /conflicting lock|being used by another process/i.test(cause.message);
      if (!isLocked || Date.now() >= until) throw openingFault(path, isLocked, cause);
      await wait(100);
    }
  }
}

/** The DuckDB type that holds all of these values: boolean, integer, double, date, a list of text, json, or text. */
export function columnType(values: unknown[]): string {
  const present = values.filter((value) => value !== null && value !== undefined);
  const all = (test: (value: unknown) => boolean) => present.length > 0 && present.every(test);
  if (all((value) => typeof value === "boolean")) return "boolean";
  if (all((value) => Number.isSafeInteger(value))) return "bigint";
  if (all((value) => typeof value === "number")) return "double";
  if (all((value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value))) return "date";
  if (all(Array.isArray)) return "varchar[]";
  if (all((value) => typeof value === "object")) return "json";
  return "varchar";
}

/** Whole numbers past 2^53 lose their last digits; no count or sum here comes near. */
const plain: DuckDBValueConverter<JS> = (value, type, converter) => {
  if (value === null) return null;
  if (type.typeId === DuckDBTypeId.DATE) return String(value);
  const converted = JSDuckDBValueConverter(value, type, converter);
  if (typeof converted === "bigint") return Number(converted);
  return converted instanceof Date ? converted.toISOString() : converted;
};

async function read(connection: DuckDBConnection, sql: string, parameters?: DuckDBValue[]): Promise<Row[]> {
  const result = await connection.run(sql, parameters);
  return result.convertRowObjects(plain);
}

/** One JSON text a batch is four times as fast as one parameter a value, and keeps decimals exact. */
async function insert(connection: DuckDBConnection, table: string, rows: Row[]): Promise<void> {
  const columns = (await read(connection, `describe ${table}`)) as { column_name: string; column_type: string }[];
  const known = new Set(columns.map((column) => column.column_name));
  const strange = rows.length > 0 && Object.keys(rows[0]!).find((name) => !known.has(name));
  if (strange) throw new RangeError(`${table} has no column ${strange}`);
  // Scalars travel as text and are cast here, because from_json would turn what does not fit into null without a word.
  const structure = Object.fromEntries(columns.map((column) => [column.column_name, jsonType(column.column_type)]));
  const casts = columns.map(({ column_name, column_type }) => `batch.row.${quote(column_name)}::${column_type}`);
  const sql = `insert into ${table} select ${casts.join(", ")}
    from (select unnest(from_json($1::json, '${JSON.stringify([structure]).replaceAll("'", "''")}')) as row) as batch`;
  for (let start = 0; start < rows.length; start += 5_000) {
    await connection.run(sql, [JSON.stringify(rows.slice(start, start + 5_000))]);
  }
}

function jsonType(columnType: string): string | string[] {
  if (columnType === "JSON") return "json";
  return columnType.endsWith("[]") ? ["varchar"] : "varchar";
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function openingFault(path: string, isLocked: boolean, cause: unknown): HubError {
  return new HubError({
    at: "the warehouse",
    problem: isLocked ? "another run is using it" : "it cannot be opened",
    fix: isLocked
      ? "Wait for that run to end, then try again"
      : `Delete ${path}, which a full run makes again, or correct WAREHOUSE; then run the pipeline again`,
    cause,
  });
}
