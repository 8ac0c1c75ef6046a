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
