// The chat page of the sandbox. Text of messages only ever becomes text nodes, never markup.

const ZONE = "Asia/Ho_Chi_Minh";
const TYPING_MS = 5000;
const TOAST_MS = 6000;
const PRESS_MS = 15000;
const TONES = 6;
const NEAR_END = 60;

const WORDS = {
  vi: {
    skip: "Đến ô nhập tin", subtitle: "Phòng thử · không phải Telegram thật", day: "Ngày của bot",
    dayBefore: "Ngày trước", dayAfter: "Ngày sau", dayPick: (day) => `Chọn ngày, đang là ${day}`,
    dayUnknown: "Hôm nay", chats: "Trò chuyện",
    topic: "Chủ đề", general: "Chung", offline: "Mất kết nối, đang nối lại…", messages: "Tin nhắn",
    newer: "Tin mới", replyCancel: "Bỏ trả lời", menu: "Lệnh của bot", person: "Người viết",
    write: "Tin nhắn", placeholder: "Viết tin nhắn…", send: "Gửi", close: "Đóng",
    private: "trò chuyện riêng với bot", people: (count) => `${count} thành viên`,
    bot: "bot", reply: (name) => `Trả lời ${name}`, replyTo: (name) => `Trả lời ${name}:`,
    edited: "đã sửa", unread: (count) => `${count} tin chưa đọc`, photo: "Ảnh", document: "Tệp",
    poll: "Bình chọn", votes: (count) => `${count} phiếu`, message: "Tin nhắn", deleted: "tin đã xoá",
    empty: "Chưa có tin nhắn nào. Bạn hãy viết tin đầu tiên.",
    action: (name) => `${name} đang nhập`, noMenu: "Bot chưa đăng ký lệnh nào.",
    failed: (why) => `Chưa gửi được: ${why}`, silent: "Bot chưa trả lời nút này.",
    copied: "Đã chép", hintGroup: ["Trong nhóm, bot chỉ đáp khi được gọi: gõ lệnh, nhắc ", " hoặc trả lời tin của bot."],
    hintShut: "Trong nhóm này, bot chỉ nhận lệnh và câu trả lời cho tin của nó.",
    hintPrivate: "Enter để gửi, Shift+Enter để xuống dòng.",
    joined: (who, whom) => who === whom ? `${whom} đã vào nhóm` : `${who} đã thêm ${whom} vào nhóm`,
    left: (who, whom) => who === whom ? `${whom} đã rời nhóm` : `${who} đã mời ${whom} ra khỏi nhóm`,
    pinned: (who) => `${who} đã ghim một tin`, migrated: "Nhóm đã nâng lên thành siêu nhóm",
    topicCreated: (name) => `Chủ đề “${name}” được mở`, topicClosed: "Chủ đề đã đóng",
    topicReopened: "Chủ đề được mở lại", event: "Có thay đổi trong nhóm", language: "EN", languageName: "English",
  },
  en: {
    skip: "Skip to the message field", subtitle: "A rehearsal room · not the real Telegram", day: "The bot's day",
    dayBefore: "The day before", dayAfter: "The day after", dayPick: (day) => `Pick a day, now ${day}`,
    dayUnknown: "Today", chats: "Chats",
    topic: "Topic", general: "General", offline: "Connection lost, trying again…", messages: "Messages",
    newer: "New message", replyCancel: "Cancel the reply", menu: "The bot's commands", person: "Writing as",
    write: "Message", placeholder: "Write a message…", send: "Send", close: "Close",
    private: "private chat with the bot", people: (count) => `${count} members`,
    bot: "bot", reply: (name) => `Reply to ${name}`, replyTo: (name) => `Reply to ${name}:`,
    edited: "edited", unread: (count) => `${count} unread`, photo: "Picture", document: "File",
    poll: "Poll", votes: (count) => `${count} votes`, message: "Message", deleted: "deleted message",
    empty: "No messages yet. Write the first one.",
    action: (name) => `${name} is typing`, noMenu: "The bot has registered no commands.",
    failed: (why) => `Not sent: ${why}`, silent: "The bot has not answered this button.",
    copied: "Copied", hintShut: "In this group the bot receives only commands and replies to it.", hintGroup: ["In a group the bot answers only when called: a command, a mention of ", " or a reply to it."],
    hintPrivate: "Enter sends, Shift+Enter starts a new line.",
    joined: (who, whom) => who === whom ? `${whom} joined` : `${who} added ${whom}`,
    left: (who, whom) => who === whom ? `${whom} left` : `${who} removed ${whom}`,
    pinned: (who) => `${who} pinned a message`, migrated: "The group became a supergroup",
    topicCreated: (name) => `Topic “${name}” opened`, topicClosed: "Topic closed",
    topicReopened: "Topic reopened", event: "Something changed in the group", language: "VI", languageName: "Tiếng Việt",
  },
};

