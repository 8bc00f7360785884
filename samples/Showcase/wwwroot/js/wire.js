// A stream from both ends: the source of its handler, and its last event as it came over the wire.

import { element } from "./dom.js";
import { highlightCSharp, highlightJson } from "./highlight.js";
import { bytes, text } from "./format.js";

export class Wire {
  #tabs;
  #selected = 0;
  #shown = null;
  #source = document.getElementById("wire-source");
  #event = document.getElementById("wire-event");
  #size = document.getElementById("wire-size");

  /** @param {{ stream: import("./event-stream.js").EventStream, source: string }[]} handlers */
  constructor(handlers) {
    this.handlers = handlers;
    this.#tabs = handlers.map(({ stream }, i) => this.#tab(stream, i));
    document.getElementById("wire-tabs").append(...this.#tabs);
    this.#select(0);
  }

  render() {
    const event = this.handlers[this.#selected].stream.lastEvent;
    if (!event || event === this.#shown) return;
    this.#shown = event;
    const lines = [["id", event.lastEventId], ["event", event.type], ["data", event.data]];
    const length = lines.reduce((sum, [name, value]) => sum + name.length + 3 + new TextEncoder().encode(value).length, 1);
    this.#size.textContent = text(bytes(length));
    this.#event.replaceChildren(...lines.flatMap(([name, value]) => [
      element("span", { class: "field", text: name }), ": ", ...(name === "data" ? highlightJson(value) : [value]), "\n",
    ]));
  }

  #tab(stream, index) {
    const tab = element("button", { type: "button", role: "tab", id: `wire-tab-${index}`, "aria-controls": "wire-body", text: stream.path });
    tab.addEventListener("click", () => this.#select(index));
    tab.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      this.#select((index + step + this.#tabs.length) % this.#tabs.length);
      this.#tabs[this.#selected].focus();
    });
    return tab;
  }

  async #select(index) {
    this.#selected = index;
    this.#tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", i === index);
      tab.tabIndex = i === index ? 0 : -1;
    });
    document.getElementById("wire-body").setAttribute("aria-labelledby", `wire-tab-${index}`);
    this.#shown = null;
    this.#event.textContent = "";
    this.#size.textContent = "";
    this.render();
    const response = await fetch(this.handlers[index].source);
    const code = await response.text();
    if (index === this.#selected) this.#source.replaceChildren(...highlightCSharp(code.trim()));
  }
}
