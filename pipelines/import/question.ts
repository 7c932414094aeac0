import { HubError } from "../errors.ts";

/** What a file may fail to say, and whoever imports it must. */
export type Question = "year" | "release" | "trust_uid";

/** A file cannot be used until whoever imports it has answered a question. */
export class ImportQuestion extends HubError {
  readonly asks: Question;

  constructor(asks: Question, fault: { at: string; problem: string; fix: string }) {
    super(fault);
    this.asks = asks;
  }
}
