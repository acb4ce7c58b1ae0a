/** What lies over the page: toasts, dialogs, pictures in full. */

import { avatar, byId, el, fullName, icon } from "./dom.js";
import { found } from "./finding.js";
import { w } from "./words.js";

const TOAST_MS = 4500;
const MOST_TOASTS = 3;
const MOST_PEOPLE = 30;

/** @param {"plain"|"error"} [tone] */
export function toast(text, tone = "plain") {
  const box = byId("toasts");
  const node = el("p", { class: `toast ${tone}` }, text);
  while (box.childElementCount >= MOST_TOASTS) box.firstElementChild.remove();
  box.append(node);
  setTimeout(() => node.remove(), TOAST_MS);
}

/** Wraps an async function: what goes wrong in it is told to the person. */
export function guarded(work) {
  return async (...values) => {
    try {
      await work(...values);
    } catch (error) {
      toast(error.message, "error");
    }
  };
}

/** Shows a dialog and gives back what was pressed: the value of a button, or "" when it was closed. */
function ask(className, label, ...children) {
  const form = el("form", { method: "dialog" }, children);
  const dialog = el("dialog", { class: className, "aria-label": label }, form);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close("");
  });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    }, { once: true });
  });
}

const closeDialog = (event) => event.target.closest("dialog").close("");
const button = (text, value) => el("button", { class: "text-button", value }, text);
const mainButton = (text) => el("button", { class: "text-button main", value: "ok", autofocus: true }, text);
const wordsOf = (title, text) => [el("h2", {}, title), el("p", { class: "box-text" }, text)];

/** The answer to a callback with show_alert. */
export function alertBox(title, text) {
  return ask("box", title, wordsOf(title, text), el("div", { class: "box-buttons" }, mainButton(w.ok)));
}

/** @returns {Promise<boolean>} */
export async function confirmBox(title, text, yes) {
  const buttons = el("div", { class: "box-buttons" }, button(w.cancel, ""), mainButton(yes));
  return (await ask("box", title, wordsOf(title, text), buttons)) === "ok";
}

/**
 * Asks how to send a file.
 * @param {File} file
 * @returns {Promise<{kind: "photo"|"document", caption: string}|null>}
 */
export async function fileBox(file) {
  const isPicture = /^image\/(png|jpeg|webp)$/.test(file.type);
  const url = isPicture ? URL.createObjectURL(file) : null;
  const label = w.caption;
  const caption = el("input", {
    type: "text", class: "field", maxlength: "1024", placeholder: label, "aria-label": label, autofocus: true,
  });
  const asFile = el("input", { type: "checkbox" });
  const closing = el("button", { type: "button", class: "text-button", onclick: closeDialog }, w.cancel); // Enter sends
  const choice = await ask(
    "box", w.sendFile,
    el("h2", {}, isPicture ? w.sendPhoto : w.sendFile),
    isPicture ? el("img", { class: "box-picture", src: url, alt: file.name }) : el("p", { class: "box-text" }, file.name),
    isPicture ? el("label", { class: "check" }, asFile, w.asFile) : null,
    caption,
    el("div", { class: "box-buttons" }, closing, el("button", { class: "text-button main", value: "ok" }, w.send)),
  );
  if (url) URL.revokeObjectURL(url);
  if (choice !== "ok") return null;
  return { kind: isPicture && !asFile.checked ? "photo" : "document", caption: caption.value };
}

/**
 * Asks for a person.
 * @returns {Promise<number|null>} their id
 */
export async function personBox(title, people) {
  const field = el("input", {
    type: "search", class: "field", placeholder: w.search, "aria-label": w.searchLabel, autocomplete: "off", autofocus: true,
  });
  const list = el("div", { class: "box-people" });
  const row = (person) => el(
    "button", { value: String(person.id) },
    avatar(person.id, fullName(person)),
    el("span", {}, el("strong", {}, fullName(person)), el("small", {}, [...person.roles, person.note].filter(Boolean).join(" · "))),
  );
  const draw = () => list.replaceChildren(...found(people, field.value).slice(0, MOST_PEOPLE).map(row)); // Enter takes the first
  field.addEventListener("input", draw);
  draw();
  const closing = el("button", { type: "button", class: "text-button", onclick: closeDialog }, w.cancel);
  return Number(await ask("box", title, el("h2", {}, title), field, list, el("div", { class: "box-buttons" }, closing))) || null;
}

export function pictureBox(url, caption) {
  const close = el("button", { class: "icon-button picture-close", value: "", "aria-label": w.close }, icon("close"));
  return ask("picture", caption || w.kinds.photo, el("img", { src: url, alt: caption || w.kinds.photo }), close);
}
