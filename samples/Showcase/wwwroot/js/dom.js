// Making elements, in HTML and in SVG.

const svgNamespace = "http://www.w3.org/2000/svg";

/** element("p", { class: "hint", text: "…" }, child, …): attributes by name; `text` is the element's text. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for a shape. */
export function shape(name, attributes = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, name), attributes, children);
}

function fill(target, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") target.textContent = value;
    else if (value === undefined || value === false) continue;
    else if (name === "ink") target.style.setProperty("--ink", `var(--${value})`);
    else target.setAttribute(name, value === true ? "" : value);
  }
  target.append(...children);
  return target;
}

/** Sets the text only when it differs, so that what has not changed is not laid out again. */
export function setText(target, value) {
  if (target.textContent !== value) target.textContent = value;
}
