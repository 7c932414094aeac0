import { parseArgs } from "node:util";
import { HubError } from "../errors.ts";
import { kinds } from "./kinds/all.ts";
import { type ReleaseStatus, readAcademicYear, releaseStatuses } from "./period.ts";
import type { ColumnMapping } from "./table.ts";
import type { WordMapping } from "./words.ts";

/** What `npm run import -- --help` prints. */
export const help = `Imports a file into the record.

  npm run import -- <kind> <file> [options]
  npm run import -- <file>             say what kind of file it is taken for
  npm run import -- --undo <batch>
  npm run import -- --list

Kinds
${kinds.map(({ name, about }) => `  ${name.padEnd(14)}${about}`).join("\n")}

Options
  --dry-run         say what would be done, and do nothing
  --map <column>=<heading>
                    read a column of the kind from under this heading; as often as needed, and remembered for the next such file
  --map-value <column>:<word>=<key>
                    what a word of the file stands for, such as staff_group:TA=support; nothing after the = leaves its rows out
  --refused <file>  write the refused rows with their reasons to a CSV file, to put them right and import them by themselves
  --trust <UID>     choose the trust whose schools are imported, by its group UID in Get Information about Schools
  --year <year>     the academic year, such as 2018/19, where neither the file nor its name says it
  --release <how>   provisional, revised or final, where the file's name does not say it
  --undo <batch>    delete what an import added and put back what it changed
  --list            show the imports so far
  --help            show this

Ends with 0 when everything was imported, 2 when some rows were refused and the rest imported, 1 when nothing was done.`;

/** The command line, checked. */
export interface Arguments {
  positionals: string[];
  isDryRun: boolean;
  isHelp: boolean;
  isList: boolean;
  undo?: string;
  refusedPath?: string;
  trustUid?: string;
  year?: number;
  release?: ReleaseStatus;
  mapping: ColumnMapping;
  words: WordMapping;
}

/** Reads the command line. @throws HubError when it cannot be understood */
export function readArguments(args: string[]): Arguments {
  const { values, positionals } = parse(args);
  const year = values.year === undefined ? undefined : readAcademicYear(values.year);
  if (values.year !== undefined && year === undefined)
    throw misuse("--year is not an academic year", "Write it as 2018/19");
  const release = releaseStatuses.find((known) => known === values.release);
  if (values.release !== undefined && release === undefined)
    throw misuse("--release is not known", `Use one of ${releaseStatuses.join(", ")}`);
  return {
    positionals,
    isDryRun: values["dry-run"] ?? false,
    isHelp: values.help ?? false,
    isList: values.list ?? false,
    ...(values.undo === undefined ? {} : { undo: values.undo }),
    ...(values.refused === undefined ? {} : { refusedPath: values.refused }),
    ...(values.trust === undefined ? {} : { trustUid: values.trust }),
    ...(year === undefined ? {} : { year }),
    ...(release === undefined ? {} : { release }),
    mapping: readMapping(values.map ?? []),
    words: readWordMapping(values["map-value"] ?? []),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        map: { type: "string", multiple: true },
        "map-value": { type: "string", multiple: true },
        refused: { type: "string" },
        trust: { type: "string" },
        year: { type: "string" },
        release: { type: "string" },
        undo: { type: "string" },
        list: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message.split(". ")[0]! : "could not be read";
    throw misuse(problem, "See npm run import -- --help", cause);
  }
}

function readMapping(given: string[]): ColumnMapping {
  return Object.fromEntries(
    given.map((text) => {
      const match = /^(\w+)=(.*)$/s.exec(text);
      if (!match) throw misuse("--map is not a column and a heading", 'Write it as --map "email=Work e-mail"');
      return [match[1]!, match[2]!];
    }),
  );
}

function readWordMapping(given: string[]): WordMapping {
  const words: WordMapping = {};
  for (const text of given) {
    const match = /^(\w+):(.+)=([^=]*)$/s.exec(text);
    if (!match) throw misuse("--map-value is not a column, a word and a key", 'Write it as "staff_group:TA=support"');
    const [, column, word, key] = match as unknown as [string, string, string, string];
    words[column] = { ...words[column], [word]: key };
  }
  return words;
}

/** A command line that cannot be followed. */
export function misuse(problem: string, fix: string, cause?: unknown): HubError {
  return new HubError({ at: "npm run import", problem, fix, cause });
}
