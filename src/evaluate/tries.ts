import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How many links that lead nowhere one address may try; times are in seconds. A whole hall may share one. */
const standard = { points: 60, duration: 15 * 60, blockDuration: 5 * 60 };

/** Counts links that led nowhere, by the address they were tried from. */
export interface Misses {
  /** How many whole minutes an address has to wait before it may try any link; 0: none. */
  wait: (address: string) => Promise<number>;
  /** Counts one more. */
  count: (address: string) => Promise<void>;
}

/** Makes a counter that is kept in memory. Only misses count, so that those who share an address with many do not wait for them. */
export function countMisses(limits = standard): Misses {
  const misses = new RateLimiterMemory({ keyPrefix: "miss", ...limits });
  return {
    async wait(address) {
      const found = await misses.get(address);
      return found === null || found.consumedPoints <= limits.points ? 0 : Math.ceil(found.msBeforeNext / 60_000);
    },
    async count(address) {
      await misses.consume(address).catch((refusal: unknown) => {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
      });
    },
  };
}
