/** What people say of an activity at its end and three months on: means on the questionnaires' scales, and weights. */
interface Answers {
  quality: number;
  relevance: number;
  likely: number;
  learnt: number;
  before: number;
  now: number;
  wantsMore: number;
  use: { not_yet: number; tried: number; in_use: number; embedded: number };
  seen: { nobody: number; line_manager: number; observer: number };
  barriers: { time: number; resources: number; support: number; relevance: number; confidence: number; none: number };
}

const usualBarriers = { time: 0.38, resources: 0.12, support: 0.14, relevance: 0.08, confidence: 0.08, none: 0.2 };

/** The kinds of effect. `helps` is used and seen; `nothing` is liked as much, and is not used. */
export const effects = {
  helps: {
    quality: 4.3,
    relevance: 4.5,
    likely: 4.4,
    learnt: 4.4,
    before: 2.4,
    now: 4,
    wantsMore: 0.62,
    use: { not_yet: 0.06, tried: 0.15, in_use: 0.45, embedded: 0.34 },
    seen: { nobody: 0.24, line_manager: 0.48, observer: 0.28 },
    barriers: { ...usualBarriers, time: 0.3, none: 0.42 },
  },
  nothing: {
    quality: 4.4,
    relevance: 4.1,
    likely: 3.9,
    learnt: 3.7,
    before: 3.1,
    now: 3.2,
    wantsMore: 0.2,
    use: { not_yet: 0.63, tried: 0.27, in_use: 0.08, embedded: 0.02 },
    seen: { nobody: 0.92, line_manager: 0.06, observer: 0.02 },
    barriers: { ...usualBarriers, relevance: 0.4, none: 0.06 },
  },
  coached: {
    quality: 4.2,
    relevance: 4.3,
    likely: 4.2,
    learnt: 4.1,
    before: 2.9,
    now: 3.8,
    wantsMore: 0.5,
    use: { not_yet: 0.12, tried: 0.25, in_use: 0.42, embedded: 0.21 },
    seen: { nobody: 0.36, line_manager: 0.3, observer: 0.34 },
    barriers: { ...usualBarriers, time: 0.45 },
  },
  ordinary: {
    quality: 3.9,
    relevance: 3.8,
    likely: 3.8,
    learnt: 3.8,
    before: 2.9,
    now: 3.5,
    wantsMore: 0.4,
    use: { not_yet: 0.24, tried: 0.33, in_use: 0.32, embedded: 0.11 },
    seen: { nobody: 0.62, line_manager: 0.28, observer: 0.1 },
    barriers: usualBarriers,
  },
  weak: {
    quality: 3.8,
    relevance: 3.5,
    likely: 3.3,
    learnt: 3.5,
    before: 2.9,
    now: 3.2,
    wantsMore: 0.3,
    use: { not_yet: 0.42, tried: 0.34, in_use: 0.19, embedded: 0.05 },
    seen: { nobody: 0.82, line_manager: 0.14, observer: 0.04 },
    barriers: { ...usualBarriers, relevance: 0.2, none: 0.1 },
  },
} as const satisfies Record<string, Answers>;
/** The name of a kind of effect. */
export type Effect = keyof typeof effects;
