/** What a form may hold, in bytes; the one that brings a file has a limit of its own, the setting IMPORT_LIMIT_MB. */
export const largestForm = 1_000_000;
