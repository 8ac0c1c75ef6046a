// Writing and answering.

import { detach, show, upload } from "./attachments.js";
import { $ } from "./elements.js";
import { grow } from "./field.js";
import { markKey, pieces, readMarks } from "./marks.js";
import { closeMenu, menuKey, openMenu, showMenu } from "./menu.js";
import { attempt, order, toast } from "./server.js";
import { me, state, words } from "./state.js";
import { senderName } from "./summaries.js";

const CAPTION = 1024;
const TEXT = 4096; // what is longer goes in several messages, as Telegram's apps send it

export function replyTo(id) {
  const message = state.chats.get(state.current)?.messages.get(id);
  if (!message) return;
  state.reply = id;
  $("reply-name").textContent = words().replyTo(senderName(message));
  $("reply-text").textContent = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").slice(0, 160);
  $("reply").hidden = false;
  $("text").focus();
}

export function cancelReply() {
  state.reply = null;
  $("reply").hidden = true;
}

export async function send() {
  const typed = $("text").value.trim();
  const { reply, attachment, current: id } = state;
  if (!(typed || attachment) || !me()) return;
  const marked = readMarks(typed);
  if (attachment && marked.text.length > CAPTION) {
    toast(words().longCaption(CAPTION), true);
    return;
  }
  const bodies = pieces(marked, TEXT).map((piece, number) => (
    { user_id: me(), ...piece, reply_to: number ? null : reply, thread: state.topics.get(id) || null }
  ));
  // The field is free at once, so that nothing typed meanwhile is lost.
  clearField();
  const sent = await attempt(() => post(id, bodies, attachment));
  if (sent || state.current !== id || $("text").value) return;
  $("text").value = typed;
  grow();
  if (attachment) show(attachment);
  if (reply !== null) replyTo(reply);
}

async function post(id, bodies, attachment) {
  const file = attachment ? { file_id: await upload(attachment) } : {};
  for (const body of bodies) await order("POST", `chats/${id}/messages`, { ...body, ...file });
  return true;
}

function clearField() {
  $("text").value = "";
  grow();
  cancelReply();
  detach();
  closeMenu();
}

export function typed(event) {
  // While an input method is composing (Telex, VNI), its keys are its own.
  if (event.isComposing) return;
  if (!$("menu").hidden && menuKey(event)) return;
  if (markKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    send();
  } else if (event.key === "Escape" && state.reply !== null) {
    event.preventDefault();
    cancelReply();
  }
}

export function written() {
  grow();
  if (!/^\/[a-z0-9_]*$/i.test($("text").value)) closeMenu();
  else if ($("menu").hidden) openMenu();
  else showMenu();
}
