// What the page knows, and who is looking at it.

import { WORDS } from "./words.js";

export const state = {
  language: stored("language") === "en" ? "en" : "vi",
  bot: { id: 0, name: "Loa", username: "" },
  day: null,
  chats: new Map(), // by id: what /sandbox/state gives, messages as a Map by id
  current: null,
  people: new Map(), // chat id -> who writes there
  topics: new Map(), // chat id -> chosen topic, 0 for General
  unread: new Map(),
  drafts: new Map(),
  reply: null, // message id
  attachment: null, // a file, and what it is sent as
  filter: "",
  presses: new Map(), // press id -> its button
  menu: [],
  atEnd: true,
  typing: 0,
};

export function words() {
  return WORDS[state.language];
}

export function me() {
  return state.people.get(state.current);
}

// Remember a chat as the server shows it.
export function keep(chat) {
  chat.messages = new Map(chat.messages.map((message) => [message.message_id, message]));
  state.chats.set(chat.id, chat);
}

export function isPresent(chat, userId) {
  return chat.members.some((member) => member.id === userId && !["left", "kicked"].includes(member.status));
}

function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage may be refused
  }
}

export function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    return; // the page works without it
  }
}
