// The menu of commands, as the person who writes sees it.

import { $, make } from "./elements.js";
import { grow } from "./field.js";
import { attempt, order, toast } from "./server.js";
import { me, state, words } from "./state.js";

export async function openMenu() {
  const path = `chats/${state.current}/menu?user_id=${me()}`;
  state.menu = (await attempt(() => order("GET", path))) ?? [];
  showMenu();
}

export function showMenu() {
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

export function closeMenu() {
  $("menu").hidden = true;
  expanded(false);
  $("text").removeAttribute("aria-activedescendant");
}

function expanded(open) {
  $("text").setAttribute("aria-expanded", String(open));
  $("slash").setAttribute("aria-expanded", String(open));
}

export function menuKey(event) {
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

export async function toggleMenu() {
  if (!$("menu").hidden) {
    closeMenu();
    return;
  }
  $("text").focus();
  if (!$("text").value) $("text").value = "/";
  await openMenu();
  if ($("menu").hidden && !state.menu.length) toast(words().noMenu);
}
