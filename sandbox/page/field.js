// The field to write in.

import { $ } from "./elements.js";

export function grow() {
  const field = $("text");
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

export function insert(text) {
  const field = $("text");
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  grow();
}
