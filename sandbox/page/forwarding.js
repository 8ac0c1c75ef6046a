// Forwarding a message into another chat.

import { open } from "./chats.js";
import { pickChat } from "./picker.js";
import { attempt, order } from "./server.js";
import { isPresent, state, words } from "./state.js";

export async function forward(chat, message) {
  const chats = [...state.chats.values()].filter((other) => writerIn(other));
  chats.sort((a, b) => (b.kind === "private") - (a.kind === "private"));
  const target = await pickChat(words().forwardTo, chats);
  if (!target) return;
  const source = { chat_id: chat.id, message_id: message.message_id };
  const body = { user_id: writerIn(target), forward: source, thread: state.topics.get(target.id) || null };
  if (await attempt(() => order("POST", `chats/${target.id}/messages`, body))) open(target.id);
}

// Who writes there: the one chosen before, or the first.
function writerIn(chat) {
  const people = chat.members.filter((member) => !member.is_bot && isPresent(chat, member.id));
  const chosen = state.people.get(chat.id);
  return (people.find((person) => person.id === chosen) ?? people[0])?.id;
}
