/**
 * Progress for people who wait: one line a step, with the time that has passed and what comes next.
 * Plain Node, because it is already needed while the packages are being installed.
 */

const isTerminal = process.stdout.isTTY === true && !process.env["CI"];

/** @param {number} since - a `Date.now()` @returns {string} whole seconds, or minutes and seconds */
export function elapsed(since) {
  const seconds = Math.round((Date.now() - since) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Runs one step and shows how it goes: on a terminal a line that counts the seconds, elsewhere a line at the start, one every
 * fifteen seconds and one at the end.
 *
 * `title` says what is being done, such as "Installing the site's packages"; `next`, in a few words, what comes after it, and is
 * empty for the last step; `work` does it, and shows through `report` where it has got to. Returns what the work returns.
 *
 * @type {<T>(title: string, next: string, work: (report: (detail: string) => void) => Promise<T>) => Promise<T>}
 */
export const step = async (title, next, work) => {
  const since = Date.now();
  let detail = "";
  const line = () => `${title} … ${elapsed(since)}${detail && ` (${detail})`}${next && `, next: ${next}`}`;
  const draw = () => {
    if (isTerminal) process.stdout.write(`\r\x1b[2K  ${line()}`);
    else if (Date.now() - since > 2000) console.log(`  ${line()}`);
  };
  const timer = setInterval(draw, isTerminal ? 1000 : 15_000);
  if (isTerminal) draw();
  const clear = () => {
    clearInterval(timer);
    if (isTerminal) process.stdout.write("\r\x1b[2K");
  };
  try {
    const result = await work((text) => {
      detail = text;
    });
    clear();
    console.log(`✓ ${title} (${elapsed(since)})`);
    return result;
  } catch (error) {
    clear();
    console.log(`✗ ${title} (${elapsed(since)})`);
    throw error;
  }
};
