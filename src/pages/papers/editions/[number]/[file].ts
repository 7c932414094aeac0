import type { APIRoute } from "astro";
import { readEditionFile } from "../../../../data/editions.ts";
import { NotFound } from "../../../../data/refusal.ts";
import { editionFiles } from "../../../../papers/editions.ts";
import { fileName } from "../../../../papers/file-name.ts";
import { editionOf, unlessDamaged } from "../../../../server/edition.ts";
import { fileAnswer, formOf } from "../../../../server/paper-file.ts";

const damagedWords =
  "This file is not what it was when the edition was made, so it is not given out. An administrator can restore it from a backup.\n";

/** A file of an edition, with the bytes that it was made with. */
export const GET: APIRoute = async ({ params, locals }) => {
  const reader = locals.reader!;
  const name = editionFiles.find((known) => known === params["file"] && known !== "paper.json");
  if (name === undefined) throw new NotFound("No such file of an edition");
  const found = await unlessDamaged(async () => {
    const edition = await editionOf(reader, params["number"]);
    return { edition, content: await readEditionFile(reader, edition, name) };
  });
  if (found === null)
    return new Response(damagedWords, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  const { kind, place, number, made_on: madeOn, time_period: timePeriod } = found.edition;
  const form = formOf(name.split(".").at(-1));
  return fileAnswer(found.content, fileName({ kind, place, timePeriod, edition: { number, madeOn } }, form), form);
};
