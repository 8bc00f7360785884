// Puts the page together: streams, what they carry, and who shows it.

import { activityTypes, showActivity } from "./activity-log.js";
import { Card } from "./card.js";
import { Connections } from "./connections.js";
import { Cores } from "./cores.js";
import { Cursor } from "./cursor.js";
import { EventStream } from "./event-stream.js";
import { showHost } from "./host.js";
import { showJobs } from "./jobs.js";
import { machineCards } from "./machine-cards.js";
import { processCards } from "./process-cards.js";
import { Samples } from "./samples.js";
import { letScrub } from "./scrubbing.js";
import { Wire } from "./wire.js";

const machine = new EventStream("/streams/machine", ["machine"]);
const runtime = new EventStream("/streams/runtime", ["runtime"]);
const activity = new EventStream("/streams/activity", Object.keys(activityTypes));
const streams = [machine, runtime, activity];

const cursor = new Cursor();
const samples = { machine: new Samples(machine), runtime: new Samples(runtime) };
const connections = new Connections(streams, samples.runtime);
const wire = new Wire([
  { stream: machine, source: "/source/MachineStreams.cs" },
  { stream: runtime, source: "/source/RuntimeStreams.cs" },
  { stream: activity, source: "/source/ActivityStreams.cs" },
]);

const machineViews = machineCards.map(options => new Card(options, samples.machine, cursor));
machineViews.splice(1, 0, new Cores(samples.machine, cursor));
const processViews = processCards.map(options => new Card(options, samples.runtime, cursor));
document.getElementById("machine-cards").append(...machineViews.map(view => view.element));
document.getElementById("process-cards").append(...processViews.map(view => view.element));

const announcer = document.getElementById("announcer");
for (const card of [...machineViews, ...processViews].filter(view => view.chart)) letScrub(card, cursor, announcer);

showHost(document.getElementById("host"), machine);
showActivity(activity, document.getElementById("activity"));
showJobs(document.getElementById("jobs"));

// However many events arrive together, the page is drawn once, with the next frame.
const waiting = new Set();
function draw(views) {
  if (waiting.size === 0) {
    requestAnimationFrame(() => {
      const due = [...waiting];
      waiting.clear();
      for (const view of due) view.render();
    });
  }
  for (const view of views) waiting.add(view);
}

machine.addEventListener("received", () => draw([...machineViews, connections, wire]));
runtime.addEventListener("received", () => draw([...processViews, connections, wire]));
activity.addEventListener("received", () => draw([connections, wire]));
cursor.addEventListener("moved", () => draw([...machineViews, ...processViews]));

// The rates fall while nothing arrives.
setInterval(() => draw([connections]), 1000);

// A page that nobody looks at gives its connections back after a while.
const hiddenFor = 10_000;
let pausing = 0;
document.addEventListener("visibilitychange", () => {
  clearTimeout(pausing);
  if (document.hidden) {
    pausing = setTimeout(() => streams.forEach(stream => stream.pause()), hiddenFor);
  } else {
    streams.filter(stream => stream.state === "paused").forEach(stream => stream.open());
  }
});

for (const stream of streams) stream.open();
