// Writing and answering.

import { $ } from "./elements.js";
import { grow } from "./field.js";
import { closeMenu, menuKey, openMenu, showMenu } from "./menu.js";
import { attempt, order } from "./server.js";
import { me, state, words } from "./state.js";
import { senderName } from "./summaries.js";

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
  const text = $("text").value.trim();
  if (!text || !me()) return;
  const id = state.current;
  const { reply } = state;
  const topic = state.topics.get(id) ?? 0;
  // The field is free at once, so that nothing typed meanwhile is lost.
  clearField();
  const body = { user_id: me(), text, reply_to: reply, thread: topic || null };
  const sent = await attempt(() => order("POST", `chats/${id}/messages`, body));
  if (sent || state.current !== id || $("text").value) return;
  $("text").value = text;
  grow();
  if (reply !== null) replyTo(reply);
}

function clearField() {
  $("text").value = "";
  grow();
  cancelReply();
  closeMenu();
}

export function typed(event) {
  // While an input method is composing (Telex, VNI), its keys are its own.
  if (event.isComposing) return;
  if (!$("menu").hidden && menuKey(event)) return;
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
