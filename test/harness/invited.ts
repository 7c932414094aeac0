/** An activity with people who were sent links, for tests of forms and of following up. All of them are invented. */
import { createHash, randomUUID } from "node:crypto";
import { connect, filtered, send } from "../../directus/client.ts";
import type { TestDirectus } from "./directus.ts";

/** A record as Directus's API has it. */
export type Row = Record<string, unknown>;

/** What a test may say of invitations; the rest is as usual on 20 November 2026. */
export type InvitationDraft = Row & { token?: string };

/** The record of one test file. */
export interface InvitedRecord {
  make(collection: string, rows: Row[]): Promise<void>;
  read(collection: string, filter: Row): Promise<Row[]>;
  change(collection: string, id: string, change: Row): Promise<void>;
  /** Makes an activity and returns its id. */
  activity(row?: Row): Promise<string>;
  /** Makes invitations for as many invented people and returns their ids and the codes of their links. */
  invite(drafts: InvitationDraft[]): Promise<{ id: string; token: string; staff_id: string }[]>;
}

/** The code of an invented link: 22 characters, another for each number. */
export function tokenOf(number: number): string {
  return `invented-code-${String(number).padStart(8, "0")}`;
}

/** The invented questionnaires: what is asked at the end, later, of the leader and of all staff. */
export const questionnaires: (Row & { id: string })[] = [
  {
    id: "0f0f0f0f-0000-4000-8000-000000000001",
    key: "invented_end_1",
    wave: "end_of_session",
    title: "What did you make of it?",
    scale_id: "agree_5",
    introduction: "Short and plain answers help most.",
    items: [
      { key: "quality", question: "It was of good quality", scale: "agree_5", area: null, is_required: true },
      { key: "relevance", question: "It fits my work", scale: "agree_5", area: null, is_required: true },
      { key: "likely_to_use", question: "I am likely to use it", scale: "agree_5", area: null, is_required: true },
      { key: "confidence_before", question: "How confident were you before?", scale: "confidence_5" },
      { key: "confidence_now", question: "How confident are you now?", scale: "confidence_5" },
      { key: "wants_more", question: "Would you like more of this?", scale: "yes_no" },
      { key: "comment", question: "Anything else?", scale: "comment" },
    ],
  },
  {
    id: "0f0f0f0f-0000-4000-8000-000000000002",
    key: "invented_later_1",
    wave: "follow_up",
    title: "How is it going?",
    scale_id: "use_4",
    items: [
      { key: "use", question: "Do you use it?", scale: "use_4", is_required: true },
      { key: "seen_by", question: "Who has seen it?", scale: "seen_by" },
      { key: "barriers", question: "What got in the way?", scale: "barriers" },
    ],
  },
  {
    id: "0f0f0f0f-0000-4000-8000-000000000003",
    key: "invented_close_1",
    wave: "close_out",
    title: "Closing it",
    scale_id: "enough_4",
    items: [{ key: "enough_time", question: "Was there enough time?", scale: "enough_4", is_required: true }],
  },
  {
    id: "0f0f0f0f-0000-4000-8000-000000000004",
    key: "invented_survey_1",
    wave: "staff_survey",
    title: "Staff survey",
    scale_id: "agree_4_dk",
    items: [
      { key: "purpose", question: "It helps me help pupils", scale: "agree_4_dk", area: "Pupils", is_required: true },
      { key: "rests_on_research", question: "It rests on research", scale: "agree_4_dk", area: "Evidence" },
    ],
  },
];

/** Fills a record with the questionnaires, and hands out what tests need of it. */
export async function invitedRecord(directus: TestDirectus): Promise<InvitedRecord> {
  const client = connect({ url: directus.url, token: directus.adminToken });
  const make = async (collection: string, rows: Row[]) => {
    await send(client, "POST", `/items/${collection}`, rows);
  };
  await make("questionnaires", questionnaires);
  let invited = 0;

  return {
    make,
    read: (collection, filter) => send<Row[]>(client, "GET", filtered(`/items/${collection}`, filter)),
    async change(collection, id, change) {
      await send(client, "PATCH", `/items/${collection}/${id}`, change);
    },
    async activity(row = {}) {
      const id = randomUUID();
      const usual = { title: "Reading aloud", approach: "in_house_training", strand: "school_based" };
      const days = { starts_on: "2026-11-16", ends_on: "2026-11-16", hours: 2, decision: "approved" };
      await make("activities", [{ id, ...usual, ...days, ...row }]);
      return id;
    },
    async invite(drafts) {
      const made = drafts.map(({ token, ...draft }) => {
        invited += 1;
        const staff = { id: randomUUID(), first_name: "Wren", last_name: `Invented ${invited}` };
        const code = token ?? tokenOf(invited);
        const wave = String(draft["wave"] ?? "end_of_session");
        const invitation = {
          id: randomUUID(),
          staff_id: staff.id,
          questionnaire_id: questionnaires.find((asked) => asked["wave"] === wave)?.id ?? null,
          state: "sent",
          opens_on: "2026-11-16",
          closes_on: "2026-11-30",
          expires_on: "2026-12-28",
          token_hashes: createHash("sha256").update(code).digest("hex"),
          ...draft,
          wave,
        };
        return { staff, invitation, token: code };
      });
      await make(
        "staff",
        made.map(({ staff }) => staff),
      );
      await make(
        "invitations",
        made.map(({ invitation }) => invitation),
      );
      return made.map(({ invitation, staff, token }) => ({ id: invitation.id, token, staff_id: staff.id }));
    },
  };
}
