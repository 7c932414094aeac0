import { EditionDamaged, readEdition } from "../data/editions.ts";
import { NotFound } from "../data/refusal.ts";
import type { Edition } from "../papers/editions.ts";
import type { Reader } from "../session/reader.ts";

/** The edition whose number an address gives. @throws NotFound where that is no number, otherwise as `readEdition` */
export async function editionOf(reader: Reader, number: string | null | undefined): Promise<Edition> {
  if (!/^[1-9]\d{0,8}$/.test(number ?? "")) throw new NotFound("No such edition");
  return readEdition(reader, Number(number));
}

/** What was read of editions; null where one is damaged, which the page says. Its log says which. */
export async function unlessDamaged<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (fault) {
    if (!(fault instanceof EditionDamaged)) throw fault;
    console.error(`${fault.message}: not what it was when the edition was made; restore it from a backup.`);
    return null;
  }
}
