// The open chat: its title, its people, what can be done in it.

import { $, avatar, make } from "./elements.js";
import { insert } from "./field.js";
import { showMessages } from "./log.js";
import { showMachine } from "./machine.js";
import { find } from "./message.js";
import { isPresent, state, words } from "./state.js";
import { summary } from "./summaries.js";

export function showTalk() {
  const chat = state.chats.get(state.current);
  $("composer").hidden = !chat;
  if (!chat) return;
  $("head-avatar").replaceWith(Object.assign(chatAvatar(chat), { id: "head-avatar" }));
  $("head-title").textContent = titleOf(chat);
  const present = chat.members.filter((member) => isPresent(chat, member.id));
  $("head-about").textContent = chat.kind === "private" ? words().private : words().people(present.length);
  showTopics(chat);
  showPeople(present.filter((member) => !member.is_bot), chat);
  showHint(chat);
  showPinned(chat);
  showMachine();
  showMessages(chat);
}

// What is pinned, as it reads by now.
export function showPinned(chat) {
  $("pinned").hidden = !chat.pinned;
  if (!chat.pinned) return;
  const { message_id: id } = chat.pinned;
  $("pinned-text").textContent = summary(chat.messages.get(id) ?? chat.pinned);
  $("pinned").onclick = () => find(id);
}

export function titleOf(chat) {
  return chat.kind === "private" ? `${state.bot.name} · ${chat.title}` : chat.title;
}

export function fits(title, wanted) {
  return fold(title).includes(fold(wanted.trim()));
}

function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

export function chatAvatar(chat) {
  return avatar(chat.id, chat.title, chat.kind === "private", 2);
}

function showTopics(chat) {
  $("topic-field").hidden = !chat.forum;
  const choices = [{ id: 0, name: words().general }, ...chat.topics];
  $("topic").replaceChildren(...choices.map((topic) => make("option", { value: topic.id }, topic.name)));
  $("topic").value = String(state.topics.get(chat.id) ?? 0);
}

function showPeople(people, chat) {
  const chosen = people.find((person) => person.id === state.people.get(chat.id)) ?? people[0];
  if (chosen) state.people.set(chat.id, chosen.id);
  $("person").replaceChildren(...people.map((person) => make("option", { value: person.id }, person.name)));
  $("person").value = String(chosen?.id ?? "");
}

function showHint(chat) {
  if (chat.kind === "private") {
    $("hint").textContent = words().hintPrivate;
    return;
  }
  if (!chat.reads_all) {
    $("hint").textContent = words().hintShut;
    return;
  }
  const name = `@${state.bot.username}`;
  const [before, after] = words().hintGroup;
  $("hint").replaceChildren(before, make("button", { type: "button", onclick: () => insert(`${name} `) }, name), after);
}
