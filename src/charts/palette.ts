/** The colours of the tokens as a canvas draws them, in the theme of the moment. */
import type { Palette } from "./marks.ts";
import type { Colour } from "./plain-chart.ts";

/**
 * The palette that holds for an element. A token may name a colour of the reader's own system, or a mixture of such: what
 * it comes to is read from a spot painted with it, because the parts of a chart only know colours by their numbers.
 */
export function paletteOf(element: Element): Palette {
  const styles = getComputedStyle(element);
  return (colour: Colour) => {
    const told = styles.getPropertyValue(`--${colour}`).trim();
    return told.startsWith("#") ? told : painted(told, element);
  };
}

/** A colour as `rgb(…)`, with the system colours that the element has. */
function painted(told: string, element: Element): string {
  const spot = element.appendChild(document.createElement("span"));
  spot.style.forcedColorAdjust = "none";
  spot.style.color = told;
  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d")!;
  pen.fillStyle = getComputedStyle(spot).color;
  spot.remove();
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
