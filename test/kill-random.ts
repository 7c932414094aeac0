/** Random numbers that are the same on every run (Lehmer, with the multiplier of Park and Miller 1988), from 0 to 1. */
export function* seededRandom(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}
