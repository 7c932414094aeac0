import { academicYears, schoolDay } from "./calendar.ts";
import { programmePlan } from "./programme-plans.ts";
import {
  type PriorityKey,
  type ProgrammeKey,
  type ProviderKey,
  priorities,
  programmes,
  providers,
} from "./programmes.ts";
import { providerFeedback } from "./provider-feedback.ts";
import { randomStream } from "./random.ts";

type Row = Record<string, unknown>;

/** The ids of what is named by key, and the rows to write. */
export interface Plan {
  ids: {
    priority: Record<PriorityKey, string>;
    provider: Record<ProviderKey, string>;
    programme: Record<ProgrammeKey, string>;
  };
  rows: { priorities: Row[]; providers: Row[]; programmes: Row[]; subscriptions: Row[] };
}

/**
 * The priorities, providers, programmes and subscriptions of the demo.
 *
 * @param plans - the ids of the trust's own CPD plans, by the year they start in
 */
export function demoPlan(today: string, plans: ReadonlyMap<number, string> = new Map()): Plan {
  const random = randomStream("plan");
  const years = academicYears(today);
  const withIds = <K extends string>(entries: Record<K, unknown>) =>
    Object.fromEntries(Object.keys(entries).map((key) => [key, random.uuid()])) as Record<K, string>;
  const ids = { priority: withIds(priorities), provider: withIds(providers), programme: withIds(programmes) };
  const span = ([first, last]: readonly [number, number]) => ({
    starts_on: `${years[first]}-09-01`,
    ends_on: `${years[last]! + 1}-08-31`,
  });

  return {
    ids,
    rows: {
      priorities: Object.entries(priorities).map(([key, priority]) => ({
        id: ids.priority[key as PriorityKey],
        title: priority.title,
        level: priority.level,
        school_urn: null,
        owner_role: priority.owner,
        ...span(priority.years),
        status: "active",
      })),
      providers: Object.entries(providers).map(([key, { name, kind, quality }]) => ({
        id: ids.provider[key as ProviderKey],
        name,
        kind,
        notes: null,
        status: "active",
        ...providerFeedback(key as ProviderKey, today),
        quality_assured_on:
          quality && schoolDay(years[quality[0]]!, quality[1], quality[2]) < today
            ? schoolDay(years[quality[0]]!, quality[1], quality[2])
            : null,
      })),
      programmes: Object.entries(programmes).map(([key, programme]) => ({
        id: ids.programme[key as ProgrammeKey],
        title: programme.title,
        priority_id: ids.priority[programme.priority],
        school_urn: programme.school,
        intended_outcome: programme.outcome,
        indicator: programme.indicator,
        baseline: programme.baseline,
        state: programme.state,
        ...span(programme.years),
        value_tags: [],
        plan_id: plans.get(years[programme.years[1]]!) ?? null,
        ...programmePlan(key as ProgrammeKey),
        closed_on: programme.years[1] < 4 ? schoolDay(years[programme.years[1]]!, 7, 8) : null,
        status: "active",
      })),
      subscriptions: subscriptions(years, ids.provider, random.uuid, today),
    },
  };
}

/** One that nobody uses, one whose decision is due, and some that were looked at. */
function subscriptions(
  years: number[],
  provider: Record<ProviderKey, string>,
  newId: () => string,
  today: string,
): Row[] {
  const current = years.at(-1)!;
  const autumn = schoolDay(current, 9, 24);
  const reviewed = autumn < today ? autumn : schoolDay(current - 1, 6, 18);
  const made: [string, ProviderKey, string | null, number, number, string | null, string | null][] = [
    ["Video lesson library", "online", null, 6400, 0, null, null],
    [
      "Marking tool licences",
      "marking",
      null,
      9800,
      61,
      "change",
      "Fewer licences: four in five were not opened this term.",
    ],
    ["Online learning library", "online", null, 4200, 214, "keep", "Most staff used it, support staff too."],
    ["Reading assessment materials", "reading", null, 5150, 88, "keep", "Used in every primary school."],
    ["Mathematics planning scheme", "mathematics", "900003", 1450, 9, null, null],
    ["Science association membership", "conferences", "900006", 320, 7, "keep", "Used for planning and networks."],
    [
      "Printed journal for leaders",
      "conferences",
      "900007",
      240,
      3,
      "stop",
      "The same articles are in the online library.",
    ],
    ["Staff support line", "wellbeing", null, 3900, 47, "keep", "Colleagues asked for it to stay."],
  ];
  return made.map(([title, by, school, cost, users, decision, reason]) => ({
    id: newId(),
    title,
    kind: kinds[title] ?? "subscription",
    owner_role: school ? "Headteacher" : "Chief operating officer",
    notice_by_on: `${current}-12-01`,
    benefit: benefits[title] ?? null,
    provider_id: provider[by],
    school_urn: school,
    annual_cost: cost,
    starts_on: `${current}-01-01`,
    ends_on: `${current}-12-31`,
    users_in_year: users,
    decision,
    decided_on: decision && reviewed,
    decision_reason: reason,
    status: "active",
  }));
}

const kinds: Record<string, string> = {
  "Staff support line": "service_level_agreement",
  "Science association membership": "membership",
};

const benefits: Record<string, string> = {
  "Video lesson library": "Lessons to watch and talk about. Nobody opened it; the network's own visits do the same.",
  "Marking tool licences": "Comments on pupils' work. Overlaps with the marking codes of most schools.",
  "Online learning library": "Short courses at any hour, for support staff too.",
  "Staff support line": "Somebody to talk to, at any hour.",
};
