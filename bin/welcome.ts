import type { Config } from "../pipelines/config.ts";
import type { Prepared } from "./record.ts";

/** What a person needs once the hub is up: where to go, how to get in and what comes next. */
export function welcome(address: string, config: Config, { accounts, entitlements, kept }: Prepared): string {
  const where = process.env["DATA_DIR"] ? `DATA_DIR=${process.env["DATA_DIR"]} ` : "";
  const { name, usage, collections, seats } = entitlements;
  const limit = (most: number) => (most < 0 ? "" : ` of ${most}`);
  const widths = (["role", "email"] as const).map((key) =>
    Math.max(0, ...accounts.map((account) => account[key].length)),
  );
  const rows = accounts.map(
    ({ role, email, password }) => `  ${role.padEnd(widths[0]!)}   ${email.padEnd(widths[1]!)}   ${password}`,
  );
  return [
    "",
    `  The site     ${address}`,
    `  The Studio   ${config.directusUrl}   (at the first sign-in choose "I'm using Core plan")`,
    `  Directus     ${name} licence, ${usage.collections}${limit(collections)} collections and ${usage.seats}${limit(seats)} Studio seats in use`,
    ...(kept.length > 0 ? [`  Kept         ${kept.join(", ")}: added by hand`] : []),
    "",
    ...(rows.length > 0 ? rows : ["  Sign in with an account of your Directus that has an appointment."]),
    "",
    ...(config.hasDemo
      ? []
      : [
          "  Next: add your schools in the Studio, or import them from a second terminal:",
          `  ${where}npm run import -- gias <file> --trust <UID>`,
          "",
        ]),
    "  Ctrl-C stops everything.",
    "",
  ].join("\n");
}
