/** The product under each of the five ready profiles: the invented trust's records, five policies. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chooseProfile, profileLetters, readProfile } from "../directus/profiles.ts";
import { type Catalogue, catalogue } from "../pipelines/contract.ts";
import { tasksSlice } from "../pipelines/contract-duties.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { type TestSite, testSite } from "./harness/site.ts";
import { type Visitor, visit } from "./harness/visitor.ts";
import { environmentOf, liveId, runOnce, wholeRelease } from "./run-release.ts";

/** What each policy calls things, and what it asks for: measures that it leaves out, and duties that only some have. */
const expected = {
  M: {
    whole: "hub",
    parts: "Centres",
    level: "Learning and use",
    without: ["confidence_change"],
    duties: { yes: ["check_cpd_system"], no: ["send_course_report", "hold_coach_reviews", "allocate_coaches"] },
  },
  P: {
    whole: "school",
    parts: "Schools",
    level: "Learning and use",
    without: ["confidence_change", "use_in_role"],
    duties: { yes: ["check_cpd_system"], no: ["send_course_report", "draw_followup_sample", "plan_training_days"] },
  },
  C: {
    whole: "trust",
    parts: "Schools",
    level: "Learning and use",
    without: ["confidence_change"],
    duties: { yes: ["send_course_report", "finish_course_report"], no: ["allocate_coaches", "hold_coach_reviews"] },
  },
  B: {
    whole: "trust",
    parts: "Schools",
    level: "Learning and use",
    without: ["full_cost_per_participant_hour", "cpd_quality", "npq_holders", "qts_share", "use_in_role"],
    duties: { yes: ["hold_coach_reviews", "plan_training_days"], no: ["send_course_report", "allocate_coaches"] },
  },
  H: {
    whole: "trust",
    parts: "Academies",
    level: "Learning &amp; use",
    without: ["npq_holders", "qts_share"],
    duties: { yes: ["allocate_coaches"], no: ["send_course_report", "plan_training_days"] },
  },
} as const;

let directus: TestDirectus;
let site: TestSite;
let dataDir: string;
let visitor: Visitor;

beforeAll(async () => {
  directus = await testDirectus({ demo: true });
  dataDir = mkdtempSync(join(tmpdir(), "profiles-"));
}, 480_000);
afterAll(async () => {
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

/** Signs in once there is a release to show. */
async function openSite(): Promise<void> {
  if (site) return;
  site = await testSite({ dataDir, directusUrl: directus.url, siteToken: directus.siteToken, accessRecheckSeconds: 0 });
  visitor = visit(site.url);
  const { email, password } = directus.accounts.find(({ role }) => role === "cpd_administrator")!;
  await visitor.signIn(email, password);
}

const words = (page: string) => page.replace(/<(script|style)[\s\S]*?<\/\1>/g, " ").replace(/<[^>]+>/g, " ");

describe.for(profileLetters)("under profile %s", (letter) => {
  const profile = readProfile(letter);
  const wanted = expected[letter];
  let published: Catalogue;
  let duties: string[];

  beforeAll(async () => {
    // A name that gives no word away.
    await chooseProfile({
      url: directus.url,
      token: directus.adminToken,
      profile: letter,
      organisationName: "Larkmoor Learning",
    });
    await runOnce(environmentOf(directus, dataDir), letter === "M");
    const release = wholeRelease(dataDir, liveId(dataDir)!);
    published = catalogue.parse(JSON.parse(release["catalogue.json"]!));
    const { tasks } = tasksSlice.parse(JSON.parse(release["tasks/trust.json"]!));
    duties = [...new Set(tasks.map(({ duty_id }) => duty_id))];
    await openSite();
  }, 240_000);

  test("readers meet its words, and none of another's", async () => {
    for (const path of ["/", "/trust", "/measures"]) {
      const { status, body } = await visitor.get(path);
      expect(status, path).toBe(200);
      expect(words(body), path).toContain(wanted.parts);
      if (profile.organisation_term !== "trust") expect(words(body), path).not.toMatch(/\btrusts?\b/i);
    }
    const { body } = await visitor.get("/trust");
    expect(words(body)).toContain(`The whole ${wanted.whole}`);
    expect(body).toContain(wanted.level);
  });

  test("what it does not report is said not to be in this policy, which is not to have no data", async () => {
    const left = published.measures.filter(({ is_in_policy }) => !is_in_policy);
    expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining([...wanted.without]));
    // Nothing else is left out than what comes under a heading that it lacks, or is asked at a follow-up that it does not have.
    const followedUp = ["use_in_role", "use_seen_by_others", "cost_per_person_using", "barriers_met"];
    const hasFollowup = profile.followup_min_months !== null;
    const headings: readonly string[] = profile.measures;
    // Pupils' voice answers for their understanding and enthusiasm too.
    const asksPupils = headings.includes("pupil_enthusiasm") ? ["student_voice"] : [];
    const isLeftOut = ({ id, policy_measure }: (typeof left)[number]) =>
      !["provision", ...headings, ...asksPupils].includes(policy_measure) || (!hasFollowup && followedUp.includes(id));
    expect(left.filter((measure) => !isLeftOut(measure)).map(({ id }) => id)).toEqual([]);
    expect(published.measures.filter(isLeftOut).length).toBe(left.length);
    const { body } = await visitor.get(`/measures/${wanted.without[0]}`);
    expect(words(body)).toContain("Not in this policy");
    expect(words((await visitor.get("/measures/participation_coverage")).body)).not.toContain("Not in this policy");
  });

  test("its levels, staff groups, thresholds and months to the follow-up are published", () => {
    expect(published.policy).toMatchObject({
      profile: letter,
      levels: profile.levels,
      staff_groups: profile.staff_groups
        .filter(({ is_audience }) => !is_audience)
        .map(({ key, label }) => ({ key, label })),
      threshold_signed_in: profile.threshold_signed_in,
      followup_min_months: profile.followup_min_months,
    });
  });

  test("it has the duties that it asks for, and not those of other policies", () => {
    expect(duties).toEqual(expect.arrayContaining([...wanted.duties.yes]));
    for (const other of wanted.duties.no) expect(duties).not.toContain(other);
  });

  test("the Studio judges activities as it says", async () => {
    const headers = { authorization: `Bearer ${directus.adminToken}`, "content-type": "application/json" };
    const [first] = profile.criteria;
    const asked = {
      title: `Under ${letter}`,
      starts_on: "2027-01-12",
      decision: "approved",
      criteria_met: [first!.key],
    };
    const answer = await fetch(`${directus.url}/items/activities`, {
      method: "POST",
      headers,
      body: JSON.stringify(asked),
    });
    expect(answer.status).toBe(profile.criteria_mode === "gate" ? 400 : 200);
    if (!answer.ok) expect(await answer.text()).toContain("criteria_met");
    else {
      const { data } = (await answer.json()) as { data: { id: string } };
      await fetch(`${directus.url}/items/activities/${data.id}`, { method: "DELETE", headers });
    }
    const field = await fetch(`${directus.url}/fields/activities/criteria_notice`, { headers });
    const { meta } = ((await field.json()) as { data: { meta: { options: { text: string } } } }).data;
    const notice = {
      gate: "choose “Approved as an exception”",
      score: "counts as its points say",
      checklist: "a reminder",
    };
    expect(meta.options.text).toContain(notice[profile.criteria_mode]);
  });
});
