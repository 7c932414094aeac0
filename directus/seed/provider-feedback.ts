import { academicYears, addDays, schoolDay } from "./calendar.ts";
import type { ProviderKey } from "./programmes.ts";

type Row = Record<string, unknown>;

const feedback: Partial<Record<ProviderKey, string>> = {
  hub: "Modules are valued; more examples from special schools were asked for.",
  university: "The course is demanding and used; the reading list was long.",
  reading: "Coaching after each session made the difference. Please keep it.",
  mathematics: "Well taught. Less was used than hoped: fewer ideas, more practice.",
  online: "Short courses are finished, long ones are not.",
  wellbeing: "Colleagues asked for it to stay.",
};

/** What a provider was told, what is open with them, and other quotes; as of `today`. */
export function providerFeedback(key: ProviderKey, today: string): Row {
  const year = academicYears(today).at(-1)!;
  const lastSummer = schoolDay(year - 1, 7, 13);
  // Told this autumn already; the others were last told in the summer.
  const toldOn = key === "reading" ? addDays(today, -6) : lastSummer;
  const words = feedback[key];
  return {
    quality_state: quality[key] ?? "meets",
    quotes:
      key === "marking"
        ? [
            { for_what: "80 licences, Tickwell Digital", amount: 9800, quoted_on: schoolDay(year - 3, 6, 12) },
            { for_what: "80 licences, another supplier", amount: 8950, quoted_on: schoolDay(year - 3, 6, 14) },
          ]
        : null,
    feedback: words ?? null,
    feedback_sent_on: words ? toldOn : null,
    feedback_answered_on: words && key !== "online" ? addDays(toldOn, 5) : null,
    ...openMatter(key, today),
  };
}

const quality: Partial<Record<ProviderKey, string | null>> = { marking: "concerns", conferences: null };

/** One matter overdue, one that will be due, one that was settled. */
function openMatter(key: ProviderKey, today: string): Row {
  const matter = (reason: string, owner: string, due: string, closed: string | null) => ({
    follow_up_reason: reason,
    follow_up_owner: owner,
    follow_up_due_on: due,
    follow_up_closed_on: closed,
  });
  if (key === "marking")
    return matter("Licences that nobody opened", "Chief operating officer", addDays(today, -9), null);
  if (key === "conferences")
    return matter("No step-free way to the hall", "CPD administrator", addDays(today, 17), null);
  if (key === "hub")
    return matter("Slides came after the session", "Head of people", addDays(today, -80), addDays(today, -84));
  return nothingOpen;
}

const nothingOpen = {
  follow_up_reason: null,
  follow_up_owner: null,
  follow_up_due_on: null,
  follow_up_closed_on: null,
};
