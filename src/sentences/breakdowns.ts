/** What figures can be divided by, in words. */
import { capitalised } from "../format.ts";

/** `Staff group` for `staff_group`. */
export function breakdownName(breakdown: string): string {
  return capitalised(breakdown.replaceAll("_", " "));
}
