/** The waves whose answers are nobody's in particular; a close-out and a gap task say that they are not anonymous. */
const anonymous: readonly unknown[] = ["end_of_session", "follow_up", "staff_survey"];

/**
 * Whether nobody may be told that an answer came by an invitation, not even whoever follows its link: as long as one may come, until the
 * last day for late answers is over. Somebody who holds the links of others would learn by it who has not answered, and could do it for
 * them; and of the few who answer late, each could be told by the day.
 *
 * @param invitation - its `wave`, and the ISO date `expires_on`, as the record has them; without that date an answer may always come
 * @param today - an ISO date
 */
export function staysUnseen({ wave, expires_on }: { wave?: unknown; expires_on?: unknown }, today: string): boolean {
  return anonymous.includes(wave) && (typeof expires_on !== "string" || expires_on >= today);
}

/** What of an invitation says whether an answer came: its state and, because those who answered are not reminded, the days of its e-mails. */
const telling = ["state", "sent_on"];

/** An invitation to take out of the record: without what says that an answer came, while that stays unseen. @param today - an ISO date */
export function withoutState(invitation: Record<string, unknown>, today: string): Record<string, unknown> {
  if (!staysUnseen(invitation, today)) return invitation;
  return Object.fromEntries(
    Object.entries(invitation).map(([name, value]) => [name, telling.includes(name) ? null : value]),
  );
}
