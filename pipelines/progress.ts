/** Tells whoever waits how a run is getting on. */
export interface Progress {
  /** Does a stage; says how long it has taken every two seconds, and at its end when it took longer than that. */
  stage<T>(name: string, work: () => T | Promise<T>): Promise<T>;
  /** Says one thing. */
  say(line: string): void;
}

const patienceMs = 2_000;

/** Progress as lines, such as `extract: 4 s`. A run of a second or two says nothing of its stages. */
export function progressLines(say: (line: string) => void): Progress {
  return {
    say,
    stage: async (name, work) => {
      const start = performance.now();
      const seconds = () => ((performance.now() - start) / 1_000).toFixed(0);
      const timer = setInterval(() => say(`${name}: ${seconds()} s`), patienceMs);
      try {
        return await work();
      } finally {
        clearInterval(timer);
        if (performance.now() - start > patienceMs) say(`${name}: done in ${seconds()} s`);
      }
    },
  };
}
