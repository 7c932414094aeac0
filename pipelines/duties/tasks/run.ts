import { readdirSync, readFileSync } from "node:fs";
import { type Duty, type Task, task } from "../../contract.ts";
import { HubError } from "../../errors.ts";
import type { Warehouse } from "../../warehouse.ts";

const folder = new URL(".", import.meta.url);

/** A duty as its file tells it. */
export interface DutyRule extends Duty {
  /** Whether only its owner is told, and no administrator. */
  isForOwnerAlone: boolean;
  sql: string;
}

/** Everything that is not done, with the duties behind it. */
export interface Tasks {
  duties: DutyRule[];
  /** The first due first. */
  tasks: Task[];
}

/** The organisation's words that a file may use in braces, such as `{school_term}`. */
const terms = ["organisation_term", "school_term", "board_term", "local_board_term", "lead_role_term"] as const;
type Terms = Record<(typeof terms)[number], string | null>;

/** What a query returns: what it leaves out is empty. */
const columns = `
    null::varchar as school_urn,
    null::varchar as owner_role,
    null::date as due_on,
    null::varchar as subject,
    null::varchar as detail,
    null::varchar as collection,
    null::varchar as record_id,
    null::varchar as page`;

/**
 * Asks every duty of this folder of `stg.*` and `marts.*` what is not done. Without a policy nobody has promised anything.
 *
 * A duty is one .sql file: its title, `how:` to do it, what was `asked:` and by which policies, each as a comment, then a query with one
 * row for each thing to do. `for: owner alone` keeps it from administrators.
 *
 * @param rules - which of them; all unless said
 * @throws HubError when a file lacks one of these
 */
export async function findTasks(warehouse: Warehouse, rules: readonly DutyRule[] = readDuties()): Promise<Tasks> {
  const [words] = await warehouse.rows<Terms>(`select ${terms.join(", ")} from stg.policy limit 1`);
  if (!words) return { duties: [], tasks: [] };
  const inWords = (text: string) =>
    capitalised(text.replace(/\{(\w+)\}/g, (_, term) => words[term as keyof Terms] ?? "board"));
  const tasks: Task[] = [];
  for (const { id, sql } of rules) {
    const found = await warehouse.rows<Task>(`
      select '${id}' as duty_id, tasks.* replace (tasks.due_on::varchar as due_on)
      from (select ${columns} where false union all by name (${sql})) as tasks`);
    for (const row of found) {
      const detail = row.detail === null ? null : inWords(row.detail);
      tasks.push(task.parse({ ...row, subject: inWords(row.subject), detail }));
    }
  }
  const key = (one: Task) =>
    [one.due_on, one.duty_id, one.school_urn ?? "", one.subject, one.record_id ?? ""].join("\n");
  return {
    duties: rules.map((rule) => ({ ...rule, title: inWords(rule.title), how: inWords(rule.how) })),
    tasks: tasks.sort((one, other) => (key(one) < key(other) ? -1 : 1)),
  };
}

/** Every duty of this folder by its name, with the terms still in braces. */
export function readDuties(): DutyRule[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return files.sort().map((file) => {
    const sql = readFileSync(new URL(file, folder), "utf8");
    const title = /^-- ([^:]+)\n/.exec(sql)?.[1];
    const said = (name: string) => new RegExp(`^-- ${name}: (.+)$`, "m").exec(sql)?.[1];
    const how = said("how");
    if (!title || !how || !said("asked")) {
      throw new HubError({
        at: `pipelines/duties/tasks/${file}`,
        problem: "does not say what it is, how it is done or who asked for it",
        fix: "Begin with its title as a comment, then lines “-- how: …” and “-- asked: …”",
      });
    }
    return {
      id: file.replace(".sql", "").replaceAll("-", "_"),
      title,
      how,
      isForOwnerAlone: said("for") === "owner alone",
      sql,
    };
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
