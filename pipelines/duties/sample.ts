import { randomInt } from "node:crypto";

/**
 * How many of those who completed something are followed up: the policy's share of them, but at least as many as a figure
 * needs, and never more than there are.
 *
 * @param of - how many may be drawn
 * @param rate - between 0 and 1
 */
export function sampleSize(of: number, rate: number, threshold: number): number {
  // A share such as 0.28 of 25 comes out a hair above 7; that hair is nobody.
  return Math.min(of, Math.max(Math.ceil(rate * of - 1e-9), threshold));
}

/** So many of these, each as likely as any other, in an order that tells nothing (a part of the Fisher–Yates shuffle, with the system's randomness). */
export function drawSample<Member>(members: readonly Member[], size: number): Member[] {
  const pool = [...members];
  for (let index = 0; index < size; index += 1) {
    const other = randomInt(index, pool.length);
    [pool[index], pool[other]] = [pool[other]!, pool[index]!];
  }
  return pool.slice(0, size);
}
