// A card: title, the value of the moment looked at, a chart, and further figures.

import { Chart } from "./chart.js";
import { element, setText } from "./dom.js";
import { ago, text } from "./format.js";

/**
 * @typedef {object} CardOptions
 * @property {string} id
 * @property {string} title
 * @property {string} [width] wide or narrow
 * @property {(sample) => { value: string, unit: string, aside?: string } | null} value null: the system does not tell.
 * @property {object} [chart] Options of the Chart; its series have a `label` for the legend.
 * @property {(value: number) => { value: string, unit: string }} [format] For the legend.
 * @property {(sample) => { share: number, ink: string }[]} [meter] Parts of a whole, between 0 and 1.
 * @property {(sample) => [name: string, value: string, ink?: string][]} [facts]
 */
export class Card {
  #options;
  #parts;

  /**
   * @param {CardOptions} options
   * @param {import("./samples.js").Samples} samples
   * @param {import("./cursor.js").Cursor} cursor
   */
  constructor(options, samples, cursor) {
    this.#options = options;
    this.samples = samples;
    this.cursor = cursor;
    this.#build();
    if (options.chart) {
      this.chart = new Chart(this.#parts.chart, { ...options.chart, axis: value => text(options.chart.axis(value)) });
    }
  }

  /** Shows a moment: the newest, or the one that is pointed at. */
  render() {
    const { all, last } = this.samples;
    if (!last) return;
    const pointed = this.cursor.before === null ? null : this.samples.before(this.cursor.before);
    const sample = pointed ?? last;
    const value = this.#options.value(sample);
    this.element.classList.toggle("unavailable", value === null);
    this.#showValue(value ?? { value: "Not available on this system", unit: "" });
    setText(this.#parts.moment, pointed ? ago(last.time - pointed.time) : "");
    if (value !== null) this.#showFigures(sample);
    this.chart?.render(all, pointed);
  }

  /** What the card shows, in words. */
  describe() {
    return `${this.#options.title}: ${this.#parts.value.innerText.replaceAll(/\s+/g, " ")}, ${this.#parts.moment.textContent || "now"}`;
  }

  #build() {
    const { id, title, width, chart } = this.#options;
    this.#parts = {
      moment: element("span", { class: "moment" }),
      number: element("b", { text: "–" }),
      unit: element("span", { class: "unit" }),
      aside: element("span", { class: "aside" }),
      legend: (chart?.series ?? []).map(() => element("b")),
      meter: element("div", { class: "meter", "aria-hidden": "true" }),
      facts: element("dl", { class: "facts" }),
      chart: chart && element("div", { class: "chart", role: "img", tabindex: 0, "aria-label": `${title}, the last two minutes. Arrow keys move through time.` }),
    };
    const parts = this.#parts;
    parts.value = element("p", { class: "value" }, parts.number, parts.unit, parts.aside);
    this.element = element("article", { class: `card ${width ?? ""}`, id, "aria-labelledby": `${id}-title` },
      element("div", { class: "card-head" }, element("h3", { id: `${id}-title`, text: title }), parts.moment),
      parts.value);
    if (this.#options.meter) this.element.append(parts.meter);
    if (chart) {
      this.element.append(element("div", { class: "legend" }, ...chart.series.map((series, i) =>
        element("span", {}, element("i", { ink: series.ink }), `${series.label} `, parts.legend[i]))), parts.chart);
    }
    if (this.#options.facts) this.element.append(parts.facts);
  }

  #showValue({ value, unit, aside = "" }) {
    setText(this.#parts.number, value);
    setText(this.#parts.unit, unit);
    setText(this.#parts.aside, aside);
  }

  #showFigures(sample) {
    const { chart, format, meter, facts } = this.#options;
    chart?.series.forEach((series, i) => setText(this.#parts.legend[i], text(format(series.value(sample) ?? 0))));
    if (meter) fillMeter(this.#parts.meter, meter(sample));
    if (facts) fillFacts(this.#parts.facts, facts(sample));
  }
}

function fillMeter(meter, parts) {
  while (meter.children.length < parts.length) meter.append(element("i", { ink: parts[meter.children.length].ink }));
  parts.forEach((part, i) => { meter.children[i].style.width = `${(100 * Math.min(1, Math.max(0, part.share))).toFixed(2)}%`; });
}

function fillFacts(list, facts) {
  for (const [, , ink] of facts.slice(list.children.length)) {
    list.append(element("div", {}, element("dt", { class: ink ? "keyed" : undefined, ink }), element("dd")));
  }
  facts.forEach(([name, value], i) => {
    setText(list.children[i].firstChild, name);
    setText(list.children[i].lastChild, value);
  });
}
