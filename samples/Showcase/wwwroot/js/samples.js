// The samples of one stream that the charts show.

/** The width of the charts, in milliseconds. */
export const span = 120_000;

export class Samples {
  /** Oldest first; each with `time`, in milliseconds. */
  all = [];

  /** @param {import("./event-stream.js").EventStream} stream */
  constructor(stream) {
    this.stream = stream;
    stream.addEventListener("received", event => this.#add(event.detail.data));
  }

  get last() {
    return this.all.at(-1);
  }

  /** The sample nearest to a moment, counted back from the newest one. */
  before(milliseconds) {
    const time = this.last.time - milliseconds;
    let [low, high] = [0, this.all.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.all[middle].time < time) low = middle + 1;
      else high = middle;
    }
    return low > 0 && time - this.all[low - 1].time < this.all[low].time - time ? this.all[low - 1] : this.all[low];
  }

  #add(sample) {
    // After a reconnect the server may repeat what has been seen.
    if (this.last && sample.sequence <= this.last.sequence) return;
    this.all.push({ ...sample, time: Date.parse(sample.at) });
    // One sample beyond the left edge, for the line to leave the chart there.
    while (this.all.length > 2 && this.all[1].time < this.last.time - span) this.all.shift();
  }
}
