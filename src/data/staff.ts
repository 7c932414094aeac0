/** Members of staff, as far as a reader may open them: administrators everybody, CPD leads those in post at their schools. */
import { z } from "zod";
import type { Keeping } from "../session/reader.ts";
import { countRecords, type RecordFilter, readRecords } from "./record.ts";
import { NotFound } from "./refusal.ts";

/** Somebody in a list of staff, with the posts they hold now. */
export interface StaffEntry {
  id: string;
  name: string;
  posts: { school_urn: string; role_title: string | null }[];
}

/** Who is looked for; what is left out is not narrowed down. */
export interface StaffQuestion {
  /** Words that are in the name, in any order. */
  name?: string;
  school?: string;
  /** Counted from 1. */
  page?: number;
}

/** How many people are listed at once. */
export const staffPageSize = 50;

const person = z.object({ id: z.string(), first_name: z.string().nullable(), last_name: z.string() });
const post = z.object({ staff_id: z.string(), school_urn: z.string(), role_title: z.string().nullable() });

/** A person's name as colleagues write it. */
export function nameOf({ first_name, last_name }: { first_name: string | null; last_name: string }): string {
  return first_name ? `${first_name} ${last_name}` : last_name;
}

/** In post on a day: the first and the last day of a post are part of it. */
function inPost(today: string, schools: string[] | null): RecordFilter {
  return {
    status: { _eq: "active" },
    starts_on: { _lte: today },
    _or: [{ ends_on: { _null: true } }, { ends_on: { _gte: today } }],
    ...(schools ? { school_urn: { _in: schools } } : {}),
  };
}

/** The keys of those a reader may open, of one school where one is asked for; null: everybody. By keys, because Directus silently passes over a condition on a list of records that it finds too deep. */
async function openTo(keeps: Keeping, today: string, school?: string): Promise<string[] | null> {
  const isAsked = (urn: string) => school === undefined || urn === school;
  const schools = keeps === "all" ? (school === undefined ? null : [school]) : (keeps ?? []).filter(isAsked);
  if (schools === null) return null;
  if (schools.length === 0) return [];
  const posts = await readRecords("employments", { fields: ["staff_id"], filter: inPost(today, schools) });
  return [...new Set(posts.map(({ staff_id }) => String(staff_id)))];
}

/**
 * The people that a reader may open and is looking for, by last name, a page at a time.
 *
 * @param today - an ISO date
 * @returns those of the page, and how many there are altogether
 * @throws RecordUnreachable
 */
export async function findStaff(
  keeps: Keeping,
  { name = "", school, page = 1 }: StaffQuestion,
  today: string,
): Promise<{ people: StaffEntry[]; count: number }> {
  const words = name.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const holds = (word: string) => ({
    _or: [{ first_name: { _icontains: word } }, { last_name: { _icontains: word } }],
  });
  const open = await openTo(keeps, today, school);
  if (open?.length === 0) return { people: [], count: 0 };
  const isOpen = open === null ? [] : [{ id: { _in: open } }];
  const filter = { _and: [{ status: { _eq: "active" } }, ...isOpen, ...words.map(holds)] };
  const [found, count] = await Promise.all([
    readRecords("staff", {
      fields: ["id", "first_name", "last_name"],
      filter,
      sort: ["last_name", "first_name", "id"],
      limit: staffPageSize,
      offset: (page - 1) * staffPageSize,
    }),
    countRecords("staff", filter),
  ]);
  const people = z.array(person).parse(found);
  if (people.length === 0) return { people: [], count };
  const posts = z.array(post).parse(
    await readRecords("employments", {
      fields: ["staff_id", "school_urn", "role_title"],
      filter: { ...inPost(today, null), staff_id: { _in: people.map(({ id }) => id) } },
      sort: ["starts_on"],
    }),
  );
  return {
    people: people.map(({ id, ...named }) => ({
      id,
      name: nameOf(named),
      posts: posts.filter(({ staff_id }) => staff_id === id),
    })),
    count,
  };
}

/**
 * Makes sure that a reader may open somebody.
 *
 * @param today - an ISO date
 * @throws NotFound when there is nobody with that key, or nobody whom this reader may open: the two look the same
 * @throws RecordUnreachable
 */
export async function requireStaff(keeps: Keeping, id: string, today: string): Promise<void> {
  const open = await openTo(keeps, today);
  // A key that is no UUID is nobody's; a database might call the question itself a mistake.
  const mayBeThere = z.uuid().safeParse(id).success && (open === null || open.includes(id));
  // Somebody archived is for administrators alone, whatever posts are left of them.
  const filter = { id: { _eq: id }, ...(open === null ? {} : { status: { _eq: "active" } }) };
  if (!mayBeThere || (await countRecords("staff", filter)) === 0)
    throw new NotFound("Nobody that this reader may open");
}
