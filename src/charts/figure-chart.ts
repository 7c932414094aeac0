/**
 * `<figure-chart>`: a chart that draws itself when it comes into view. The table beside it holds every figure, so nothing depends
 * on it; the chart adds the picture, words for each point, and arrow keys to read them by.
 */
import type { ActiveElement, Chart } from "chart.js";
import { paletteOf } from "./palette.ts";
import type { PlainChart } from "./plain-chart.ts";

/** In pixels: what a portrait sheet leaves between its margins. */
const paperWidth = 620;

/** What changes the colours of a page while it is open. */
const themes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));

class FigureChart extends HTMLElement {
  #plain!: PlainChart;
  #chart: Chart | null = null;
  #drawing: typeof import("./draw.ts").draw | null = null;
  #isAskedFor = false;
  #at = -1;
  readonly #observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#load();
  });
  readonly #redraw = () => this.#draw();
  /** Wherever the focus is: whoever hovers over a point may send its words away without moving the pointer. */
  readonly #dismiss = ({ key }: KeyboardEvent) => {
    if (key === "Escape") this.#point(null);
  };
  readonly #drawForPaper = () => {
    const height = this.querySelector<HTMLElement>(".stage")!.clientHeight;
    this.#draw(this.querySelector(".as-printed")!, false);
    this.#chart?.resize(paperWidth, height);
  };

  connectedCallback(): void {
    this.#plain = JSON.parse(this.querySelector("script")!.textContent) as PlainChart;
    this.#observer.observe(this);
    for (const theme of themes) theme.addEventListener("change", this.#redraw);
    addEventListener("beforeprint", this.#drawForPaper);
    addEventListener("afterprint", this.#redraw);
    document.addEventListener("keydown", this.#dismiss);
    this.addEventListener("keydown", (event) => this.#readByKey(event));
    this.addEventListener("blur", () => this.#point(null));
    // Paper has no scrolling: a chart that nobody has scrolled to is fetched once the page is at rest.
    const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));
    whenIdle(() => void this.#load());
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
    for (const theme of themes) theme.removeEventListener("change", this.#redraw);
    removeEventListener("beforeprint", this.#drawForPaper);
    removeEventListener("afterprint", this.#redraw);
    document.removeEventListener("keydown", this.#dismiss);
    this.#chart?.destroy();
  }

  async #load(): Promise<void> {
    this.#observer.disconnect();
    if (this.#isAskedFor) return;
    this.#isAskedFor = true;
    const [{ draw }] = await Promise.all([import("./draw.ts"), document.fonts.ready]);
    // Each chart in a turn of its own, so that a page of many answers a tap in between.
    await new Promise((turn) => setTimeout(turn));
    this.#drawing = draw;
    this.#draw();
    this.tabIndex = 0;
    this.role = "group";
    this.ariaLabel = this.dataset["label"] ?? null;
    this.dataset["state"] = "drawn";
  }

  /** Draws in the colours that hold for an element: this one, or the one that always has the colours of paper. */
  #draw(coloursOf: Element = this, isResponsive = true): void {
    if (!this.#drawing) return;
    const { fontFamily } = getComputedStyle(coloursOf);
    this.#chart?.destroy();
    this.#chart = this.#drawing(
      this.querySelector("canvas")!,
      this.#plain,
      paletteOf(coloursOf),
      fontFamily,
      isResponsive,
    );
  }

  /** Every point that has words, from left to right, our own before the others of the same year. */
  #points(): ActiveElement[] {
    const chart = this.#chart!;
    const points = chart.data.datasets.flatMap((dataset, datasetIndex) =>
      dataset.data.flatMap((value, index) => {
        const element = chart.getDatasetMeta(datasetIndex).data[index];
        return value !== null && element && this.#words(datasetIndex, index) ? [{ datasetIndex, index, element }] : [];
      }),
    );
    return points.sort((one, other) => one.element.x - other.element.x || other.datasetIndex - one.datasetIndex);
  }

  #words(datasetIndex: number, index: number): string {
    return this.#plain.data.datasets[datasetIndex]?.describe[index] ?? "";
  }

  #readByKey(event: KeyboardEvent): void {
    if (!this.#chart) return;
    const points = this.#points();
    const last = points.length - 1;
    const next = {
      ArrowRight: Math.min(last, this.#at + 1),
      ArrowLeft: Math.max(0, this.#at - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined || last < 0) return;
    event.preventDefault();
    this.#at = next;
    this.#point(points[next] ?? null);
  }

  #point(active: ActiveElement | null): void {
    if (!this.#chart) return;
    if (!active) this.#at = -1;
    const elements = active ? [{ datasetIndex: active.datasetIndex, index: active.index }] : [];
    this.#chart.setActiveElements(elements);
    this.#chart.tooltip?.setActiveElements(
      elements,
      active ? { x: active.element.x, y: active.element.y } : { x: 0, y: 0 },
    );
    this.#chart.update();
    this.querySelector(".spoken")!.textContent = active ? this.#words(active.datasetIndex, active.index) : "";
  }
}

customElements.define("figure-chart", FigureChart);
