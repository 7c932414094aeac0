import type { APIContext } from "astro";
import type { Figure } from "../../pipelines/contract.ts";
import { type FigureFilter, figuresFor } from "../data/measures.ts";
import { BadQuestion, readQuestion } from "./figures.ts";

/** Answers with the figures that an address asks for, as far as this reader may see them; in plain words with status 400 where the question makes no sense. */
export async function answerWithFigures(
  context: APIContext,
  shape: (figures: Figure[], question: FigureFilter) => Response,
): Promise<Response> {
  try {
    const question = await readQuestion(context.url.searchParams);
    return shape(await figuresFor(context.locals.reader!, question), question);
  } catch (refusal) {
    if (refusal instanceof BadQuestion) return Response.json({ error: refusal.message }, { status: 400 });
    throw refusal;
  }
}
