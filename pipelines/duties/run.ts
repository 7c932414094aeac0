import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "../config.ts";
import { HubError } from "../errors.ts";
import { cancel } from "./cancel.ts";
import { close } from "./close.ts";
import { addDays } from "./days.ts";
import { draw } from "./draw.ts";
import { type Duty, type DutyContext, dutyPolicy } from "./duty.ts";
import { endedActivities } from "./ended.ts";
import { gapTasks } from "./gap-tasks.ts";
import { invite, inviteParticipants } from "./invite.ts";
import { alone } from "./lock.ts";
import { openDutyRecord } from "./record.ts";
import { replace } from "./replace.ts";
import { sendReports } from "./reports/send.ts";
import { send } from "./send.ts";
import { survey } from "./survey.ts";
import { watchDuties } from "./watch.ts";

const usage = `Does what comes round: invites people to evaluate, draws follow-up samples, sends e-mails, reminders and course reports, closes waves.

  npm run duties                         does what is due today; doing it twice does nothing more
  npm run duties -- --watch              does it at the start and every day, until it is stopped
  npm run duties -- --activity <id>      makes one activity's invitations now, also for those who are booked, for slips on paper

E-mails go out only where SMTP_URL, MAIL_FROM and SITE_URL are set. Ends with 1 when something could not be done.`;

/** In this order: what has ended is closed before anybody is asked anew, and e-mails go last. */
export const duties: readonly Duty[] = [close, replace, cancel, invite, draw, survey, gapTasks, send, sendReports];

/**
 * Does duties, each as far as it goes: one that cannot be done does not keep the others from being done.
 *
 * @param wanted - which; all of them unless said
 * @param fetcher - for tests, which count or break requests
 * @returns what was done in sentences with numbers, without names
 * @throws HubError the first fault, when all the others are done
 */
export async function runDuties(
  config: Config,
  say: (line: string) => void,
  { wanted = duties, fetcher = fetch }: { wanted?: readonly Duty[]; fetcher?: typeof fetch } = {},
): Promise<string[]> {
  return alone(config.dataDir, async () => {
    const context = await openContext(config, say, fetcher);
    const said: string[] = [];
    const faults: HubError[] = [];
    for (const duty of wanted) {
      try {
        const sentences = await duty.run(context);
        for (const sentence of sentences) say(sentence);
        said.push(...sentences);
      } catch (cause) {
        if (!(cause instanceof HubError)) throw cause;
        faults.push(cause);
      }
    }
    if (faults[0]) throw faults[0];
    return said;
  });
}

async function openContext(config: Config, say: (line: string) => void, fetcher: typeof fetch): Promise<DutyContext> {
  const record = openDutyRecord(config, fetcher);
  return { record, policy: await record.policy(dutyPolicy), config, today: config.today, say };
}

/** How many days ahead slips for the hall can be made. */
const daysAhead = 7;

/**
 * Makes the invitations to evaluate one activity, in the week before its last day or after it, also for those who are booked: for slips
 * that are handed out in the hall. Nobody is e-mailed before it is over and they are marked as present.
 *
 * @throws HubError when the activity is not one that people may be asked about now
 */
export async function inviteToActivity(config: Config, id: string, say: (line: string) => void): Promise<string[]> {
  return alone(config.dataDir, async () => {
    const context = await openContext(config, say, fetch);
    const to = addDays(context.today, daysAhead);
    const activity = (await endedActivities(context, { from: "2000-01-01", to })).find((one) => one.id === id);
    if (!activity) {
      const fix = "Make slips in the week before the last day of an approved activity, or after it";
      throw new HubError({ at: "the activity", problem: "people cannot be asked about it yet", fix });
    }
    return inviteParticipants(context, [activity], ["booked", "attended", "completed"]);
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { watch: { type: "boolean" }, activity: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) return console.log(usage);
  const say = (line: string) => console.log(line);
  if (values.watch) {
    const run = async (kinds: Duty["when"][]) => {
      const wanted = duties.filter(({ when }) => kinds.includes(when));
      const dated = (line: string) => say(`${readConfig().today} ${line}`);
      if ((await runDuties(readConfig(), dated, { wanted })).length === 0) dated("Nothing is due.");
    };
    return watchDuties(() => readConfig().today, run, say);
  }
  const said = values.activity
    ? await inviteToActivity(readConfig(), values.activity, say)
    : await runDuties(readConfig(), say);
  if (values.activity) for (const sentence of said) say(sentence);
  if (said.length === 0) say("Nothing is due today.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (fault) {
    if (!(fault instanceof HubError)) throw fault;
    console.error(fault.message);
    process.exitCode = 1;
  }
}
