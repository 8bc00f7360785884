// Jobs: a stream that ends by itself. The job runs while the stream is open; closing it ends the job.

import { element } from "./dom.js";
import * as format from "./format.js";

const jobs = [
  { path: "/jobs/primes", name: "Count the primes below a billion", found: found => `${found.toLocaleString("en")} primes` },
  { path: "/jobs/garbage", name: "Allocate half a gigabyte", found: found => `${format.text(format.bytes(found))} allocated` },
];

/** @param {HTMLElement} host */
export function showJobs(host) {
  host.append(...jobs.map(job => new Job(job).element));
}

class Job {
  #source = null;
  #button = element("button", { type: "button", text: "Start" });
  #progress = element("progress", { max: 100, value: 0 });
  #output = element("output");

  constructor({ path, name, found }) {
    this.path = path;
    this.found = found;
    this.#button.setAttribute("aria-label", `Start: ${name}`);
    this.#progress.setAttribute("aria-label", name);
    this.#button.addEventListener("click", () => this.#source ? this.#end("Stopped") : this.#start());
    this.element = element("div", { class: "job" },
      element("div", { class: "job-head" }, element("span", { class: "job-name", text: name }), this.#button),
      this.#progress, this.#output);
  }

  #start() {
    this.#source = new EventSource(this.path);
    this.#source.addEventListener("progress", event => this.#show(JSON.parse(event.data)));
    this.#source.addEventListener("result", event => {
      const data = JSON.parse(event.data);
      this.#show(data);
      this.#end(`${this.found(data.found)} in ${format.text(format.milliseconds(data.elapsedMilliseconds))}`);
    });
    // The browser would ask again, and so begin the job again.
    this.#source.addEventListener("error", () => this.#end("The connection was lost"));
    this.#setRunning(true);
    this.#output.textContent = "Started";
  }

  #show({ done, found, elapsedMilliseconds }) {
    this.#progress.value = done;
    this.#output.textContent = `${format.text(format.percent(done))}, ${this.found(found)}, ${(elapsedMilliseconds / 1000).toFixed(1)} s`;
  }

  #end(message) {
    this.#source.close();
    this.#source = null;
    this.#setRunning(false);
    this.#output.textContent = message;
  }

  #setRunning(running) {
    this.element.classList.toggle("running", running);
    this.#button.textContent = running ? "Stop" : "Start";
  }
}
