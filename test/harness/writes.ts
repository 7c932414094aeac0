/** A `fetch` that notes every request that could change something, as `METHOD path`, and passes all of them on. */
export function countWrites(): { writes: string[]; fetch: typeof fetch } {
  const writes: string[] = [];
  return {
    writes,
    fetch: (input, init) => {
      const method = init?.method ?? "GET";
      const url = new URL(input instanceof Request ? input.url : input);
      if (!["GET", "HEAD", "OPTIONS", "SEARCH"].includes(method)) writes.push(`${method} ${url.pathname}`);
      return fetch(input, init);
    },
  };
}
