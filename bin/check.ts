/** Types, lint and format: `npm run check`; `-- --fix` puts right what a machine can. */
import { spawnSync } from "node:child_process";

const isFixing = process.argv.includes("--fix");
const commands = [
  ["biome", "check", "--error-on-warnings", ...(isFixing ? ["--write"] : []), "."],
  ["astro", "check", "--minimumFailingSeverity", "warning"],
];
const failed = commands.filter(([program, ...args]) => spawnSync(program!, args, { stdio: "inherit" }).status !== 0);
process.exit(failed.length > 0 ? 1 : 0);
