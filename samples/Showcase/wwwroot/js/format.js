// Numbers as people read them.

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const binaryUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** Three significant digits or a whole number. */
function short(value) {
  const size = Math.abs(value);
  return (size >= 100 || Number.isInteger(value) ? whole : size >= 10 ? oneDigit : twoDigits).format(value);
}

/** @returns {{ value: string, unit: string }} */
export const percent = value => ({ value: oneDigit.format(value), unit: "%" });
export const wholePercent = value => ({ value: whole.format(value), unit: "%" });
export const count = value => ({ value: whole.format(value), unit: "" });
export const milliseconds = value => ({ value: short(value), unit: "ms" });

export function bytes(value) {
  const power = value > 0 ? Math.min(Math.floor(Math.log2(value) / 10), binaryUnits.length - 1) : 0;
  return { value: short(value / 2 ** (10 * Math.max(power, 0))), unit: binaryUnits[Math.max(power, 0)] };
}

export function bytesPerSecond(value) {
  const amount = bytes(value);
  return { value: amount.value, unit: amount.unit + "/s" };
}

/** Value and unit in one string, with a space that does not break. */
export const text = amount => amount.unit ? `${amount.value}\u00a0${amount.unit}` : amount.value;

export function duration(seconds) {
  const [days, hours, minutes] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  return days > 0 ? `${days} d ${hours} h` : hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min` : `${Math.floor(seconds)} s`;
}

export const ago = milliseconds => milliseconds < 250 ? "now" : `${oneDigit.format(milliseconds / 1000)} s ago`;
export const clock = date => new Date(date).toLocaleTimeString("en-GB");
export const perSecond = value => oneDigit.format(value);
