const last = new Map<string, Promise<unknown>>();

/** Does one thing at a time for each key: what comes meanwhile waits, in its order. What `work` throws, this throws. */
export function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const before = last.get(key) ?? Promise.resolve();
  const result = before.then(work, work);
  const settled = result.catch(() => undefined);
  last.set(key, settled);
  void settled.then(() => {
    if (last.get(key) === settled) last.delete(key);
  });
  return result;
}
