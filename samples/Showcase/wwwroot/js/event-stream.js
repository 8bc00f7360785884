// One stream: the browser's EventSource, and what can be said about the connection.

/** How long a stream that the browser has given up is left alone. */
const retryDelay = 3000;

/** The span over which the event rate is measured. */
const rateWindow = 5000;

/**
 * Dispatches `state` when the connection's state changes and `received` with each event.
 * States: connecting, open, reconnecting, restarting (the server said so), closed (the browser gave up), paused.
 */
export class EventStream extends EventTarget {
  state = "connecting";
  received = 0;
  lastEventId = "";
  lastEvent = null;
  #arrivals = [];
  #source = null;
  #types;
  #retry = 0;

  /**
   * @param {string} path
   * @param {string[]} types The types of its events.
   */
  constructor(path, types) {
    super();
    this.path = path;
    this.#types = types;
  }

  open() {
    this.close();
    // The browser names the last event when it comes back by itself; a new EventSource cannot send that header.
    const source = new EventSource(this.lastEventId ? `${this.path}?lastEventId=${encodeURIComponent(this.lastEventId)}` : this.path);
    this.#source = source;
    this.#setState(this.received > 0 ? "reconnecting" : "connecting");
    source.onopen = () => this.#setState("open");
    source.onerror = () => this.#lost(source);
    source.addEventListener("shutdown", () => this.#setState("restarting"));
    for (const type of this.#types) source.addEventListener(type, event => this.#receive(event));
  }

  close() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  /** Gives the connection back to the browser, which has only six to a server under HTTP/1.1, until the page is looked at again. */
  pause() {
    this.close();
    this.#setState("paused");
  }

  /** Events in a second, over the last few. */
  get rate() {
    const since = performance.now() - rateWindow;
    while (this.#arrivals.length > 0 && this.#arrivals[0] < since) this.#arrivals.shift();
    return this.#arrivals.length / (rateWindow / 1000);
  }

  #receive(event) {
    this.received++;
    this.lastEventId = event.lastEventId;
    this.lastEvent = event;
    this.#arrivals.push(performance.now());
    this.dispatchEvent(new CustomEvent("received", { detail: { type: event.type, data: JSON.parse(event.data) } }));
  }

  #lost(source) {
    if (source.readyState === EventSource.CLOSED) {
      // An answer that is no event stream, from a proxy for example, ends an EventSource for good.
      this.#setState("closed");
      this.#retry = setTimeout(() => this.open(), retryDelay);
    } else if (this.state !== "restarting") {
      this.#setState("reconnecting");
    }
  }

  #setState(state) {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
