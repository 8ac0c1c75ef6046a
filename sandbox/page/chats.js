// The list of chats.

import { detach } from "./attachments.js";
import { cancelReply } from "./composer.js";
import { $, make } from "./elements.js";
import { grow } from "./field.js";
import { hideTyping } from "./log.js";
import { closeMachine } from "./machine.js";
import { closeMenu } from "./menu.js";
import { state, words } from "./state.js";
import { summary } from "./summaries.js";
import { chatAvatar, fits, showTalk, titleOf } from "./talk.js";

const FEW = 8; // chats that are seen at once


// The private chats first: whoever speaks for many groups finds their own at once.
export function showChats() {
  const ordered = [...state.chats.values()].sort((a, b) => (b.kind === "private") - (a.kind === "private"));
  const shown = ordered.filter((chat) => fits(titleOf(chat), state.filter));
  const focused = document.activeElement?.dataset?.chat;
  $("filter").hidden = ordered.length <= FEW && !state.filter;
  $("chats").replaceChildren(...shown.map(row));
  $("chats").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (focused) buttonOf(focused)?.focus();
  showTotal();
}

// Show what changed in one chat, and leave the others alone: there may be hundreds.
export function showChat(chat) {
  const old = buttonOf(chat.id);
  if (old) {
    const focused = old === document.activeElement;
    old.parentElement.replaceWith(row(chat));
    if (focused) buttonOf(chat.id).focus();
  }
  showTotal();
}

function row(chat) {
  const last = [...chat.messages.values()].at(-1);
  const unread = state.unread.get(chat.id) ?? 0;
  const button = make(
    "button",
    { class: "chat", type: "button", "data-chat": chat.id, "aria-current": chat.id === state.current ? "true" : undefined, onclick: () => open(chat.id) },
    chatAvatar(chat),
    make("span", { class: "words" }, make("span", { class: "title" }, titleOf(chat)), make("span", { class: "last" }, last ? summary(last) : "")),
    unread ? make("span", { class: "unread", "aria-label": words().unread(unread) }, String(unread)) : null,
  );
  return make("li", {}, button);
}

function buttonOf(id) {
  return $("chats").querySelector(`[data-chat="${CSS.escape(id)}"]`);
}

function showTotal() {
  const total = [...state.unread.values()].reduce((sum, count) => sum + count, 0);
  document.title = `${total ? `(${total}) ` : ""}${state.bot.name} · ${state.language === "vi" ? "phòng thử" : "rehearsal"}`;
}

export function filterChats() {
  state.filter = $("filter").value;
  showChats();
}

export function open(id) {
  if (id === state.current) return;
  state.drafts.set(state.current, $("text").value);
  state.current = id;
  state.unread.delete(id);
  history.replaceState(null, "", `#${id}`);
  cancelReply();
  detach();
  closeMenu();
  closeMachine();
  hideTyping();
  showChats();
  showTalk();
  $("text").value = state.drafts.get(id) ?? "";
  grow();
}

export function moveBetweenChats(event) {
  const keys = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  if (!(event.key in keys)) return;
  const buttons = [...$("chats").querySelectorAll("button")];
  const next = buttons[buttons.indexOf(document.activeElement) + keys[event.key]];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
