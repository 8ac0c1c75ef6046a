// A message in one line.

import { state, words } from "./state.js";

const SERVICE = {
  new_chat_members: (message) => message.new_chat_members.map((user) => words().joined(message.from.first_name, user.first_name)).join("; "),
  left_chat_member: (message) => words().left(message.from.first_name, message.left_chat_member.first_name),
  pinned_message: (message) => words().pinned(message.from.first_name),
  migrate_to_chat_id: () => words().migrated,
  migrate_from_chat_id: () => words().migrated,
  forum_topic_created: (message) => words().topicCreated(message.forum_topic_created.name),
  forum_topic_closed: () => words().topicClosed,
  forum_topic_reopened: () => words().topicReopened,
};

export function isService(message) {
  return Object.keys(SERVICE).some((kind) => kind in message);
}

export function serviceText(message) {
  const kind = Object.keys(SERVICE).find((name) => name in message);
  return kind ? SERVICE[kind](message) : words().event;
}

export function senderName(message) {
  return message.sender_chat?.title ?? message.from.first_name;
}

export function summary(message) {
  const text = message.text ?? message.caption ?? "";
  if (isService(message)) return serviceText(message);
  if (message.photo) return `${words().photo} ${text}`;
  if (message.document) return `${words().document} ${text}`;
  if (message.poll) return `${words().poll}: ${message.poll.question}`;
  const from = message.from.id === state.bot.id ? `${state.bot.name}: ` : "";
  return from + text.replace(/\s+/g, " ").slice(0, 120);
}
