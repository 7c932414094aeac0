import { createHash } from "node:crypto";

/** A source of numbers that look random and are the same on every run. */
export interface Random {
  /** At least 0 and below 1. */
  number(): number;
  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the list, each as likely as the others. */
  pick<T>(list: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** A new list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  /** Bell-shaped around `mean`; two in three within `spread` of it. */
  near(mean: number, spread: number): number;
  /** A version 4 UUID. */
  uuid(): string;
}

/**
 * The numbers that belong to a name. Each subject has a stream of its own, so that a change in one leaves the
 * others as they were.
 *
 * @see C. Doty-Humphrey's sfc32, in PractRand (public domain)
 */
export function randomStream(name: string): Random {
  const seed = createHash("sha256").update(name).digest();
  let [a, b, c, counter] = [seed.readUInt32LE(0), seed.readUInt32LE(4), seed.readUInt32LE(8), 1];
  const next = (): number => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  const number = () => next() / 2 ** 32;
  const integer = (from: number, to: number) => from + Math.floor(number() * (to - from + 1));

  return {
    number,
    integer,
    chance: (probability) => number() < probability,
    pick: (list) => list[integer(0, list.length - 1)]!,
    weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][];
      let left = number() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return entries.at(-1)![0];
    },
    shuffled(list) {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = integer(0, last);
        [copy[last], copy[other]] = [copy[other]!, copy[last]!];
      }
      return copy;
    },
    // The sum of four even draws has a standard deviation of √(4/12).
    near: (mean, spread) => mean + ((number() + number() + number() + number() - 2) / Math.sqrt(1 / 3)) * spread,
    uuid() {
      const hex = [next(), next(), next(), next()].map((part) => part.toString(16).padStart(8, "0")).join("");
      const variant = "89ab"[Number.parseInt(hex[16]!, 16) % 4];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
