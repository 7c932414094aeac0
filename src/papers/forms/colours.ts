/** The colours of paper: those of styles/tokens.css by day, with the darker grey of styles/print.css. */
import type { Colour } from "../../charts/plain-chart.ts";

/** A colour by the name of its token, as `#rrggbb`; a test holds them to the stylesheets. */
export const paperColours = {
  ink: "#1c2128",
  soft: "#3d434c",
  line: "#e3e0d8",
  panel: "#ffffff",
  us: "#0b5c6b",
  "us-soft": "#dbe9ea",
  "us-band": "#bcd7da",
  others: "#7d8490",
  signal: "#a8480b",
  "signal-soft": "#fbe9dd",
} satisfies Record<Colour | "signal-soft", string>;
