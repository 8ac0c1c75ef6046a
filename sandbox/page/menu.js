// The menu of commands, as the person who writes sees it.

import { $, make } from "./elements.js";
import { grow } from "./field.js";
import { attempt, order, toast } from "./server.js";
import { me, state, words } from "./state.js";

// Gives whether the menu was still wanted when it came: the field may have been sent meanwhile.
export async function openMenu() {
  const wanted = occasion();
  const path = `chats/${state.current}/menu?user_id=${me()}`;
  const menu = (await attempt(() => order("GET", path))) ?? [];
  if (occasion() !== wanted) return false;
  state.menu = menu;
  showMenu();
  return true;
}

function occasion() {
  return JSON.stringify([state.current, me(), $("text").value]);
}

// The command in the field so far, without its slash.
function begun() {
  return /^\/([a-z0-9_]*)$/i.exec($("text").value)?.[1]?.toLowerCase() ?? "";
}

export function showMenu() {
  const word = begun();
  const fitting = state.menu.filter((entry) => entry.command.startsWith(word));
  if (!fitting.length) {
    closeMenu();
    return;
  }
  const at = Math.max(0, fitting.findIndex((entry) => entry.command === word));
  $("menu").replaceChildren(
    ...fitting.map((entry, number) =>
      make(
        "li",
        { id: `menu-${number}`, role: "option", "aria-selected": String(number === at), "data-command": entry.command, onclick: () => choose(entry.command) },
        make("b", {}, `/${entry.command}`),
        make("span", {}, entry.description),
      ),
    ),
  );
  $("menu").hidden = false;
  expanded(true);
  $("text").setAttribute("aria-activedescendant", `menu-${at}`);
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
      if (options[at].dataset.command === begun()) return false; // complete: it is sent
      choose(options[at].dataset.command);
      break;
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
  if ((await openMenu()) && !state.menu.length) toast(words().noMenu);
}
