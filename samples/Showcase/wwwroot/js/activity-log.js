// The log of what happens in the process: one entry for each event, by its type.

import { element } from "./dom.js";
import { clock } from "./format.js";

/** The types of the events, as the handler names them, and how each is shown. */
export const activityTypes = {
  "collection": { name: "collection", ink: "rose" },
  "stream-opened": { name: "stream opened", ink: "green" },
  "stream-closed": { name: "stream closed", ink: "amber" },
};

const most = 50;

/**
 * @param {import("./event-stream.js").EventStream} stream
 * @param {HTMLElement} list
 */
export function showActivity(stream, list) {
  let last = 0;
  stream.addEventListener("received", ({ detail: { type, data } }) => {
    if (data.sequence <= last) return;
    last = data.sequence;
    // Entries that were kept from before are not new.
    const fresh = Date.now() - Date.parse(data.at) < 3000;
    list.prepend(entry(activityTypes[type], data, fresh));
    if (list.children.length > most) list.lastChild.remove();
  });
}

function entry({ name, ink }, { at, title, detail }, fresh) {
  return element("li", { class: fresh ? "new" : "" },
    element("time", { datetime: at, text: clock(at) }),
    element("span", { class: "kind", ink, text: name }),
    element("span", { class: "what" }, title, " ", element("small", { text: detail })));
}
