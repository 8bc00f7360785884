// Colours for the little C# and JSON that the page shows.

import { element } from "./dom.js";

const csharp = /(?<comment>\/\/[^\n]*)|(?<string>"(?:[^"\\]|\\.)*")|(?<attribute>\[(?:EventStream|LastEventId|EnumeratorCancellation|property)\b)|(?<keyword>\b(?:using|namespace|public|private|static|async|await|foreach|in|yield|return|new|int|long|double|string|bool|null|this|sealed|record|class|var|switch|when)\b)|(?<number>\b\d[\d_]*\b)/g;
const json = /(?<field>"(?:[^"\\]|\\.)*"(?=:))|(?<string>"(?:[^"\\]|\\.)*")|(?<number>-?\b\d[\d.eE+-]*\b)|(?<keyword>\b(?:true|false|null)\b)/g;

export const highlightCSharp = code => highlight(code, csharp);
export const highlightJson = code => highlight(code, json);

function highlight(code, pattern) {
  const parts = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    const [kind] = Object.entries(match.groups).find(([, value]) => value !== undefined);
    parts.push(code.slice(end, match.index), element("span", { class: kind, text: match[0] }));
    end = match.index + match[0].length;
  }
  return [...parts, code.slice(end)];
}
