import { DirectusFault } from "./fault.ts";

/** What Directus prints when something outside it is wrong, and what that means for whoever started it. */
const symptoms: { pattern: RegExp; at: string; problem: string; fix: string }[] = [
  {
    pattern: /EADDRINUSE|is already in use/,
    at: "Directus",
    problem: "its port is in use by another program",
    fix: "End that program, or set DIRECTUS_PORT to a free port",
  },
  {
    pattern: /ENOSPC|SQLITE_FULL|disk is full/,
    at: "the disk",
    problem: "it is full",
    fix: "Free some space and start again; nothing that was saved is lost",
  },
  {
    pattern: /EACCES|SQLITE_READONLY|SQLITE_CANTOPEN/,
    at: "the data folder",
    problem: "Directus may not write to it",
    fix: "Give the user who starts the hub the right to write there, or set DATA_DIR to another folder",
  },
  {
    pattern: /SQLITE_CORRUPT|SQLITE_NOTADB|file is not a database|disk image is malformed/,
    at: "directus/data.db in the data folder",
    problem: "the database file is damaged",
    fix: "Put back a backup of it",
  },
  {
    pattern: /ECONNREFUSED|ENOTFOUND|password authentication failed|Can't connect to the database/,
    at: "the database server",
    problem: "Directus cannot reach it or is turned away",
    fix: "Check the DB_ settings and that the server runs",
  },
  {
    pattern: /Could not locate the bindings file|ERR_DLOPEN_FAILED|NODE_MODULE_VERSION|invalid ELF header/,
    at: "directus/node_modules",
    problem: "a part of Directus was built for another version of Node, or not at all",
    fix: "Delete directus/node_modules and start again",
  },
];

/** The fault that these last lines of Directus's output tell of, or undefined when they tell of none we know. */
export function explainOutput(output: string): DirectusFault | undefined {
  const found = symptoms.find(({ pattern }) => pattern.test(output));
  return found && new DirectusFault(found);
}
