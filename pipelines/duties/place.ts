import { groupBy } from "../import/group.ts";
import { type Cell, joinCells, safeCells } from "./cells.ts";
import type { DutyContext } from "./duty.ts";
import { carried, cellCarried, type Invitation } from "./invitation.ts";

/**
 * Finds what the answers of newcomers to a wave may carry. As long as nobody has answered, what the others' may carry is worked
 * out anew with them, and changed where it differs; once somebody has, it stands.
 *
 * @param standing - the wave's invitations that are not cancelled
 * @param cellOf - where somebody who has such an invitation works
 * @param newcomers - where the others work
 * @returns a cell for each newcomer; null for those who cannot be asked without being told by their answer
 */
export async function place(
  { record, policy }: DutyContext,
  standing: Invitation[],
  cellOf: (made: Invitation) => Cell,
  newcomers: Cell[],
): Promise<(Cell | null)[]> {
  const threshold = policy.threshold_signed_in;
  if (standing.some(({ state }) => state === "answered"))
    return joinCells(standing.map(cellCarried), newcomers, threshold);
  const cells = safeCells([...standing.map(cellOf), ...newcomers], threshold);
  const changed = standing
    .map((made, index) => ({ made, cell: cells[index]! }))
    .filter(({ made, cell }) => JSON.stringify(cellCarried(made)) !== JSON.stringify(cell));
  for (const same of groupBy(changed, ({ cell }) => JSON.stringify(cell)).values()) {
    await record.updateMany(
      "invitations",
      same.map(({ made }) => made.id),
      carried(same[0]!.cell),
    );
  }
  return cells.slice(standing.length);
}
