// Elements: text only ever becomes text nodes, never markup.

const TONES = 6;

export const $ = (id) => document.getElementById(id);

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#${name}`);
  svg.append(use);
  return svg;
}

// Vietnamese people are called by their last name; a group keeps two letters of its own.
function initials(name, count) {
  const parts = name.replace(/^HTX\s+/, "").trim().split(/\s+/);
  return parts.slice(-count).map((part) => [...part][0] ?? "").join("").toUpperCase();
}

export function tone(id) {
  return `tone${Math.abs(id) % TONES}`;
}

export function avatar(id, name, isBot, letters = 1) {
  const face = make("span", { class: isBot ? "avatar bot" : `avatar ${tone(id)}`, "aria-hidden": "true" });
  face.append(isBot ? icon("loudspeaker") : initials(name, letters));
  return face;
}
