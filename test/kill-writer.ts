/** Writes one release after another into the folder it is given, until it is killed. */
import { writeRelease } from "../pipelines/release/release.ts";

const [publishedDir] = process.argv.slice(2);
for (let number = 0; ; number += 1) {
  const figures = Array.from({ length: 200 }, (_, index) => ({
    measure_id: `invented_${index}`,
    value: number + index,
  }));
  const slices = { "catalogue.json": { number }, "trust.json": { figures }, "schools/900001.json": { figures } };
  const content = { as_of: "2026-11-20", records_up_to: null, row_counts: { staff: number }, rejects: [], checks: [] };
  await writeRelease(publishedDir!, { ...content, suppression: [], slices }, new Date("2026-11-20T06:00:00Z"));
  if (number === 0) console.log("writing");
}
