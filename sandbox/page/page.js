// The chat page of the sandbox: it loads, listens to what happens, and shows it.

import { answered } from "./buttons.js";
import { attach, detach } from "./attachments.js";
import { filterChats, moveBetweenChats, showChat, showChats } from "./chats.js";
import { cancelReply, send, typed, written } from "./composer.js";
import { pick, showDay, step } from "./days.js";
import { $ } from "./elements.js";
import { acted, arrive, followScrolling, hideTyping, inTopic, redraw, removeMessage, showMessages, toEnd } from "./log.js";
import { closeMachine, leaveMachine, showMachine, toggleMachine } from "./machine.js";
import { mark, markLink } from "./marks.js";
import { closeMenu, toggleMenu } from "./menu.js";
import { attempt, order } from "./server.js";
import { keep, state, store, words } from "./state.js";
import { showPinned, showTalk } from "./talk.js";

let waiting = null; // what happened while the whole was being fetched

function listen() {
  const events = new EventSource("/sandbox/events");
  events.onopen = () => attempt(load);
  events.onerror = () => {
    $("offline").hidden = false;
    // A refused connection ends the source for good: begin a new one.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  };
  events.onmessage = (event) => happened(JSON.parse(event.data));
}

async function load() {
  waiting = [];
  try {
    take(await order("GET", "state"));
  } finally {
    const late = waiting;
    waiting = null;
    late.forEach(happened);
  }
}

function take(found) {
  $("offline").hidden = true;
  state.bot = found.bot;
  state.day = found.day;
  state.chats.clear();
  for (const chat of found.chats) keep(chat);
  $("day").hidden = !found.can_pick_day;
  if (!state.chats.has(state.current)) state.current = wanted() ?? [...state.chats.keys()][0] ?? null;
  showEverything();
}

function wanted() {
  const id = Number(location.hash.slice(1));
  return state.chats.has(id) ? id : null;
}

const HAPPENINGS = { message: heard, edit: changed, delete: removed, pin: pinned, chat: chatChanged, action: acted, answer: answered, commands: closeMenu, day: dayChanged };

function happened(event) {
  if (waiting) waiting.push(event);
  else HAPPENINGS[event.kind]?.(event);
}

function heard({ chat_id: id, message }) {
  const chat = state.chats.get(id);
  if (!chat) return;
  const known = chat.messages.has(message.message_id);
  chat.messages.set(message.message_id, message);
  if (id === state.current) {
    if (message.from.id === state.bot.id) hideTyping();
    if (!known && inTopic(chat, message)) arrive(chat, message);
  } else if (!known) {
    state.unread.set(id, (state.unread.get(id) ?? 0) + 1);
  }
  showChat(chat);
}

function changed({ chat_id: id, message }) {
  const chat = state.chats.get(id);
  if (!chat?.messages.has(message.message_id)) return;
  chat.messages.set(message.message_id, message);
  showChat(chat);
  if (id !== state.current) return;
  redraw(chat, message);
  showPinned(chat);
}

function removed({ chat_id: id, message }) {
  const chat = state.chats.get(id);
  if (!chat) return;
  chat.messages.delete(message.message_id);
  if (id === state.current) removeMessage(message.message_id);
  showChat(chat);
}

function pinned({ chat_id: id, pinned: message }) {
  const chat = state.chats.get(id);
  if (!chat) return;
  chat.pinned = message;
  if (id === state.current) showPinned(chat);
}

function chatChanged({ chat }) {
  if (chat.migrated_to !== null) {
    state.chats.delete(chat.id);
    if (state.current === chat.id) state.current = chat.migrated_to;
  } else {
    keep(chat);
    if (!state.chats.has(state.current)) state.current = chat.id;
  }
  showChats();
  if (state.current === chat.id) showTalk();
}

function dayChanged({ body }) {
  state.day = body;
  showDay();
}

function showEverything() {
  showWords();
  showDay();
  showChats();
  showTalk();
}

function showWords() {
  const said = words();
  document.documentElement.lang = state.language;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = said[element.dataset.word];
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", said[element.dataset.label]);
  for (const element of document.querySelectorAll("[data-title]")) element.title = said[element.dataset.title];
  $("text").placeholder = said.placeholder;
  $("filter").placeholder = $("picker-filter").placeholder = said.filter;
  $("language").textContent = said.language;
  $("language").setAttribute("aria-label", said.languageName);
  $("language").lang = state.language === "vi" ? "en" : "vi";
}

function begin() {
  $("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  $("text").addEventListener("keydown", typed);
  $("text").addEventListener("input", written);
  $("slash").addEventListener("click", toggleMenu);
  $("reply-cancel").addEventListener("click", () => {
    cancelReply();
    $("text").focus();
  });
  $("person").addEventListener("change", (event) => {
    state.people.set(state.current, Number(event.target.value));
    closeMenu();
    showMessages(state.chats.get(state.current));
  });
  $("topic").addEventListener("change", (event) => {
    state.topics.set(state.current, Number(event.target.value));
    showMachine();
    showMessages(state.chats.get(state.current));
  });
  $("chats").addEventListener("keydown", moveBetweenChats);
  $("filter").addEventListener("input", filterChats);
  $("bold").addEventListener("click", () => mark("**"));
  $("italic").addEventListener("click", () => mark("__"));
  $("link").addEventListener("click", markLink);
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", (event) => attach(event.target.files[0]));
  $("attachment-cancel").addEventListener("click", () => {
    detach();
    $("text").focus();
  });
  $("machine-open").addEventListener("click", toggleMachine);
  $("machine").addEventListener("keydown", (event) => event.key === "Escape" && leaveMachine());
  document.addEventListener("click", (event) => event.target.closest(".head") || closeMachine());
  $("newer").addEventListener("click", toEnd);
  followScrolling();
  $("language").addEventListener("click", () => {
    state.language = state.language === "vi" ? "en" : "vi";
    store("language", state.language);
    showEverything();
  });
  $("day-before").addEventListener("click", () => step(-1));
  $("day-after").addEventListener("click", () => step(1));
  $("day-pick").addEventListener("click", () => $("day-input").showPicker());
  $("day-input").addEventListener("change", (event) => pick(event.target.value));
  showWords();
  listen();
}

begin();
