import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How many wrong tries are let through before somebody has to wait; times are in seconds. */
export interface Limits {
  account: { points: number; duration: number; blockDuration: number };
  address: { points: number; duration: number; blockDuration: number };
}

/**
 * An account waits five minutes at most, however often it is tried, so that nobody can keep its owner out by typing their e-mail. A
 * school's staff may share one address, which is why it gets more.
 */
const standard: Limits = {
  account: { points: 8, duration: 15 * 60, blockDuration: 5 * 60 },
  address: { points: 40, duration: 15 * 60, blockDuration: 15 * 60 },
};

/** Counts the tries at signing in. */
export interface Tries {
  /**
   * Counts a try, before it is known to be right: tries made at the same moment cannot slip past each other.
   *
   * @returns how many whole minutes to wait; 0 to go ahead
   */
  begin: (email: string, address: string) => Promise<number>;
  /** Takes the try back: it was right, or it could not be judged. */
  forgive: (email: string, address: string) => Promise<void>;
}

/** Makes a counter that is kept in memory: a restart forgives everybody. */
export function countTries(limits: Limits = standard): Tries {
  const accounts = new RateLimiterMemory({ keyPrefix: "account", ...limits.account });
  const addresses = new RateLimiterMemory({ keyPrefix: "address", ...limits.address });
  const keyOf = (email: string) => email.trim().toLowerCase();

  async function waitMs(limiter: RateLimiterMemory, key: string): Promise<number> {
    try {
      await limiter.consume(key);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
      throw refusal;
    }
  }

  return {
    async begin(email, address) {
      const byAddress = await waitMs(addresses, address);
      const longest = byAddress || (await waitMs(accounts, keyOf(email)));
      return Math.ceil(longest / 60_000);
    },
    async forgive(email, address) {
      await accounts.delete(keyOf(email));
      await addresses.reward(address);
    },
  };
}
