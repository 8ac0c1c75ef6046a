// Days: shown day first, in Vietnam's time, and picked for the bot.

import { $ } from "./elements.js";
import { attempt, order } from "./server.js";
import { state, words } from "./state.js";

export const ZONE = "Asia/Ho_Chi_Minh";

export function localDay(moment) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(moment);
}

export function formatDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  const weekday = new Intl.DateTimeFormat(state.language, { weekday: state.language === "vi" ? "long" : "short", timeZone: "UTC" })
    .format(new Date(Date.UTC(year, month - 1, date)));
  return `${weekday}, ${date}/${month}/${year}`;
}

export function showDay() {
  const day = state.day ?? localDay(new Date());
  const text = formatDay(day);
  $("day-text").textContent = text;
  $("day-pick").setAttribute("aria-label", words().dayPick(text));
  $("day-input").value = day;
}

export function step(days) {
  const moment = new Date(`${state.day ?? localDay(new Date())}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  pick(moment.toISOString().slice(0, 10));
}

export function pick(day) {
  if (day) attempt(() => order("PUT", "day", { day }));
}
