// The moment that is looked at: the newest one, or one that is pointed at in any chart; all cards show the same.

export class Cursor extends EventTarget {
  /** Milliseconds before the newest sample; null for the newest. */
  before = null;

  moveTo(before) {
    if (this.before === before) return;
    this.before = before;
    this.dispatchEvent(new Event("moved"));
  }
}
