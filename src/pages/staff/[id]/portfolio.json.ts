import type { APIRoute } from "astro";
import { readPersonalData } from "../../../data/personal-data.ts";
import { Forbidden } from "../../../data/refusal.ts";
import { requireStaff } from "../../../data/staff.ts";
import { personalJson } from "../../../exports/personal-data.ts";
import { readToday } from "../../../session/access.ts";

/** Everything the record holds about one person, for administrators to give to that person. */
export const GET: APIRoute = async ({ params, locals }) => {
  const reader = locals.reader!;
  if (!reader.mayExport) throw new Forbidden("A person's data is for administrators to take out");
  const id = params["id"]!;
  await requireStaff(reader.keeps, id, readToday());
  return new Response(personalJson(await readPersonalData(id, readToday()), readToday()), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="portfolio.json"',
    },
  });
};
