// The messages of the open chat.

import { cancelReply } from "./composer.js";
import { formatDay, localDay } from "./days.js";
import { $, icon, make } from "./elements.js";
import { drawMessage, elementOf, senderKey } from "./message.js";
import { me, state, words } from "./state.js";

const NEAR_END = 60;
const TYPING_MS = 5000;

export function showMessages(chat) {
  const log = $("log");
  log.setAttribute("aria-live", "off");
  log.replaceChildren();
  for (const message of chat.messages.values()) {
    if (inTopic(chat, message)) append(chat, message);
  }
  if (!log.childElementCount) {
    const mark = make("span", { class: "mark" }, icon("loudspeaker"));
    log.append(make("li", { class: "empty" }, mark, make("p", {}, words().empty)));
  }
  toEnd();
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}

export function inTopic(chat, message) {
  if (!chat.forum) return true;
  const topic = message.is_topic_message ? message.message_thread_id : 0;
  return topic === (state.topics.get(chat.id) ?? 0);
}

function append(chat, message) {
  const log = $("log");
  log.querySelector(".empty")?.remove();
  const day = localDay(new Date(message.date * 1000));
  if (log.dataset.day !== day || !log.childElementCount) {
    log.dataset.day = day;
    log.append(make("li", { class: "note" }, make("span", {}, formatDay(day))));
  }
  const before = log.lastElementChild?.dataset?.sender;
  const element = drawMessage(chat, message, before !== senderKey(message));
  log.append(element);
  return element;
}

export function arrive(chat, message) {
  append(chat, message).classList.add("new");
  if (state.atEnd || message.from.id === me()) toEnd();
  else $("newer").hidden = false;
}

// Draw a message that changed anew; whoever had one of its buttons in focus keeps it.
export function redraw(chat, message) {
  const element = elementOf(message.message_id);
  if (!element) return;
  const focused = element.contains(document.activeElement) ? focusPath(element) : null;
  const fresh = drawMessage(chat, message, element.classList.contains("first"));
  element.replaceWith(fresh);
  if (focused !== null) fresh.querySelectorAll("button, a")[focused]?.focus();
}

function focusPath(element) {
  return [...element.querySelectorAll("button, a")].indexOf(document.activeElement);
}

export function removeMessage(id) {
  elementOf(id)?.remove();
  if (state.reply === id) cancelReply();
}

export function toEnd() {
  const log = $("log");
  log.scrollTop = log.scrollHeight;
  state.atEnd = true;
  $("newer").hidden = true;
}

export function acted({ chat_id: id, body }) {
  if (id !== state.current || body.action === "cancel") return;
  $("action").textContent = words().action(body.user.first_name);
  clearTimeout(state.typing);
  state.typing = setTimeout(hideTyping, TYPING_MS);
}

export function hideTyping() {
  clearTimeout(state.typing);
  $("action").textContent = "";
}

export function followScrolling() {
  const log = $("log");
  log.addEventListener("scroll", () => {
    state.atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    if (state.atEnd) $("newer").hidden = true;
  });
  // A reply bar or a keyboard takes room away: whoever read the newest message goes on seeing it.
  new ResizeObserver(() => state.atEnd && toEnd()).observe(log);
}
