// A chart of the last two minutes, in SVG, so that the theme's colours and the size of the text are CSS's business.

import { shape } from "./dom.js";
import { span } from "./samples.js";

const margin = { left: 52, right: 6, top: 10, bottom: 20 };

/** The height of the marks at the upper edge. */
const markHeight = 7;
const timeTicks = [120, 90, 60, 30, 0];

/** Samples further apart than this are not joined: the line would claim figures that nobody measured. */
const gap = 2000;

/**
 * @typedef {object} Series
 * @property {(sample) => number} value
 * @property {string} ink A colour of tokens.css.
 * @property {boolean} [stacked] Drawn on top of the series before.
 * @property {boolean} [below] Drawn downwards from the axis.
 * @property {boolean} [line] Without an area.
 */
export class Chart {
  #options;
  #svg = shape("svg", { "aria-hidden": "true" });
  #axes = shape("g");
  #marks = shape("g");
  #cursor = shape("line", { class: "cursor" });
  #plots;
  #size = { width: 0, height: 0 };
  #axesKey = "";

  /**
   * @param {HTMLElement} host
   * @param {{ series: Series[], scale: (most: number) => { top: number, ticks: number[] }, axis: (value: number) => string, marks?: (samples) => { time: number, ink: string }[] }} options
   */
  constructor(host, options) {
    this.host = host;
    this.#options = options;
    this.#plots = options.series.map(series => ({
      area: shape("path", { class: series.stacked ? "area solid" : "area", ink: series.ink }),
      line: shape("path", { class: "line", ink: series.ink }),
      point: shape("circle", { class: "point", r: 3.5, ink: series.ink }),
    }));
    this.#svg.append(this.#axes, this.#marks, ...this.#plots.flatMap(plot => [plot.area, plot.line]), this.#cursor, ...this.#plots.map(plot => plot.point));
    host.append(this.#svg);
    new ResizeObserver(([entry]) => {
      this.#size = { width: entry.contentRect.width, height: entry.contentRect.height };
      this.render();
    }).observe(host);
  }

  /** The moment at a place in the chart, in milliseconds before the newest sample. */
  timeAt(clientX) {
    const box = this.host.getBoundingClientRect();
    const share = (clientX - box.left - margin.left) / (box.width - margin.left - margin.right);
    return span * (1 - Math.min(1, Math.max(0, share)));
  }

  /** Draws all samples, and the cursor at one of them. */
  render(samples = this.samples, at = null) {
    this.samples = samples;
    if (!samples || samples.length === 0 || this.#size.width === 0) return;
    const rows = this.#options.series.map(() => []);
    const most = this.#layOut(samples, rows);
    const scale = this.#options.scale(most);
    const place = this.#placer(samples.at(-1).time, scale.top);
    this.#drawAxes(scale, place);
    rows.forEach((row, i) => this.#drawSeries(this.#plots[i], this.#options.series[i], row, place));
    this.#drawMarks(samples, place);
    this.#drawCursor(samples, rows, at, place);
  }

  /** Where each value of each series begins and ends. Returns the highest of them. */
  #layOut(samples, rows) {
    let most = 0;
    for (const sample of samples) {
      let sum = 0;
      this.#options.series.forEach((series, i) => {
        const value = series.value(sample) ?? 0;
        const from = series.stacked ? sum : 0;
        const to = from + value;
        sum = to;
        most = Math.max(most, to);
        rows[i].push({ time: sample.time, from: series.below ? -from : from, to: series.below ? -to : to });
      });
    }
    return most;
  }

  #placer(end, top) {
    const { width, height } = this.#size;
    const plot = { left: margin.left, right: width - margin.right, top: margin.top, bottom: height - margin.bottom };
    const bottom = this.#options.series.some(series => series.below) ? -top : 0;
    return {
      plot,
      x: time => plot.right - (end - time) / span * (plot.right - plot.left),
      y: value => plot.bottom - (value - bottom) / (top - bottom) * (plot.bottom - plot.top),
    };
  }

  #drawAxes(scale, { plot, x, y }) {
    const both = this.#options.series.some(series => series.below);
    const key = [scale.top, this.#size.width, this.#size.height].join();
    if (key === this.#axesKey) return;
    this.#axesKey = key;
    const ticks = both ? [-scale.top, 0, scale.top] : scale.ticks;
    const rules = ticks.flatMap(tick => [
      shape("line", { class: tick === 0 ? "rule base" : "rule", x1: plot.left, x2: plot.right, y1: Math.round(y(tick)), y2: Math.round(y(tick)) }),
      shape("text", { x: plot.left - 8, y: y(tick) + 4, "text-anchor": "end", text: this.#options.axis(Math.abs(tick)) }),
    ]);
    const times = timeTicks
      .filter(seconds => plot.right - plot.left > 260 || seconds % 60 === 0)
      .map(seconds => shape("text", {
        x: plot.left + (1 - seconds * 1000 / span) * (plot.right - plot.left),
        y: this.#size.height - 4,
        "text-anchor": seconds === 0 ? "end" : seconds * 1000 === span ? "start" : "middle",
        text: seconds === 0 ? "now" : `\u2212${seconds} s`,
      }));
    this.#axes.replaceChildren(...rules, ...times);
  }

  #drawSeries({ area, line }, series, row, { plot, x, y }) {
    let [stroke, fill] = ["", ""];
    for (const run of runs(row)) {
      const points = run.map(point => `${Math.max(x(point.time), plot.left).toFixed(1)} ${y(point.to).toFixed(1)}`);
      stroke += `M${points.join("L")}`;
      if (series.line) continue;
      const back = run.toReversed().map(point => `${Math.max(x(point.time), plot.left).toFixed(1)} ${y(point.from).toFixed(1)}`);
      fill += `M${points.join("L")}L${back.join("L")}Z`;
    }
    line.setAttribute("d", stroke);
    area.setAttribute("d", fill);
  }

  #drawMarks(samples, { plot, x }) {
    if (!this.#options.marks) return;
    this.#marks.replaceChildren(...this.#options.marks(samples)
      .filter(mark => x(mark.time) >= plot.left)
      .map(mark => shape("line", { class: "mark", ink: mark.ink, x1: x(mark.time), x2: x(mark.time), y1: plot.top, y2: plot.top - markHeight })));
  }

  #drawCursor(samples, rows, at, { plot, x, y }) {
    const index = at ? samples.indexOf(at) : -1;
    const points = this.#plots.map(plot => plot.point);
    for (const mark of [this.#cursor, ...points]) mark.toggleAttribute("hidden", index < 0);
    if (index < 0) return;
    const left = Math.max(x(at.time), plot.left);
    setPlace(this.#cursor, { x1: left, x2: left, y1: plot.top, y2: plot.bottom });
    points.forEach((point, i) => setPlace(point, { cx: left, cy: y(rows[i][index].to) }));
  }
}

/** The parts of a series without a gap. */
function runs(row) {
  const parts = [];
  for (const [i, point] of row.entries()) {
    if (i === 0 || point.time - row[i - 1].time > gap) parts.push([]);
    parts.at(-1).push(point);
  }
  return parts;
}

function setPlace(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value.toFixed(1));
}
