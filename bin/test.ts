/** Every test, the browser's included: `npm test`; names after `--` choose test files, as Vitest takes them. */
import { startVitest } from "vitest/node";
import { HubError } from "../pipelines/errors.ts";
import { requireChromium } from "./chromium.ts";

try {
  process.env["CHROMIUM"] = requireChromium();
} catch (error) {
  if (!(error instanceof HubError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const vitest = await startVitest(process.argv.slice(2), { watch: false });
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
await vitest.close();
console.log(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
if (tests.length === 0) process.exitCode = 1;