const $ = (id) => document.getElementById(id);

const state = {
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

function words() {
  return WORDS[state.language];
}

function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage may be refused
  }
}

function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    return; // the page works without it
  }
}

// Elements

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#${name}`);
  svg.append(use);
  return svg;
}

// Vietnamese people are called by their last name; a group keeps two letters of its own.
function initials(name, count) {
  const parts = name.replace(/^HTX\s+/, "").trim().split(/\s+/);
  return parts.slice(-count).map((part) => [...part][0] ?? "").join("").toUpperCase();
}

function tone(id) {
  return `tone${Math.abs(id) % TONES}`;
}

function avatar(id, name, isBot, letters = 1) {
  const face = make("span", { class: isBot ? "avatar bot" : `avatar ${tone(id)}`, "aria-hidden": "true" });
  face.append(isBot ? icon("loudspeaker") : initials(name, letters));
  return face;
}

// The server

async function order(method, path, body) {
  const response = await fetch(`/sandbox/${path}`, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const result = await response.json();
  if (!response.ok) throw new Error(result.error ?? response.statusText);
  return result;
}

async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    toast(words().failed(error.message), true);
    return undefined;
  }
}

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
  const found = await order("GET", "state");
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

function keep(chat) {
  chat.messages = new Map(chat.messages.map((message) => [message.message_id, message]));
  state.chats.set(chat.id, chat);
}

const HAPPENINGS = { message: heard, edit: changed, delete: removed, chat: chatChanged, action: acted, answer: answered, commands: closeMenu, day: dayChanged };

function happened(event) {
  HAPPENINGS[event.kind]?.(event);
}

function heard({ chat_id: id, message }) {
  const chat = state.chats.get(id);
  if (!chat) return;
  const known = chat.messages.has(message.message_id);
  chat.messages.set(message.message_id, message);
  if (id === state.current) {
    if (message.from.id === state.bot.id) hideTyping();
    if (inTopic(chat, message)) arrive(chat, message, known);
  } else if (!known) {
    state.unread.set(id, (state.unread.get(id) ?? 0) + 1);
  }
  showChats();
}

