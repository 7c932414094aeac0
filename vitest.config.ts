import { defineConfig } from "vitest/config";

/** Three kinds of test, told apart by file name: plain, against a real Directus, and in a real Chromium. */
export default defineConfig({
  test: {
    // Each mostly waits for its Directus or Chromium: a third keeps two cores busy.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/*.test.ts"],
          exclude: ["test/*.directus.test.ts", "test/*.browser.test.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "directus",
          include: ["test/*.directus.test.ts"],
          globalSetup: ["test/harness/shared.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/*.browser.test.ts"],
          globalSetup: ["test/harness/shared.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
