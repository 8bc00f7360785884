// The cores: a small chart for each, however many there are.

import { element, setText, shape } from "./dom.js";
import { span } from "./samples.js";

/** Up to so many cores are listed below each other; more than many get small cells. */
const [few, many] = [4, 16];

export class Cores {
  #cells = [];
  #grid = element("div", { class: "cores" });
  #moment = element("span", { class: "moment" });

  /**
   * @param {import("./samples.js").Samples} samples
   * @param {import("./cursor.js").Cursor} cursor
   */
  constructor(samples, cursor) {
    this.samples = samples;
    this.cursor = cursor;
    this.element = element("article", { class: "card", id: "cores", "aria-labelledby": "cores-title" },
      element("div", { class: "card-head" }, element("h3", { id: "cores-title", text: "Cores" }), this.#moment),
      this.#grid);
  }

  render() {
    const { all, last } = this.samples;
    if (!last) return;
    const sample = this.cursor.before === null ? last : this.samples.before(this.cursor.before);
    const cores = sample.cpu?.cores;
    setText(this.#moment, cores ? `${cores.length} ${cores.length === 1 ? "core" : "cores"}` : "Not available on this system");
    this.#prepare(cores?.length ?? 0);
    cores?.forEach((busy, core) => {
      const { number, line, area } = this.#cells[core];
      setText(number, `${Math.round(busy)} %`);
      const path = curve(all, core);
      line.setAttribute("d", path);
      area.setAttribute("d", `${path}V100H${start(path)}Z`);
    });
  }

  #prepare(count) {
    if (this.#cells.length === count) return;
    this.#grid.classList.toggle("few", count <= few);
    this.#grid.classList.toggle("many", count > many);
    this.#cells = Array.from({ length: count }, () => ({
      number: element("b"),
      line: shape("path", { class: "line" }),
      area: shape("path", { class: "area" }),
    }));
    this.#grid.replaceChildren(...this.#cells.map(({ number, line, area }, core) =>
      element("div", { class: "core" },
        shape("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" }, area, line),
        element("span", { text: `core ${core}` }),
        number)));
  }
}

/** A cell is 100 wide and 100 high; its time is the charts'. */
function curve(samples, core) {
  const end = samples.at(-1).time;
  return "M" + samples
    .map(({ time, cpu }) => `${Math.max(0, 100 - (end - time) / span * 100).toFixed(2)} ${(100 - (cpu?.cores[core] ?? 0)).toFixed(1)}`)
    .join("L");
}

const start = path => path.slice(1, path.indexOf(" "));
