/** Gap tasks, which four people write by links of their own. */
import { readRecords } from "./record.ts";
import { changeTogether } from "./record-changes.ts";

const fields = [
  "id",
  "title",
  "activity_id",
  ...[1, 2, 3].flatMap((stage) => [`stage_${stage}`, `stage_${stage}_on`]),
  "stage_3_state",
];

/** A gap task's own fields, with those of its first three stages; null when it is gone or put away. @throws RecordUnreachable */
export async function readGapTask(id: string): Promise<Record<string, unknown> | null> {
  const filter = { id: { _eq: id }, type: { _eq: "gap_task" }, status: { _eq: "active" } };
  return (await readRecords("evidence", { fields, filter, limit: 1 }))[0] ?? null;
}

/** Changes a gap task. @throws RecordUnreachable */
export async function writeGapTask(id: string, change: Record<string, unknown>): Promise<void> {
  await changeTogether("evidence", [{ id, ...change }]);
}
