/**
 * A fault that someone can put right: where it is, what is wrong and what to do about it.
 * It has the shape of the pipelines' `HubError`, which this folder does not import, so that it runs by itself.
 */
export class DirectusFault extends Error {
  /** The setting, collection or process that is at fault; never a person's data. */
  readonly at: string;
  /** What is wrong there, in one plain sentence. */
  readonly problem: string;
  /** What to do next, in one plain sentence. */
  readonly fix: string;

  constructor(fault: { at: string; problem: string; fix: string; cause?: unknown }) {
    super(`${fault.at}: ${fault.problem}. ${fault.fix}.`, { cause: fault.cause });
    this.name = "DirectusFault";
    this.at = fault.at;
    this.problem = fault.problem;
    this.fix = fault.fix;
  }
}