function changed({ chat_id: id, message }) {
  const chat = state.chats.get(id);
  if (!chat?.messages.has(message.message_id)) return;
  chat.messages.set(message.message_id, message);
  showChats();
  if (id !== state.current) return;
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

function removed({ chat_id: id, message }) {
  state.chats.get(id)?.messages.delete(message.message_id);
  if (id === state.current) elementOf(message.message_id)?.remove();
  if (state.reply === message.message_id) cancelReply();
  showChats();
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

function acted({ chat_id: id, body }) {
  if (id !== state.current || body.action === "cancel") return;
  $("action").textContent = words().action(body.user.first_name);
  clearTimeout(state.typing);
  state.typing = setTimeout(hideTyping, TYPING_MS);
}

function hideTyping() {
  clearTimeout(state.typing);
  $("action").textContent = "";
}

function answered({ body }) {
  const button = state.presses.get(body.id);
  if (!button) return;
  state.presses.delete(body.id);
  button.removeAttribute("aria-busy");
  if (!body.text) return;
  if (body.show_alert) {
    $("alert-text").textContent = body.text;
    $("alert").showModal();
  } else toast(body.text);
}

function dayChanged({ body }) {
  state.day = body;
  showDay();
}

// Notices

function toast(text, bad = false) {
  const note = make("p", { class: bad ? "toast bad" : "toast" }, text);
  $("toasts").append(note);
  setTimeout(() => note.remove(), TOAST_MS);
}

// The day

function showDay() {
  const day = state.day ?? localDay(new Date());
  const text = formatDay(day);
  $("day-text").textContent = text;
  $("day-pick").setAttribute("aria-label", words().dayPick(text));
  $("day-input").value = day;
}

function localDay(moment) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(moment);
}

function formatDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  const weekday = new Intl.DateTimeFormat(state.language, { weekday: state.language === "vi" ? "long" : "short", timeZone: "UTC" })
    .format(new Date(Date.UTC(year, month - 1, date)));
  return `${weekday}, ${date}/${month}/${year}`;
}

