// The streams at the top of the page: their states, rates and last ids.

import { element, setText } from "./dom.js";
import { perSecond } from "./format.js";

const names = {
  connecting: "Connecting", open: "Live", reconnecting: "Reconnecting", restarting: "Server is restarting", closed: "Closed", paused: "Paused",
};

/** The state to worry about most comes first. */
const worst = ["closed", "restarting", "reconnecting", "connecting", "paused", "open"];

export class Connections {
  #rows;
  #totals = new Map();
  #pill = document.getElementById("connection");
  #pillText = document.getElementById("connection-text");

  /**
   * @param {import("./event-stream.js").EventStream[]} streams
   * @param {import("./samples.js").Samples} runtime Knows how many streams the server has open.
   */
  constructor(streams, runtime) {
    this.streams = streams;
    this.runtime = runtime;
    this.#rows = streams.map(stream => this.#row(stream));
    document.getElementById("connections").append(...this.#rows.map(row => row.element));
    for (const name of ["Events per second", "Events received", "Streams open here", "On the server"]) {
      const value = element("dd", { text: "–" });
      this.#totals.set(name, value);
      document.getElementById("totals").append(element("div", {}, element("dt", { text: name }), value));
    }
    for (const stream of streams) stream.addEventListener("state", () => this.render());
  }

  render() {
    for (const row of this.#rows) this.#renderRow(row);
    const sum = value => this.streams.reduce((total, stream) => total + value(stream), 0);
    this.#total("Events per second", perSecond(sum(stream => stream.rate)));
    this.#total("Events received", sum(stream => stream.received).toLocaleString("en"));
    this.#total("Streams open here", this.streams.filter(stream => stream.state === "open").length.toString());
    this.#total("On the server", this.runtime.last ? this.runtime.last.openStreams.toLocaleString("en") : "–");

    const state = worst.find(candidate => this.streams.some(stream => stream.state === candidate));
    this.#pill.dataset.state = state;
    setText(this.#pillText, names[state]);
  }

  #total(name, value) {
    setText(this.#totals.get(name), value);
  }

  #row(stream) {
    const state = element("span", { class: "state" }, element("span", { class: "dot", "aria-hidden": "true" }), element("span"));
    const [rate, received] = [element("td", { class: "number" }), element("td", { class: "number" })];
    const id = element("td", { class: "id" });
    return {
      stream, state, rate, received, id,
      element: element("tr", { "data-path": stream.path },
        element("td", {}, element("code", { text: stream.path })), element("td", {}, state), rate, received, id),
    };
  }

  #renderRow({ stream, state, rate, received, id }) {
    state.dataset.state = stream.state;
    setText(state.lastChild, names[stream.state]);
    setText(rate, perSecond(stream.rate));
    setText(received, stream.received.toLocaleString("en"));
    setText(id, stream.lastEventId || "–");
  }
}
