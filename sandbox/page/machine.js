// What may happen to a bot: it is removed, muted, blocked, told to wait, cut off.

import { $, make } from "./elements.js";
import { attempt, order, toast } from "./server.js";
import { isPresent, me, state, words } from "./state.js";

const WAIT_SECONDS = 15;
const GENERAL = 1;
const SENDS = "send[!c]*"; // every way to send a message; sendChatAction is none

const isGroup = (chat) => chat.kind !== "private";
const topicOf = (chat) => state.topics.get(chat.id) || GENERAL;

const ACTIONS = [
  { word: "botOut", when: (chat) => bot(chat), act: (chat) => stand(chat, "kicked") },
  { word: "botIn", when: (chat) => isGroup(chat) && !bot(chat), act: (chat) => stand(chat, "member") },
  { word: "mute", when: (chat) => ["member", "administrator"].includes(bot(chat)), act: (chat) => stand(chat, "restricted") },
  { word: "unmute", when: (chat) => bot(chat) === "restricted", act: (chat) => stand(chat, "member") },
  { word: "promote", when: (chat) => bot(chat) === "member", act: (chat) => stand(chat, "administrator") },
  { word: "demote", when: (chat) => bot(chat) === "administrator", act: (chat) => stand(chat, "member") },
  { word: "migrate", when: (chat) => chat.kind === "group", act: (chat) => order("POST", `chats/${chat.id}/migration`, {}) },
  { word: "closeTopic", when: (chat) => chat.forum && !closed(chat), act: (chat) => setTopic(chat, true) },
  { word: "openTopic", when: (chat) => chat.forum && closed(chat), act: (chat) => setTopic(chat, false) },
  { word: "block", when: (chat) => !isGroup(chat) && !chat.blocked, act: (chat) => setBlocked(chat, true) },
  { word: "unblock", when: (chat) => chat.blocked, act: (chat) => setBlocked(chat, false) },
  { word: "flood", when: () => true, act: (chat) => fault(chat, { kind: "too_many_requests", seconds: WAIT_SECONDS }) },
  { word: "lost", when: () => true, act: (chat) => fault(chat, { kind: "drop", executed: true }) },
  { word: "broken", when: () => true, act: (chat) => fault(chat, { kind: "error" }) },
];

// The bot's standing in a group; nothing where it is not in there.
function bot(chat) {
  return isGroup(chat) && isPresent(chat, state.bot.id) ? chat.members.find((member) => member.id === state.bot.id).status : undefined;
}

function stand(chat, status) {
  const admin = chat.members.find((member) => !member.is_bot && ["creator", "administrator"].includes(member.status));
  return order("PUT", `chats/${chat.id}/members`, { status, by: admin?.id ?? me() });
}

function closed(chat) {
  const id = topicOf(chat);
  return id === GENERAL ? chat.general_closed : chat.topics.find((topic) => topic.id === id)?.closed;
}

function setTopic(chat, shut) {
  return order("PATCH", `chats/${chat.id}/topics/${topicOf(chat)}`, { user_id: me(), closed: shut });
}

function setBlocked(chat, blocked) {
  return order("PUT", "blocked", { user_id: chat.id, blocked });
}

async function fault(chat, body) {
  await order("POST", "faults", { ...body, chat_id: chat.id, method: SENDS });
  toast(words().faultWaits);
}

export function showMachine() {
  const chat = state.chats.get(state.current);
  if (!chat || $("machine").hidden) return;
  const keys = ACTIONS.filter((action) => action.when(chat)).map((action) =>
    make("li", {}, make("button", { type: "button", "data-act": action.word, onclick: () => act(action, chat) }, words()[action.word])),
  );
  $("machine-acts").replaceChildren(...keys);
}

function act(action, chat) {
  leaveMachine();
  attempt(() => action.act(chat));
}

export function toggleMachine() {
  const opening = $("machine").hidden;
  $("machine").hidden = !opening;
  $("machine-open").setAttribute("aria-expanded", String(opening));
  showMachine();
  if (opening) $("machine-acts").querySelector("button")?.focus();
}

export function closeMachine() {
  if (!$("machine").hidden) toggleMachine();
}

export function leaveMachine() {
  closeMachine();
  $("machine-open").focus();
}
