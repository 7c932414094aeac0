/** The evaluation of the CPD lead's role: written by somebody else than who holds it, and for the board alone. */
import { gap, inTheStudio, words, writtenWords } from "./blocks.ts";
import type { Block } from "./paper.ts";
import type { PaperSource } from "./source.ts";
import { plainHeading, type Written } from "./written.ts";

/** What the policies call whoever leads CPD, besides their own word for it. */
const usualNames = /^(the )?cpd (lead|leader|co ordinator|coordinator|manager|administrator)$/;

/**
 * Whether a role is the CPD lead's own, so that it would be evaluating itself.
 *
 * @param role - as somebody typed it
 * @param leadTerm - what the policy calls the CPD lead
 */
export function isLeadRole(role: string, leadTerm: string): boolean {
  const [one, lead] = [plainHeading(role), plainHeading(leadTerm)];
  return one === lead || one === `the ${lead}` || usualNames.test(one);
}

/** Whether a heading is that of the evaluation of a role, so that what anybody wrote under it is the board's too. */
export function isLeadHeading(heading: string): boolean {
  return /^evaluation of .*(lead|leader|manager|administrator|ordinator|headteacher|role)/.test(plainHeading(heading));
}

/** The words of a paper without how the role was evaluated, wherever that was written. */
export function withoutLeadRole(written: Written): Written {
  const sections = written.sections.filter(({ heading }) => !isLeadHeading(heading));
  return { ...written, sections, lead_role_evaluation: null, lead_role_evaluated_by: null };
}

/** What the board reads of the role; other readers are told that it is the board's. Whoever evaluates themselves is said to. */
export function leadRoleBlocks({ catalogue, written, isForBoard }: PaperSource, board: string): Block[] {
  const { lead_role_term: lead } = catalogue.policy;
  if (!isForBoard) return [words(`How the role of the ${lead} was evaluated is for the ${board} alone.`)];
  const text = written?.lead_role_evaluation?.trim();
  const by = written?.lead_role_evaluated_by?.trim();
  const someoneElse = `Somebody else should evaluate it, such as the chair of the ${board}`;
  if (!text) {
    return [
      gap(
        `The role of the ${lead} has not been evaluated for this report. ${someoneElse}; the words are entered ${inTheStudio}.`,
      ),
    ];
  }
  if (!by) {
    const missing = "It is not recorded which role evaluated it, so it cannot be told whether that was somebody else.";
    return [writtenWords(text), gap(`${missing} The role is entered ${inTheStudio}.`)];
  }
  if (isLeadRole(by, lead)) {
    return [
      gap(`Not independent: the role was evaluated by “${by}”, which is the role itself. ${someoneElse}.`),
      writtenWords(text),
    ];
  }
  const presents = written?.presented_by_role;
  if (presents && plainHeading(presents) === plainHeading(by)) {
    return [
      gap(`Not independent: “${by}” evaluated the role and presents this report. ${someoneElse}.`),
      writtenWords(text),
    ];
  }
  return [writtenWords(text), words(`Evaluated by: ${by}.`)];
}
