// Styled text. Offsets of entities count UTF-16 units, as JavaScript's strings do.

import { make } from "./elements.js";
import { insert } from "./field.js";
import { deepLink, follow } from "./links.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);

export function styled(text, entities) {
  const fragment = document.createDocumentFragment();
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  weave(fragment, text, sorted, 0, text.length);
  return fragment;
}

function weave(parent, text, entities, start, end) {
  let at = start;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const stop = Math.min(entity.offset + entity.length, end);
    const from = Math.max(entity.offset, at);
    parent.append(text.slice(at, from));
    const within = others.filter((other) => other.offset < stop);
    const element = elementFor(entity, text.slice(from, stop));
    weave(element, text, within, from, stop);
    parent.append(element);
    // A block ends its own line: the line break after it would show as an empty one.
    at = BLOCKS.has(element.tagName) && text[stop] === "\n" && stop < end ? stop + 1 : stop;
    rest = others.filter((other) => other.offset >= stop);
  }
  parent.append(text.slice(at, end));
}

function elementFor(entity, text) {
  if (entity.type in TAGS) return make(TAGS[entity.type]);
  switch (entity.type) {
    case "text_link":
    case "url":
      return link(entity.url ?? text);
    case "email":
      return make("a", { href: `mailto:${text}` });
    case "bot_command":
      return make("button", { class: "command", type: "button", onclick: () => insert(`${text} `) });
    case "mention":
    case "text_mention":
    case "hashtag":
      return make("span", { class: "mention" });
    case "spoiler":
      return make("span", { class: "spoiler", tabindex: "0", onclick: show, onkeydown: showOnEnter });
    case "date_time":
      return make("time", { datetime: new Date(entity.unix_time * 1000).toISOString() });
    default:
      return make("span");
  }
}

function show(event) {
  event.currentTarget.classList.add("shown");
}

function showOnEnter(event) {
  if (event.key === "Enter") show(event);
}

function link(address) {
  return anchor(address, "") ?? make("span");
}

// A link as it is on this page; nothing for an address that is none.
export function anchor(address, kind, ...children) {
  const url = safeUrl(address);
  if (!url) return null;
  const inside = deepLink(url);
  if (inside) return make("a", { class: kind, href: url, onclick: (event) => follow(event, inside) }, ...children);
  return make("a", { class: kind, href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function safeUrl(address) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
