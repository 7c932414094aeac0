/**
 * A fault that someone can put right: where it is, what is wrong and what to do about it.
 * Anything else that goes wrong is a bug of ours and is left to crash.
 */
export class HubError extends Error {
  /** The file, setting, collection or record that is at fault; never a person's data. */
  readonly at: string;
  /** What is wrong there, in one plain sentence. */
  readonly problem: string;
  /** What to do next, in one plain sentence. */
  readonly fix: string;

  constructor(fault: { at: string; problem: string; fix: string; cause?: unknown }) {
    super(`${fault.at}: ${fault.problem}. ${fault.fix}.`, { cause: fault.cause });
    this.name = "HubError";
    this.at = fault.at;
    this.problem = fault.problem;
    this.fix = fault.fix;
  }
}
