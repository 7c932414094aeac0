/** What those who did not answer leave open. */
import { shownNumber } from "../../format.ts";
import { boundsBelow, boundsOf, careBelow, responseRate } from "../../statistics/response.ts";
import type { Rule } from "./rule.ts";

/** Each that fires is told. */
export const answerRules: readonly Rule[] = [
  {
    name: "Few replies",
    fires: "fewer than half of those asked answered: read with care, not hidden",
    tell: ({ figure, measure }) => {
      const rate = responseRate(measure, figure);
      if (rate === null || rate >= careBelow) return null;
      return { sentence: `Only ${shownNumber(rate, "percent")} of those asked replied: read it with care.` };
    },
  },
  {
    name: "Silence could turn it",
    fires: "fewer than 80% replied, and the silent could carry a share across a half, or a net score across zero",
    tell: ({ figure, measure }) => {
      const bounds = boundsOf(measure, figure);
      if (!bounds || bounds.rate >= boundsBelow) return null;
      const turn = measure.unit === "net" ? 0 : 0.5;
      if (bounds.against > turn || bounds.for < turn || bounds.against === bounds.for) return null;
      const shown = (value: number) => shownNumber(value, measure.unit, figure.denominator);
      const [least, most] = [shown(bounds.against), shown(bounds.for)];
      return {
        sentence:
          measure.unit === "net"
            ? `Those who did not reply could carry it across zero: ${least} if they were all against, ${most} if all were for.`
            : `Those who did not reply could carry it across a half: ${least} if none of them had said so, ${most} if all had.`,
      };
    },
  },
];
