// Moving through time: with the pointer over any chart, or with the arrow keys on one that has the focus.

import { span } from "./samples.js";

/** The step of an arrow key: two samples. */
const step = 1000;

/**
 * @param {import("./card.js").Card} card
 * @param {import("./cursor.js").Cursor} cursor
 * @param {HTMLElement} announcer Says to screen readers what a key press has led to.
 */
export function letScrub(card, cursor, announcer) {
  const host = card.chart.host;
  host.addEventListener("pointermove", event => cursor.moveTo(card.chart.timeAt(event.clientX)));
  host.addEventListener("pointerleave", () => cursor.moveTo(null));
  host.addEventListener("blur", () => cursor.moveTo(null));
  host.addEventListener("keydown", event => {
    const before = moved(event.key, cursor.before ?? 0);
    if (before === undefined) return;
    event.preventDefault();
    cursor.moveTo(before);
    announcer.textContent = card.describe();
  });
}

/** Where a key leads to; null: to the present; undefined: the key is none of ours. */
function moved(key, before) {
  switch (key) {
    case "ArrowLeft": return Math.min(span, before + step);
    case "ArrowRight": return before > step ? before - step : null;
    case "Home": return span;
    case "End":
    case "Escape": return null;
    default: return undefined;
  }
}
