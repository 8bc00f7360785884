// The machine and the process behind the page: a stream of one event.

import { element } from "./dom.js";

/** Asks again after each reconnect, because another process may answer then. */
export function showHost(list, stream) {
  stream.addEventListener("state", () => stream.state === "open" && ask(list));
}

function ask(list) {
  const source = new EventSource("/streams/host");
  source.addEventListener("host", event => {
    source.close();
    const host = JSON.parse(event.data);
    list.replaceChildren(
      fact("Compiled", host.nativeAot ? "Native AOT" : "JIT", "badge"),
      fact("Machine", host.machine),
      fact("System", host.system),
      fact("Processors", `${host.processors} × ${host.architecture}`),
      fact("Runtime", host.framework),
      fact("Process", `process ${host.processId}`));
  });
}

const fact = (name, value, kind) => element("div", { class: kind }, element("dt", { text: name }), element("dd", { text: value }));
