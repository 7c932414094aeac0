/** The library of shared practice: what a reader looks for in it, and what to say of it. */
import { type CycleSharing, type CycleSlice, sharingRoutes } from "../../pipelines/contract.ts";
import { capitalised, counted, shownCount } from "../format.ts";
import { wordsOf } from "./cycle-words.ts";
import { type Statement, statement } from "./statement.ts";

/** What an address asks of the library; empty words ask for everything. */
export interface Looking {
  /** Words that an entry must have, in any order. */
  words: string;
  /** A key of `sharingRoutes`. */
  route: string;
  /** A school's URN, or `trust` for what no school holds. */
  from: string;
  programme: string;
  /** Whether only entries that say what did not work. */
  onlyFailures: boolean;
}

/** What an address asks for. */
export function lookingFor(asked: URLSearchParams): Looking {
  return {
    words: (asked.get("words") ?? "").trim().slice(0, 100),
    route: asked.get("route") ?? "",
    from: asked.get("from") ?? "",
    programme: asked.get("programme") ?? "",
    onlyFailures: asked.get("did_not") === "yes",
  };
}

/** Whether an address narrows the library down. */
export function isNarrow({ words, route, from, programme, onlyFailures }: Looking): boolean {
  return [words, route, from, programme].some((one) => one !== "") || onlyFailures;
}

const plain = (text: string) => text.toLocaleLowerCase("en-GB").normalize("NFKD").replace(/\p{M}/gu, "");

/** The entries that fit, what is done first and the latest of it on top. */
export function found(sharing: readonly CycleSharing[], looking: Looking): CycleSharing[] {
  const wanted = plain(looking.words).split(/\s+/).filter(Boolean);
  const fits = (one: CycleSharing) => {
    const text = plain(
      [one.title, one.audience, one.what_worked, one.what_did_not, wordsOf(sharingRoutes, one.route)].join(" "),
    );
    return (
      wanted.every((word) => text.includes(word)) &&
      (looking.route === "" || one.route === looking.route) &&
      (looking.from === "" || (one.school_urn ?? "trust") === looking.from) &&
      (looking.programme === "" || one.programme_id === looking.programme) &&
      (!looking.onlyFailures || one.what_did_not !== null)
    );
  };
  return sharing
    .filter(fits)
    .sort(
      (one, other) => (other.done_on ?? "").localeCompare(one.done_on ?? "") || one.title.localeCompare(other.title),
    );
}

/** What to say of the library; empty while nothing is in it. */
export function sharingStory({ sharing }: Pick<CycleSlice, "sharing">, places: number, asOf: string): Statement[] {
  if (sharing.length === 0) return [];
  const done = sharing.filter(({ done_on }) => done_on !== null);
  const overdue = sharing.filter(({ done_on, due_on }) => done_on === null && due_on !== null && due_on < asOf);
  const frank = done.filter(({ what_did_not }) => what_did_not !== null);
  const from = new Set(done.map(({ school_urn }) => school_urn).filter((urn) => urn !== null)).size;
  const silent = Math.max(0, places - from);
  return [
    ...(overdue.length > 0
      ? [
          statement(0, {
            mark: "signal",
            sentence: `${capitalised(counted(overdue.length, "thing"))} that ${overdue.length === 1 ? "was" : "were"} to be shared ${overdue.length === 1 ? "is" : "are"} overdue.`,
            details: [],
            href: null,
          }),
        ]
      : []),
    statement(0, {
      mark: "none",
      sentence: `${capitalised(counted(done.length, "entry"))} ${done.length === 1 ? "is" : "are"} in the library; ${frank.length === 1 ? "one also says" : `${shownCount(frank.length)} also say`} what did not work.`,
      details: ["that something was shared does not say that it was taken up"],
      href: "#library",
    }),
    ...(silent > 0
      ? [
          statement(0, {
            mark: "missing",
            sentence: `Nothing in the library comes from ${shownCount(silent)} of ${shownCount(places)} places.`,
            details: [],
            href: null,
          }),
        ]
      : []),
  ];
}
