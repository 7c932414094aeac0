/** The members of a list by a word that each of them has, in the order of the list. */
export function groupBy<Member>(members: readonly Member[], wordOf: (member: Member) => string): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const word = wordOf(member);
    const group = groups.get(word);
    if (group) group.push(member);
    else groups.set(word, [member]);
  }
  return groups;
}
