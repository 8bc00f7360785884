// Round numbers for the axes.

/** The largest values that keep an axis readable: 1, 2 and 5 times a power of ten. */
export function decimalScale(most, least = 1) {
  const wanted = Math.max(most, least);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const top = [1, 2, 5, 10].map(step => step * power).find(value => value >= wanted * 0.9999);
  return { top, ticks: [0, top / 2, top] };
}

/** The same for bytes: powers of two. */
export function binaryScale(most, least = 1024) {
  const top = 2 ** Math.ceil(Math.log2(Math.max(most, least) * 0.9999));
  return { top, ticks: [0, top / 2, top] };
}

export const percentScale = () => ({ top: 100, ticks: [0, 25, 50, 75, 100] });
