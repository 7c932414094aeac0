/** What a reader may open, as far as the navigation needs to know. */
interface Navigator {
  /** The schools whose pages this reader may open; `all` for readers of the whole trust. */
  schools: "all" | readonly string[];
}

/** One entry of the main navigation. */
export interface NavigationEntry {
  href: string;
  label: string;
}

/**
 * The main navigation of a reader: only pages that they may open. A reader of one school has that school as their
 * home page, so it needs no entry of its own.
 */
export function navigation(reader: Navigator): NavigationEntry[] {
  const hasSeveralSchools = reader.schools === "all" || reader.schools.length > 1;
  return [
    { href: "/", label: "Home" },
    ...(hasSeveralSchools ? [{ href: "/schools", label: "Schools" }] : []),
    { href: "/trust", label: "Trust" },
    { href: "/measures", label: "Measures" },
    { href: "/about-figures", label: "How to read the figures" },
  ];
}
