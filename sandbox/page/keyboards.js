/** Inline keyboards under messages and the reply keyboard under the composer. */

import { el, icon } from "./dom.js";
import { w } from "./words.js";

const STYLES = new Set(["danger", "success", "primary"]);

const keyClass = (spec) => (STYLES.has(spec.style) ? `key ${spec.style}` : "key");

/**
 * @param {object} message
 * @param {{tap: (message, data: string) => void, isWaiting: (message, data: string) => boolean,
 *          follow: (url: string) => void, copy: (text: string) => void, insert: (text: string) => void,
 *          notYet: () => void}} context
 * @returns {HTMLElement|null}
 */
export function inlineKeyboard(message, context) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const row = (buttons) => el("div", { class: "keys-row" }, buttons.map((each) => inlineButton(message, each, context)));
  return el("div", { class: "inline-keys" }, rows.map(row));
}

/** A picture of a QR code that leads to the bot is scanned by somebody's telephone. */
export function scanButton(message, { opensBot, scan }) {
  if (!opensBot(message.code)) return null;
  return el("button", { type: "button", class: "scan", onclick: () => scan(message.code) }, icon("scan"), w.scan);
}

function inlineButton(message, spec, context) {
  const { kind, mark, act } = behaviour(message, spec, context);
  const props = {
    type: "button",
    class: keyClass(spec),
    title: spec.text,
    onclick: act,
    disabled: kind === "disabled",
    "data-callback": kind === "callback" ? spec.callback_data : null,
    "aria-busy": kind === "callback" && context.isWaiting(message, spec.callback_data) ? "true" : null,
  };
  return el("button", props, el("span", { class: "key-text" }, spec.text), mark ? icon(mark) : null);
}

function behaviour(message, spec, context) {
  if (spec.disabled) return { kind: "disabled" };
  if (spec.callback_data != null) return { kind: "callback", act: () => context.tap(message, spec.callback_data) };
  const url = spec.url ?? spec.login_url?.url;
  if (url) return { kind: "url", mark: "link", act: () => context.follow(url) };
  if (spec.copy_text) return { kind: "copy", mark: "copy", act: () => context.copy(spec.copy_text.text) };
  const elsewhere = spec.switch_inline_query ?? spec.switch_inline_query_chosen_chat?.query;
  const inline = spec.switch_inline_query_current_chat ?? elsewhere;
  if (inline != null) return { kind: "inline", mark: "forward", act: () => context.insert(inline) };
  return { kind: "other", act: context.notYet };
}

/**
 * The reply keyboard that a chat shows now: set or removed by the newest message that speaks of one.
 * @returns {{message_id: number, markup: object}|null}
 */
export function currentReplyKeyboard(messages) {
  for (let i = messages.length - 1; i >= 0; i -= 1) {
    const markup = messages[i].reply_markup;
    if (markup?.remove_keyboard) return null;
    if (markup?.keyboard) return { message_id: messages[i].message_id, markup };
  }
  return null;
}

/**
 * @param {object} markup  a ReplyKeyboardMarkup
 * @param {(button: object) => void} press
 */
export function replyRows(markup, press) {
  const button = (raw) => {
    const spec = typeof raw === "string" ? { text: raw } : raw;
    const mark = (spec.request_contact && "person") || (spec.request_location && "pin");
    const props = { type: "button", class: keyClass(spec), title: spec.text, onclick: () => press(spec) };
    return el("button", props, mark ? icon(mark) : null, el("span", { class: "key-text" }, spec.text));
  };
  return markup.keyboard.map((row) => el("div", { class: "keys-row" }, row.map(button)));
}
