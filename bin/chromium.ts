import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { HubError } from "../pipelines/errors.ts";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** A browser on this machine: `CHROMIUM` where it is set, a usual place, or Playwright's own download. */
function findChromium(): string | undefined {
  return [process.env["CHROMIUM"], ...places, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Runs a command and tells whether it ended well; what it prints is shown. */
function succeeds(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

/**
 * The path of a Chromium for the browser tests. Where there is none it is installed: from Debian's packages for root on a
 * machine with apt, by Playwright's download elsewhere.
 *
 * @throws HubError when there is none to be had; the browser tests are never skipped
 */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium on this machine: installing one for the browser tests …");
  if (process.getuid?.() === 0 && succeeds("apt-get", "--version")) {
    succeeds("apt-get", "update", "-qq");
    succeeds("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation");
  } else {
    succeeds("playwright-core", "install", "chromium");
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new HubError({
    at: "npm test",
    problem: "the browser tests need a Chromium, and none could be installed",
    fix: "Install one (Debian or Ubuntu: sudo apt-get install chromium), or set CHROMIUM to the path of yours, and run npm test again",
  });
}
