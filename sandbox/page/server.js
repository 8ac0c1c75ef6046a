// Orders to the sandbox, and a notice when one fails.

import { $, make } from "./elements.js";
import { words } from "./state.js";

const TOAST_MS = 6000;

export async function order(method, path, body) {
  const response = await fetch(`/sandbox/${path}`, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return resultOf(response);
}

export async function uploaded(file, kind) {
  const about = new URLSearchParams({ kind, name: file.name, type: file.type || "application/octet-stream" });
  const headers = { "Content-Type": "application/octet-stream" };
  return resultOf(await fetch(`/sandbox/files?${about}`, { method: "POST", headers, body: file }));
}

async function resultOf(response) {
  const result = await response.json();
  if (!response.ok) throw new Error(result.error ?? response.statusText);
  return result;
}

export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    toast(words().failed(error.message), true);
    return undefined;
  }
}

export function toast(text, bad = false) {
  const note = make("p", { class: bad ? "toast bad" : "toast" }, text);
  $("toasts").append(note);
  setTimeout(() => note.remove(), TOAST_MS);
}
