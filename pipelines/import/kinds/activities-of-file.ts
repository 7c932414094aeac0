import { naturalKey } from "../keys.ts";
import type { ImportContext } from "../kind.ts";
import { plainName } from "../match-staff.ts";
import { isSameName } from "../trust.ts";
import type { DraftOfRows } from "./draft.ts";

/** An activity that rows of a file are about. */
export interface ActivityOfFile {
  id: string;
  title: string;
  starts_on: string;
  /** The last day that is known; the first, where none is. */
  ends_on: string;
  /** Null: it is in the record already, and stays as it is. */
  fields: Record<string, unknown> | null;
  line: number;
}

/** What a row says of its activity. */
export interface ActivityNamed {
  line: number;
  title: string;
  starts_on: string | null;
  ends_on: string | null;
}

/** The activities of a training register: those of the record, by title and first day, and those that are added. */
export class ActivitiesOfFile {
  private readonly context: ImportContext;
  private readonly draft: DraftOfRows;
  private readonly added = new Map<string, ActivityOfFile>();

  constructor(context: ImportContext, draft: DraftOfRows) {
    this.context = context;
    this.draft = draft;
  }

  /**
   * The activity of a row.
   *
   * @param schoolUrn - the host of an activity that is added; null: the trust
   * @returns the activity, or why there is none
   */
  find(
    named: ActivityNamed,
    schoolUrn: string | null,
  ): { activity: ActivityOfFile } | { activity?: never; reason: string } {
    const found = this.context.lookups.activity(named.title, named.starts_on);
    if (found.item) {
      const { id, title, starts_on } = found.item;
      const ends_on = found.item.ends_on ?? starts_on;
      return { activity: { id, title, starts_on, ends_on, fields: null, line: named.line } };
    }
    if (found.isAmbiguous) return { reason: found.reason };
    if (named.starts_on === null)
      return { reason: `${found.reason}, and has no first day with which it could be added` };
    const id = naturalKey("activities", plainName(named.title), named.starts_on);
    const ends_on = named.ends_on ?? named.starts_on;
    const known = this.added.get(id);
    if (known) {
      if (ends_on > known.ends_on) known.ends_on = ends_on;
      return { activity: known };
    }
    const { title, starts_on, line } = named;
    const fields = {
      id,
      title,
      starts_on,
      level: "whole",
      decision: "approved",
      ...(schoolUrn ? { school_urn: schoolUrn } : {}),
    };
    const activity: ActivityOfFile = { id, title, starts_on, ends_on, fields, line };
    this.added.set(id, activity);
    return { activity };
  }

  /** Gives an activity that is added a field it does not have yet; one of the record stays as it is. */
  describe(activity: ActivityOfFile, name: "provider_id" | "hours" | "delivery_mode", value: unknown): void {
    if (activity.fields && activity.fields[name] === undefined && value !== null && value !== undefined)
      activity.fields[name] = value;
  }

  /** A provider's key, adding one that the record does not have; null where several have the name. */
  provider(name: string, line: number, schoolUrn: string | null): string | null {
    const found = this.context.lookups.provider(name);
    if (found.item) return found.item.id;
    if (found.isAmbiguous) return null;
    const id = naturalKey("providers", plainName(name));
    const fields = { id, name, kind: this.kindOf(name) };
    this.draft.add({ collection: "providers", key: id, line, fields, school_urn: schoolUrn, label: name });
    return id;
  }

  private kindOf(name: string): string {
    if (this.context.trustNames.some((own) => isSameName(own, name))) return "trust";
    if (this.context.lookups.school(name).item) return "own_school";
    if (/teaching school hub/i.test(name)) return "teaching_school_hub";
    return /\buniversit|\bucl\b/i.test(name) ? "university" : "external";
  }

  /** Adds the activities that the record does not have. */
  finish(schoolUrn: string | null): void {
    for (const { id, title, ends_on, fields, line } of this.added.values()) {
      this.draft.add({
        collection: "activities",
        key: id,
        line,
        fields: { ...fields, ends_on },
        school_urn: (fields?.["school_urn"] as string | undefined) ?? schoolUrn,
        label: title,
        // Somebody may have completed it in the Studio since: what is there stays.
        isOnlyIfMissing: true,
      });
    }
    const count = this.added.size;
    if (count > 0) {
      const are = count === 1 ? "1 activity is" : `${count.toLocaleString("en-GB")} activities are`;
      this.draft.say(
        `${are} not in the record by title and first day: added where missing, as approved. Their programme and approach can be filled in in the Studio.`,
      );
    }
  }
}
