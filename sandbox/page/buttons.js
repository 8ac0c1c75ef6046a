// The buttons under a message, and what the bot says when one is pressed.

import { $, make } from "./elements.js";
import { anchor } from "./entities.js";
import { attempt, order, toast } from "./server.js";
import { me, state, words } from "./state.js";

const PRESS_MS = 15000;

export function keyboard(chat, message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const drawn = rows.map((row) => make("div", {}, ...row.map((button) => key(chat, message, button))));
  return make("div", { class: "keys" }, ...drawn);
}

function key(chat, message, button) {
  if (button.callback_data) {
    return make("button", { class: "key", type: "button", onclick: (event) => press(chat, message, button, event.currentTarget) }, button.text);
  }
  const link = button.url && anchor(button.url, "key", `${button.text} ↗`);
  if (link) return link;
  if (button.copy_text) return make("button", { class: "key", type: "button", onclick: () => copy(button.copy_text.text) }, button.text);
  return make("button", { class: "key", type: "button", disabled: true }, button.text);
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(words().copied);
}

async function press(chat, message, button, element) {
  if (element.getAttribute("aria-busy")) return;
  element.setAttribute("aria-busy", "true");
  const body = { user_id: me(), message_id: message.message_id, data: button.callback_data };
  const made = await attempt(() => order("POST", `chats/${chat.id}/presses`, body));
  if (!made) {
    element.removeAttribute("aria-busy");
    return;
  }
  state.presses.set(made.id, element);
  setTimeout(() => giveUp(made.id), PRESS_MS);
  // The answer may have come as an event before this page knew the id.
  const { answer } = await order("GET", `presses/${made.id}`);
  if (answer) answered({ body: { id: made.id, ...answer } });
}

export function answered({ body }) {
  const button = state.presses.get(body.id);
  if (!button) return;
  state.presses.delete(body.id);
  button.removeAttribute("aria-busy");
  if (!body.text) return;
  if (body.show_alert) {
    $("alert-text").textContent = body.text;
    $("alert").showModal();
  } else toast(body.text);
}

function giveUp(id) {
  const element = state.presses.get(id);
  if (!element) return;
  state.presses.delete(id);
  element.removeAttribute("aria-busy");
  toast(words().silent, true);
}
