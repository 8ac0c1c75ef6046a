// Links into Telegram: on this page they do what the app does for whoever is writing.

import { open } from "./chats.js";
import { pickChat } from "./picker.js";
import { attempt, order } from "./server.js";
import { isPresent, keep, me, state, words } from "./state.js";

const HOSTS = new Set(["t.me", "telegram.me"]);

// Gives what a link to the bot asks for, null for any other address.
export function deepLink(address) {
  const url = new URL(address);
  if (!HOSTS.has(url.hostname) || url.pathname.toLowerCase() !== `/${state.bot.username.toLowerCase()}`) return null;
  const asked = url.searchParams;
  const rights = (asked.get("admin") ?? "").split(/\s+/).filter(Boolean);
  if (asked.has("startgroup")) return { group: true, payload: asked.get("startgroup"), rights };
  return { group: false, payload: asked.get("start") };
}

export function follow(event, link) {
  event.preventDefault();
  const person = me();
  if (person) attempt(() => (link.group ? intoGroup(person, link) : inPrivate(person, link)));
}

async function inPrivate(person, { payload }) {
  const chat = await order("POST", "private", { user_id: person, started: false });
  if (!state.chats.has(chat.id)) keep(chat);
  if (payload !== null) await write(chat.id, person, "/start", payload);
  open(chat.id);
}

async function intoGroup(person, { payload, rights }) {
  const theirs = [...state.chats.values()].filter((chat) => isPresent(chat, person) && chat.kind !== "private");
  const group = await pickChat(words().addTo, theirs);
  if (!group) return;
  if (!isPresent(group, state.bot.id)) await order("PUT", `chats/${group.id}/members`, { status: "member", by: person });
  if (rights.length) {
    const body = { status: "administrator", by: person, rights: rights.map((right) => `can_${right}`) };
    await order("PUT", `chats/${group.id}/members`, body);
  }
  await write(group.id, person, `/start@${state.bot.username}`, payload);
  open(group.id);
}

function write(id, person, command, payload) {
  return order("POST", `chats/${id}/messages`, { user_id: person, text: `${command} ${payload}`.trim() });
}
