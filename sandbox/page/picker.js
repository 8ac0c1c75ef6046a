// Choosing one of many chats.

import { $, make } from "./elements.js";
import { words } from "./state.js";
import { fits, titleOf } from "./talk.js";

let chosen = null;

// Ask for one of `chats`; gives it, or null when the question was closed.
export function pickChat(question, chats) {
  $("picker-title").textContent = question;
  $("picker-filter").value = "";
  return new Promise((resolve) => {
    chosen = resolve;
    draw(chats);
    $("picker-filter").oninput = () => draw(chats);
    $("picker").onclose = () => finish(null);
    $("picker").showModal();
  });
}

function draw(chats) {
  const wanted = $("picker-filter").value;
  const rows = chats.filter((chat) => fits(titleOf(chat), wanted)).map((chat) => make("li", {}, choice(chat)));
  $("picker-chats").replaceChildren(...(rows.length ? rows : [make("li", { class: "none" }, words().noChat)]));
}

function choice(chat) {
  return make("button", { class: "chat", type: "button", "data-pick": chat.id, onclick: () => finish(chat) }, titleOf(chat));
}

function finish(chat) {
  const tell = chosen;
  chosen = null;
  if ($("picker").open) $("picker").close();
  tell?.(chat);
}
