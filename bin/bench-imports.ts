import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../pipelines/config.ts";

/** One line of the table of measurements. */
interface Measurement {
  what: string;
  value: string;
}

const command = join(import.meta.dirname, "..", "pipelines", "import", "run.ts");

/**
 * Imports registers of invented courses for the demo trust's own staff, as people would in the shell: 20,000 participations written and
 * undone again, and 200,000 lines read and compared, with the memory that took where the system tells it.
 *
 * @param config - of a hub that runs, with the demo trust
 */
export async function measureImports(config: Config): Promise<Measurement[]> {
  const staff = await readEmails(config);
  const small = join(config.dataDir, "register-20000.csv");
  const large = join(config.dataDir, "register-200000.csv");
  await writeFile(small, register(staff, 20_000));
  await writeFile(large, register(staff, 200_000));
  const written = await run("training", small);
  const batch = /as batch (\S+)\./.exec(written.output)?.[1];
  if (!batch) throw new Error(`the import of the bench did not end well:\n${written.output}`);
  const undone = await run("--undo", batch);
  const read = await run("training", large, "--dry-run");
  const rate = Math.round(20_000 / written.seconds);
  return [
    { what: "Import of 20,000 new participations", value: `${written.seconds.toFixed(1)} s, ${rate} a second` },
    { what: "  undoing it", value: `${undone.seconds.toFixed(1)} s` },
    { what: "200,000 lines read and compared", value: `${read.seconds.toFixed(1)} s, at most ${read.megabytes} MB` },
  ];
}

async function readEmails(config: Config): Promise<string[]> {
  const headers = { authorization: `Bearer ${config.adminToken}` };
  const response = await fetch(`${config.directusUrl}/items/staff?limit=-1&fields=email`, { headers });
  const { data } = (await response.json()) as { data: { email: string | null }[] };
  return data.flatMap(({ email }) => email ?? []);
}

/** Everybody in one course after the other, until there are so many lines. */
function register(staff: string[], lines: number): string {
  const rows = Array.from({ length: lines }, (_, line) => {
    const course = Math.floor(line / staff.length);
    return `${staff[line % staff.length]},Measured course ${course},2026-0${1 + (course % 9)}-1${course % 10},Completed,1.5`;
  });
  return ["Email,Course,Start date,Status,Hours", ...rows].join("\n");
}

async function run(...words: string[]): Promise<{ output: string; seconds: number; megabytes: string }> {
  const started = performance.now();
  const child = spawn(process.execPath, [command, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => {
      output += text;
    });
  }
  let megabytes = "?";
  const watch = setInterval(async () => {
    // Linux keeps the most that a process has held in memory at once.
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
    if (peak) megabytes = String(Math.round(Number(peak) / 1024));
  }, 200);
  await once(child, "close");
  clearInterval(watch);
  return { output, seconds: (performance.now() - started) / 1000, megabytes };
}
