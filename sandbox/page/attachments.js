// A picture or a file that goes with the next message.

import { $ } from "./elements.js";
import { toast, uploaded } from "./server.js";
import { state, words } from "./state.js";

const PICTURES = new Set(["image/png", "image/jpeg"]);
const LARGEST = { photo: 10, document: 50 }; // megabytes

export function attach(file) {
  if (!file) return;
  const kind = PICTURES.has(file.type) && file.size <= LARGEST.photo << 20 ? "photo" : "document";
  if (!file.size || file.size > LARGEST[kind] << 20) {
    toast(words().fileSize(LARGEST.document), true);
    return;
  }
  show({ file, kind });
  $("text").focus();
}

export function detach() {
  show(null);
}

export function show(attachment) {
  state.attachment = attachment;
  $("file").value = "";
  $("attachment").hidden = !attachment;
  if (!attachment) return;
  $("attachment-kind").textContent = words()[attachment.kind];
  $("attachment-name").textContent = attachment.file.name;
}

export async function upload({ file, kind }) {
  const { file_id: id } = await uploaded(file, kind);
  return id;
}
