// Styled text as people type it in Telegram's apps: **bold**, __italic__, [words](https://…).

import { $ } from "./elements.js";
import { grow } from "./field.js";

const SIGNS = [["**", "bold"], ["__", "italic"], ["~~", "strikethrough"], ["||", "spoiler"], ["`", "code"]];
const LINK = /\[([^[\]\n]+)\]\((https?:\/\/[^\s()]+)\)/y;
const WORD = /[\p{L}\p{N}]/u;

// Gives the text without its signs, and what they mean as entities of the Bot API.
export function readMarks(source) {
  const read = { text: "", entities: [] };
  weigh(source, read);
  return read;
}

// Cut what is too long for one message, at the end of a line or a word where there is one.
export function pieces({ text, entities }, limit) {
  if (text.length <= limit) return [{ text, entities }];
  const cut = Math.max(text.lastIndexOf("\n", limit - 1), text.lastIndexOf(" ", limit - 1)) + 1 || limit;
  const within = (from, to) => entities
    .map((entity) => ({ ...entity, offset: Math.max(entity.offset, from) - from, length: Math.min(entity.offset + entity.length, to) - Math.max(entity.offset, from) }))
    .filter((entity) => entity.length > 0);
  const first = { text: text.slice(0, cut), entities: within(0, cut) };
  return [first, ...pieces({ text: text.slice(cut), entities: within(cut, text.length) }, limit)];
}

function weigh(source, read) {
  let at = 0;
  while (at < source.length) {
    LINK.lastIndex = at;
    const link = LINK.exec(source);
    const sign = SIGNS.find(([mark]) => source.startsWith(mark, at));
    const end = sign ? closing(source, at, sign[0]) : -1;
    if (link) {
      span(read, { type: "text_link", url: link[2] }, () => weigh(link[1], read));
      at += link[0].length;
    } else if (end > 0) {
      const [mark, type] = sign;
      const inner = source.slice(at + mark.length, end);
      span(read, { type }, () => (type === "code" ? (read.text += inner) : weigh(inner, read)));
      at = end + mark.length;
    } else {
      read.text += source[at];
      at += 1;
    }
  }
}

function span(read, entity, within) {
  const offset = read.text.length;
  within();
  read.entities.push({ ...entity, offset, length: read.text.length - offset });
}

// Signs stand around words, not in the middle of one: a__b__c is as it is.
function closing(source, at, mark) {
  const from = at + mark.length;
  if ((at > 0 && WORD.test(source[at - 1])) || /\s/.test(source[from] ?? " ")) return -1;
  for (let end = source.indexOf(mark, from + 1); end > 0; end = source.indexOf(mark, end + 1)) {
    const after = source[end + mark.length] ?? "";
    if (!/\s/.test(source[end - 1]) && !WORD.test(after)) return end;
  }
  return -1;
}

// Put signs around what is selected, or take them away.
export function mark(sign) {
  const field = $("text");
  const chosen = selected();
  const marked = chosen.length > 2 * sign.length && chosen.startsWith(sign) && chosen.endsWith(sign);
  replace(marked ? chosen.slice(sign.length, -sign.length) : sign + chosen + sign);
  if (!chosen) field.setSelectionRange(field.selectionStart + sign.length, field.selectionStart + sign.length);
}

export function markLink() {
  const field = $("text");
  const start = field.selectionStart;
  const words = selected();
  replace(`[${words}](https://)`);
  const at = words ? start + words.length + 3 : start + 1;
  field.setSelectionRange(at, words ? at + "https://".length : at);
}

function selected() {
  const field = $("text");
  return field.value.slice(field.selectionStart, field.selectionEnd);
}

function replace(text) {
  const field = $("text");
  field.focus();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "select");
  grow();
}

const KEYS = { b: () => mark("**"), i: () => mark("__"), k: markLink };

export function markKey(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !(event.key.toLowerCase() in KEYS)) return false;
  event.preventDefault();
  KEYS[event.key.toLowerCase()]();
  return true;
}
