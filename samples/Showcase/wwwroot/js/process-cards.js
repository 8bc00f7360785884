// What the cards of the process show.

import * as format from "./format.js";
import { binaryScale, decimalScale } from "./scale.js";

const mebibyte = 2 ** 20;
const generationInks = ["green", "cyan", "blue", "violet", "amber"];

export const processCards = [
  {
    id: "process-cpu",
    title: "CPU of the process",
    width: "narrow",
    format: format.percent,
    value: ({ process }) => ({ ...format.percent(process.user + process.system), aside: "of all cores" }),
    chart: {
      scale: most => decimalScale(most, 10),
      axis: format.wholePercent,
      series: [
        { label: "own code", ink: "blue", stacked: true, value: ({ process }) => process.user },
        { label: "kernel", ink: "cyan", stacked: true, value: ({ process }) => process.system },
      ],
    },
    facts: ({ process }) => [
      ["in memory", format.text(format.bytes(process.workingSet))],
      ["threads", process.threads === null ? "–" : format.text(format.count(process.threads))],
      ["methods jitted", format.text(format.count(process.methodsCompiled))],
    ],
  },
  {
    id: "heap",
    title: "GC heap",
    width: "narrow",
    format: format.bytes,
    value: ({ gc }) => ({ ...format.bytes(gc.heap), aside: `allocates ${format.text(format.bytesPerSecond(gc.allocatedPerSecond))}` }),
    chart: {
      scale: most => binaryScale(most, mebibyte),
      axis: format.bytes,
      series: [
        { label: "in use", ink: "violet", value: ({ gc }) => gc.heap },
        { label: "committed", ink: "lilac", line: true, value: ({ gc }) => gc.committed },
      ],
    },
    facts: ({ gc }) => ["gen 0", "gen 1", "gen 2", "large", "pinned"]
      .map((name, i) => [name, format.text(format.bytes(gc.generations[i] ?? 0))]),
  },
  {
    id: "gc",
    title: "GC pauses",
    width: "narrow",
    format: value => ({ ...format.milliseconds(value), unit: "ms/s" }),
    value: ({ gc }) => ({ ...format.milliseconds(gc.pausedPerSecond), unit: "ms/s", aside: `${format.text(format.milliseconds(gc.pausedTotal))} in all` }),
    chart: {
      scale: most => decimalScale(most, 5),
      axis: format.milliseconds,
      series: [{ label: "paused", ink: "rose", value: ({ gc }) => gc.pausedPerSecond }],
      marks: collections,
    },
    facts: ({ gc }) => gc.collections.map((times, generation) => [`gen ${generation}`, `${format.text(format.count(times))}×`, generationInks[generation]]),
  },
  {
    id: "thread-pool",
    title: "Thread pool",
    width: "narrow",
    format: format.count,
    value: ({ threadPool }) => ({ ...format.count(threadPool.threads), unit: threadPool.threads === 1 ? "thread" : "threads", aside: `${format.text(format.count(threadPool.completedPerSecond))} items/s` }),
    chart: {
      scale: most => decimalScale(most, 10),
      axis: format.count,
      series: [
        { label: "threads", ink: "green", value: ({ threadPool }) => threadPool.threads },
        { label: "queued", ink: "amber", line: true, value: ({ threadPool }) => threadPool.queued },
      ],
    },
    facts: ({ threadPool }) => [
      ["lock waits", `${format.text(format.count(threadPool.contentionsPerSecond))}/s`],
      ["timers", format.text(format.count(threadPool.timers))],
    ],
  },
];

/** The moments at which the collector has run, in the colour of the oldest generation it has collected. */
function collections(samples) {
  const marks = [];
  for (let i = 1; i < samples.length; i++) {
    const [before, now] = [samples[i - 1].gc.collections, samples[i].gc.collections];
    const oldest = now.findLastIndex((times, generation) => times > before[generation]);
    if (oldest >= 0) marks.push({ time: samples[i].time, ink: generationInks[oldest] });
  }
  return marks;
}
