/** Numbers the parts of one page, so that each has an id of its own however often a component stands on it. */
const counts = new WeakMap<Request, number>();

/** The next number of the page that answers a request: 1, 2, 3 … */
export function nextNumber(request: Request): number {
  const next = (counts.get(request) ?? 0) + 1;
  counts.set(request, next);
  return next;
}
