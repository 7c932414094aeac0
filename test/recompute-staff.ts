/** Who was in post where and who completed what, worked out from records in plain TypeScript. */
import { censusOf, groupsOf, type Records, textOf, yearAfter, yearOf } from "./recompute-cells.ts";

/** One spell in one post of a school of the trust. */
interface Post {
  id: string;
  staff: string;
  school: string;
  group: string;
  isTeacher: boolean;
  isAudience: boolean;
  contract: string;
  fte: number;
  from: string;
  to: string;
  rung: string | null;
  hasCoach: boolean;
}

/** Somebody in post on a census day, in the post that counts. */
export interface InPost extends Post {
  year: number;
}

/** Something that somebody completed. */
export interface Completed {
  staff: string;
  activity: string;
  year: number;
  school: string | null;
  group: string | null;
  hours: number | null;
}

const never = "9999-12-31";

/** The people of a record on a day. */
export class Staff {
  private readonly posts: Map<string, Post[]>;
  private readonly schools: Map<string, { joined: string; left: string }>;
  private readonly records: Records;
  private readonly today: string;

  constructor(records: Records, today: string) {
    this.records = records;
    this.today = today;
    const policy = records["policy"]![0]!;
    this.schools = new Map(
      records["schools"]!.filter(
        (school) => school["status"] === "active" && school["trust_uid"] === policy["trust_uid"],
      ).map((school) => [
        String(school["urn"]),
        { joined: textOf(school, "trust_joined_on") ?? "0000", left: textOf(school, "trust_left_on") ?? never },
      ]),
    );
    const groups = policy["staff_groups"] as {
      key: string;
      label: string;
      is_teacher: boolean;
      is_audience: boolean;
    }[];
    const posts = records["employments"]!.flatMap((row): Post[] => {
      const school = textOf(row, "school_urn")!;
      const from = textOf(row, "starts_on")!;
      const to = textOf(row, "ends_on") ?? never;
      if (row["status"] !== "active" || !this.schools.has(school) || to < from) return [];
      const key = textOf(row, "staff_group");
      const group = groups.find((one) => one.key === key);
      return [
        {
          id: String(row["id"]),
          staff: String(row["staff_id"]),
          school,
          group: group?.label ?? key?.replaceAll("_", " ") ?? "Not stated",
          isTeacher: (row["is_teacher"] as boolean | null) ?? group?.is_teacher ?? false,
          isAudience: group?.is_audience ?? false,
          contract: textOf(row, "contract") ?? "permanent",
          fte: Number(row["fte"] ?? 1),
          from,
          to,
          rung: textOf(row, "rung"),
          hasCoach: row["coach_id"] === true,
        },
      ];
    });
    this.posts = groupsOf(posts, ({ staff }) => staff);
  }

  /** The post that counts on a day: not an audience's before an audience's, then where most is worked, then the one held longer. */
  on(staff: string, day: string): Post | undefined {
    return (this.posts.get(staff) ?? [])
      .filter(({ from, to }) => from <= day && to >= day)
      .sort(
        (one, other) =>
          Number(one.isAudience) - Number(other.isAudience) ||
          other.fte - one.fte ||
          (one.from < other.from ? -1 : one.from > other.from ? 1 : 0) ||
          (one.id < other.id ? -1 : 1),
      )[0];
  }

  /** Everybody in post on each census day, from the year of the first leaver on record. */
  census(): InPost[] {
    const staffPosts = [...this.posts.values()].flat().filter(({ isAudience }) => !isAudience);
    const latest =
      this.today >= censusOf(yearOf(this.today))
        ? yearOf(this.today)
        : yearOf(`${Number(this.today.slice(0, 4)) - 1}-10-01`);
    const leavers = staffPosts
      .map(({ to }) => to)
      .filter((to) => to !== never)
      .sort();
    const found: InPost[] = [];
    for (let year = leavers[0] ? yearOf(leavers[0]) : latest; year <= latest; year = yearAfter(year)) {
      for (const staff of this.posts.keys()) {
        const post = this.on(staff, censusOf(year));
        const school = post && this.schools.get(post.school)!;
        if (!post || post.isAudience || post.contract === "supply") continue;
        if (school!.joined <= censusOf(year) && school!.left > censusOf(year)) found.push({ ...post, year });
      }
    }
    return found;
  }

  /** Whether somebody has a post, other than supply cover, in a school that is in the trust on a day. */
  isInTrust(staff: string, day: string): boolean {
    return (this.posts.get(staff) ?? []).some(({ from, to, isAudience, contract, school }) => {
      const { joined, left } = this.schools.get(school)!;
      return !isAudience && contract !== "supply" && from <= day && to >= day && joined <= day && left > day;
    });
  }

  /** Whether any post that somebody held from a day to today names a coach. */
  hasCoachSince(staff: string, day: string): boolean {
    return this.records["employments"]!.some(
      (row) =>
        row["status"] === "active" &&
        row["staff_id"] === staff &&
        row["coach_id"] === true &&
        textOf(row, "starts_on")! <= this.today &&
        (textOf(row, "ends_on") ?? this.today) >= day,
    );
  }

  /** Each activity that somebody completed, once, with the longer of two hours; restricted and declined ones left out. */
  completions(): Completed[] {
    const activities = new Map(this.records["activities"]!.map((row) => [String(row["id"]), row]));
    const parts = this.records["participations"]!.filter((row) => row["status"] === "active");
    return [...groupsOf(parts, (row) => `${row["staff_id"]} ${row["activity_id"]}`).values()].flatMap((own) => {
      const activity = activities.get(String(own[0]!["activity_id"]));
      if (activity?.["status"] !== "active" || activity["decision"] === "declined" || activity["is_restricted"])
        return [];
      if (!own.some(({ state }) => state === "completed")) return [];
      const staff = String(own[0]!["staff_id"]);
      const days = own.flatMap((row) => textOf(row, "completed_on") ?? []).sort();
      const day = days.at(-1) ?? textOf(activity, "ends_on") ?? textOf(activity, "starts_on")!;
      const written = own
        .filter(({ state }) => state === "attended" || state === "completed")
        .flatMap((row) => (row["hours_attended"] === null ? [] : Number(row["hours_attended"])));
      const planned = activity["hours"] === null ? null : Number(activity["hours"]);
      const post = this.on(staff, day);
      return [
        {
          staff,
          activity: String(activity["id"]),
          year: yearOf(day),
          school: post?.school ?? null,
          group: post?.group ?? null,
          hours: written.length > 0 ? Math.max(...written) : planned,
        },
      ];
    });
  }
}