function step(days) {
  const moment = new Date(`${state.day ?? localDay(new Date())}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  pick(moment.toISOString().slice(0, 10));
}

function pick(day) {
  if (day) attempt(() => order("PUT", "day", { day }));
}

// The chats

function showChats() {
  const ordered = [...state.chats.values()].sort((a, b) => (a.kind === "private") - (b.kind === "private"));
  const shown = ordered.map((chat) => {
    const last = [...chat.messages.values()].at(-1);
    const unread = state.unread.get(chat.id) ?? 0;
    const button = make(
      "button",
      { class: "chat", type: "button", "data-chat": chat.id, "aria-current": chat.id === state.current ? "true" : undefined, onclick: () => open(chat.id) },
      chatAvatar(chat),
      make("span", { class: "words" }, make("span", { class: "title" }, titleOf(chat)), make("span", { class: "last" }, last ? summary(last) : "")),
      unread ? make("span", { class: "unread", "aria-label": words().unread(unread) }, String(unread)) : null,
    );
    return make("li", {}, button);
  });
  const focused = document.activeElement?.dataset?.chat;
  $("chats").replaceChildren(...shown);
  $("chats").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (focused) $("chats").querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
  const total = [...state.unread.values()].reduce((sum, count) => sum + count, 0);
  document.title = `${total ? `(${total}) ` : ""}${state.bot.name} · ${state.language === "vi" ? "phòng thử" : "rehearsal"}`;
}

function titleOf(chat) {
  return chat.kind === "private" ? `${state.bot.name} · ${chat.title}` : chat.title;
}

function chatAvatar(chat) {
  return avatar(chat.id, chat.title, chat.kind === "private", 2);
}

function open(id) {
  if (id === state.current) return;
  state.drafts.set(state.current, $("text").value);
  state.current = id;
  state.unread.delete(id);
  history.replaceState(null, "", `#${id}`);
  cancelReply();
  closeMenu();
  hideTyping();
  showChats();
  showTalk();
  $("text").value = state.drafts.get(id) ?? "";
  grow();
}

function moveBetweenChats(event) {
  const keys = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  if (!(event.key in keys)) return;
  const buttons = [...$("chats").querySelectorAll("button")];
  const next = buttons[buttons.indexOf(document.activeElement) + keys[event.key]];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function summary(message) {
  const text = message.text ?? message.caption ?? "";
  if (isService(message)) return serviceText(message);
  if (message.photo) return `${words().photo} ${text}`;
  if (message.document) return `${words().document} ${text}`;
  if (message.poll) return `${words().poll}: ${message.poll.question}`;
  const from = message.from.id === state.bot.id ? `${state.bot.name}: ` : "";
  return from + text.replace(/\s+/g, " ").slice(0, 120);
}

// The talk

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
  $("text").placeholder = said.placeholder;
  $("language").textContent = said.language;
  $("language").setAttribute("aria-label", said.languageName);
  $("language").lang = state.language === "vi" ? "en" : "vi";
}

function showTalk() {
  const chat = state.chats.get(state.current);
  $("composer").hidden = !chat;
  if (!chat) return;
  $("head-avatar").replaceWith(Object.assign(chatAvatar(chat), { id: "head-avatar" }));
  $("head-title").textContent = titleOf(chat);
  const present = chat.members.filter((member) => !["left", "kicked"].includes(member.status));
  $("head-about").textContent = chat.kind === "private" ? words().private : words().people(present.length);
  showTopics(chat);
  showPeople(present.filter((member) => !member.is_bot), chat);
  showHint(chat);
  showMessages(chat);
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

function insert(text) {
  const field = $("text");
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  grow();
}

function me() {
  return state.people.get(state.current);
}

function inTopic(chat, message) {
  if (!chat.forum) return true;
  const topic = message.is_topic_message ? message.message_thread_id : 0;
  return topic === (state.topics.get(chat.id) ?? 0);
}

function showMessages(chat) {
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

function arrive(chat, message, known) {
  const log = $("log");
  if (known) {
    changed({ chat_id: chat.id, message });
    return;
  }
  append(chat, message).classList.add("new");
  if (state.atEnd || message.from.id === me()) toEnd();
  else $("newer").hidden = false;
}

function toEnd() {
  const log = $("log");
  log.scrollTop = log.scrollHeight;
  state.atEnd = true;
  $("newer").hidden = true;
}

function elementOf(id) {
  return $("log").querySelector(`[data-message="${Number(id)}"]`);
}

// A message

function senderKey(message) {
  return isService(message) ? "" : String(message.sender_chat?.id ?? message.from.id);
}

function senderName(message) {
  return message.sender_chat?.title ?? message.from.first_name;
}

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

function isService(message) {
  return Object.keys(SERVICE).some((kind) => kind in message);
}

function serviceText(message) {
  const kind = Object.keys(SERVICE).find((name) => name in message);
  return kind ? SERVICE[kind](message) : words().event;
}

function drawMessage(chat, message, first) {
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
  const body = make("div", { class: "body" }, bubble, answerButton(message), keyboard(chat, message));
  return make("li", { ...marks, class: kinds.filter(Boolean).join(" ") }, face, body);
}

function inside(chat, message, named) {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return [
    named ? sender(message) : make("span", { class: "unseen" }, `${senderName(message)}: `),
    quote(chat, message),
    media(message),
    make("span", { class: "text", dir: "auto" }, styled(text, entities)),
    message.poll ? poll(message) : null,
    message.reactions ? make("div", { class: "reactions" }, message.reactions.map((reaction) => reaction.emoji).join(" ")) : null,
    stamp(message),
  ];
}

function sender(message) {
  const isBot = message.from.id === state.bot.id;
  const badge = isBot ? make("span", { class: "badge" }, words().bot) : null;
  return make("div", { class: "sender" }, senderName(message), badge);
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

function find(id) {
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

function answerButton(message) {
  const label = words().reply(senderName(message));
  return make("button", { class: "answer", type: "button", "aria-label": label, title: label, onclick: () => replyTo(message.message_id) }, icon("back"));
}

// Entities: offsets count UTF-16 units, as JavaScript's strings do

function styled(text, entities) {
  const fragment = document.createDocumentFragment();
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  weave(fragment, text, sorted, 0, text.length);
  return fragment;
}

function weave(parent, text, entities, start, end) {
  let at = start;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const stop = Math.min(entity.offset + entity.length, end);
    const from = Math.max(entity.offset, at);
    parent.append(text.slice(at, from));
    const within = others.filter((other) => other.offset < stop);
    const element = elementFor(entity, text.slice(from, stop));
    weave(element, text, within, from, stop);
    parent.append(element);
    // A block ends its own line: the line break after it would show as an empty one.
    at = BLOCKS.has(element.tagName) && text[stop] === "\n" && stop < end ? stop + 1 : stop;
    rest = others.filter((other) => other.offset >= stop);
  }
  parent.append(text.slice(at, end));
}

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);

function elementFor(entity, text) {
  if (entity.type in TAGS) return make(TAGS[entity.type]);
  switch (entity.type) {
    case "text_link":
    case "url":
      return link(entity.url ?? text);
    case "email":
      return make("a", { href: `mailto:${text}` });
    case "bot_command":
      return make("button", { class: "command", type: "button", onclick: () => insert(`${text} `) });
    case "mention":
    case "text_mention":
    case "hashtag":
      return make("span", { class: "mention" });
    case "spoiler":
      return make("span", { class: "spoiler", tabindex: "0", onclick: show, onkeydown: showOnEnter });
    case "date_time":
      return make("time", { datetime: new Date(entity.unix_time * 1000).toISOString() });
    default:
      return make("span");
  }
}

function show(event) {
  event.currentTarget.classList.add("shown");
}

function showOnEnter(event) {
  if (event.key === "Enter") show(event);
}

function link(address) {
  const url = safeUrl(address);
  return url ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }) : make("span");
}

function safeUrl(address) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

// Buttons under a message

function keyboard(chat, message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const drawn = rows.map((row) => make("div", {}, ...row.map((button) => key(chat, message, button))));
  return make("div", { class: "keys" }, ...drawn);
}

function key(chat, message, button) {
  if (button.callback_data) {
    return make("button", { class: "key", type: "button", onclick: (event) => press(chat, message, button, event.currentTarget) }, button.text);
  }
  const url = button.url && safeUrl(button.url);
  if (url) return make("a", { class: "key", href: url, target: "_blank", rel: "noopener noreferrer" }, `${button.text} ↗`);
  if (button.copy_text) return make("button", { class: "key", type: "button", onclick: () => copy(button.copy_text.text) }, button.text);
  return make("button", { class: "key", type: "button", disabled: true }, button.text);
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(words().copied);
}

async function press(chat, message, button, element) {
  if (element.getAttribute("aria-busy")) return;
  element.setAttribute("aria-busy", "true");
  const body = { user_id: me(), message_id: message.message_id, data: button.callback_data };
  const made = await attempt(() => order("POST", `chats/${chat.id}/presses`, body));
  if (!made) {
    element.removeAttribute("aria-busy");
    return;
  }
  state.presses.set(made.id, element);
  setTimeout(() => giveUp(made.id), PRESS_MS);
  // The answer may have come as an event before this page knew the id.
  const { answer } = await order("GET", `presses/${made.id}`);
  if (answer) answered({ body: { id: made.id, ...answer } });
}

function giveUp(id) {
  const element = state.presses.get(id);
  if (!element) return;
  state.presses.delete(id);
  element.removeAttribute("aria-busy");
  toast(words().silent, true);
}

// Writing

function replyTo(id) {
  const message = state.chats.get(state.current)?.messages.get(id);
  if (!message) return;
  state.reply = id;
  $("reply-name").textContent = words().replyTo(senderName(message));
  $("reply-text").textContent = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").slice(0, 160);
  $("reply").hidden = false;
  $("text").focus();
}

function cancelReply() {
  state.reply = null;
  $("reply").hidden = true;
}

async function send() {
  const text = $("text").value.trim();
  if (!text || !me()) return;
  const id = state.current;
  const { reply } = state;
  const topic = state.topics.get(id) ?? 0;
  // The field is free at once, so that nothing typed meanwhile is lost.
  clearField();
  const body = { user_id: me(), text, reply_to: reply, thread: topic || null };
  const sent = await attempt(() => order("POST", `chats/${id}/messages`, body));
  if (sent || state.current !== id || $("text").value) return;
  $("text").value = text;
  grow();
  if (reply !== null) replyTo(reply);
}

function clearField() {
  $("text").value = "";
  grow();
  cancelReply();
  closeMenu();
}

function grow() {
  const field = $("text");
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function typed(event) {
  // While an input method is composing (Telex, VNI), its keys are its own.
  if (event.isComposing) return;
  if (!$("menu").hidden && menuKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    send();
  } else if (event.key === "Escape" && state.reply !== null) {
    event.preventDefault();
    cancelReply();
  }
}

// The menu of commands

async function openMenu() {
  const path = `chats/${state.current}/menu?user_id=${me()}`;
  state.menu = (await attempt(() => order("GET", path))) ?? [];
  showMenu();
}

function showMenu() {
  const begun = /^\/([a-z0-9_]*)$/i.exec($("text").value)?.[1]?.toLowerCase() ?? "";
  const fitting = state.menu.filter((entry) => entry.command.startsWith(begun));
  if (!fitting.length) {
    closeMenu();
    return;
  }
  $("menu").replaceChildren(
    ...fitting.map((entry, number) =>
      make(
        "li",
        { id: `menu-${number}`, role: "option", "aria-selected": number === 0 ? "true" : "false", "data-command": entry.command, onclick: () => choose(entry.command) },
        make("b", {}, `/${entry.command}`),
        make("span", {}, entry.description),
      ),
    ),
  );
  $("menu").hidden = false;
  expanded(true);
  $("text").setAttribute("aria-activedescendant", "menu-0");
}

function closeMenu() {
  $("menu").hidden = true;
  expanded(false);
  $("text").removeAttribute("aria-activedescendant");
}

function expanded(open) {
  $("text").setAttribute("aria-expanded", String(open));
  $("slash").setAttribute("aria-expanded", String(open));
}

function menuKey(event) {
  const options = [...$("menu").children];
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp": {
      const next = (at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length;
      options[at].setAttribute("aria-selected", "false");
      options[next].setAttribute("aria-selected", "true");
      options[next].scrollIntoView({ block: "nearest" });
      $("text").setAttribute("aria-activedescendant", options[next].id);
      break;
    }
    case "Enter":
    case "Tab":
      choose(options[at].dataset.command);
      break;
    case "Escape":
      closeMenu();
      break;
    default:
      return false;
  }
  event.preventDefault();
  return true;
}

function choose(command) {
  const chat = state.chats.get(state.current);
  // In a group the name makes sure that this bot is meant, as Telegram's own apps do.
  const whole = chat.kind === "private" ? `/${command} ` : `/${command}@${state.bot.username} `;
  $("text").value = whole;
  closeMenu();
  $("text").focus();
  grow();
}

async function toggleMenu() {
  if (!$("menu").hidden) {
    closeMenu();
    return;
  }
  $("text").focus();
  if (!$("text").value) $("text").value = "/";
  await openMenu();
  if ($("menu").hidden && !state.menu.length) toast(words().noMenu);
}

function written() {
  grow();
  if (!/^\/[a-z0-9_]*$/i.test($("text").value)) closeMenu();
  else if ($("menu").hidden) openMenu();
  else showMenu();
}

// Wiring

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
    showMessages(state.chats.get(state.current));
  });
  $("chats").addEventListener("keydown", moveBetweenChats);
  $("newer").addEventListener("click", toEnd);
  $("log").addEventListener("scroll", () => {
    const log = $("log");
    state.atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    if (state.atEnd) $("newer").hidden = true;
  });
  // A reply bar or a keyboard takes room away: whoever read the newest message goes on seeing it.
  new ResizeObserver(() => state.atEnd && toEnd()).observe($("log"));
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
