// One message as it is drawn.

import { keyboard } from "./buttons.js";
import { replyTo } from "./composer.js";
import { ZONE } from "./days.js";
import { $, avatar, icon, make, tone } from "./elements.js";
import { styled } from "./entities.js";
import { forward } from "./forwarding.js";
import { attempt, order } from "./server.js";
import { me, state, words } from "./state.js";
import { isService, senderName, serviceText, summary } from "./summaries.js";

export function drawMessage(chat, message, first) {
  const marks = { "data-message": message.message_id, "data-sender": senderKey(message) };
  if (isService(message)) {
    return make("li", { ...marks, class: "note" }, make("span", {}, serviceText(message)));
  }
  const isBot = message.from.id === state.bot.id;
  const mine = message.from.id === me();
  const kinds = ["message", mine ? "mine" : "", isBot ? "bot-said" : "", first ? "first" : ""];
  const face = avatar(message.sender_chat?.id ?? message.from.id, senderName(message), isBot);
  if (!first) face.classList.add("gap");
  const bubble = make("div", { class: `bubble ${tone(message.from.id)}` }, ...inside(chat, message, first && !mine));
  const body = make("div", { class: "body" }, bubble, acts(chat, message), keyboard(chat, message));
  return make("li", { ...marks, class: kinds.filter(Boolean).join(" ") }, face, body);
}

function inside(chat, message, named) {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return [
    named ? sender(message) : make("span", { class: "unseen" }, `${senderName(message)}: `),
    message.forward_origin ? make("div", { class: "origin" }, words().forwarded(originName(message.forward_origin))) : null,
    quote(chat, message),
    media(message),
    make("span", { class: "text", dir: "auto" }, styled(text, entities)),
    message.poll ? poll(message) : null,
    message.reactions ? make("div", { class: "reactions" }, message.reactions.map((reaction) => reaction.emoji).join(" ")) : null,
    stamp(message),
  ];
}

function originName(origin) {
  return origin.sender_user?.first_name ?? origin.sender_user_name ?? (origin.sender_chat ?? origin.chat)?.title ?? "";
}

function sender(message) {
  const isBot = message.from.id === state.bot.id;
  const badge = isBot ? make("span", { class: "badge" }, words().bot) : null;
  return make("div", { class: "sender" }, senderName(message), badge);
}

export function senderKey(message) {
  return isService(message) ? "" : String(message.sender_chat?.id ?? message.from.id);
}

function stamp(message) {
  const moment = new Date(message.date * 1000);
  const time = new Intl.DateTimeFormat("vi", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" }).format(moment);
  const clock = make("time", { datetime: moment.toISOString() }, time);
  return make("span", { class: "meta" }, message.edit_date ? `${words().edited} ` : "", clock);
}

function quote(chat, message) {
  const target = message.reply_to_message;
  if (!target || isService(target)) return null;
  return make(
    "button",
    { class: "quote", type: "button", onclick: () => find(target.message_id) },
    make("strong", {}, senderName(target)),
    make("span", {}, summary(target).replace(/^[^:]{0,40}: /, "") || words().message),
  );
}

export function elementOf(id) {
  return $("log").querySelector(`[data-message="${Number(id)}"]`);
}

export function find(id) {
  const element = elementOf(id);
  if (!element) return;
  element.scrollIntoView({ block: "center" });
  element.classList.remove("found");
  requestAnimationFrame(() => element.classList.add("found"));
}

function media(message) {
  if (message.photo) {
    const largest = message.photo.at(-1);
    return make("img", { class: "media", src: fileUrl(largest.file_id), alt: message.caption || words().photo, width: largest.width, height: largest.height });
  }
  if (message.document) {
    return make("a", { class: "key", href: fileUrl(message.document.file_id), download: message.document.file_name }, message.document.file_name);
  }
  return null;
}

function fileUrl(id) {
  return `/sandbox/files/${encodeURIComponent(id)}`;
}

function poll(message) {
  const asked = message.poll;
  const options = asked.options.map((option, number) =>
    make(
      "button",
      { class: "key", type: "button", disabled: asked.is_closed, onclick: () => vote(message, number) },
      `${option.text} · ${words().votes(option.voter_count)}`,
    ),
  );
  return make("div", { class: "poll" }, make("strong", {}, asked.question), ...options);
}

function vote(message, number) {
  const path = `chats/${message.chat.id}/messages/${message.message_id}/votes`;
  attempt(() => order("POST", path, { user_id: me(), choices: [number] }));
}

function acts(chat, message) {
  const name = senderName(message);
  const answer = act("answer", words().reply(name), "back", () => replyTo(message.message_id));
  const pass = message.has_protected_content ? null : act("pass", words().forwardOf(name), "forward", () => forward(chat, message));
  return make("div", { class: "acts" }, answer, pass);
}

function act(kind, label, picture, onclick) {
  return make("button", { class: kind, type: "button", "aria-label": label, title: label, onclick }, icon(picture));
}
