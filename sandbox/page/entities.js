/** Formatted text: Telegram's entities (UTF-16 offsets, which are JavaScript's own) as elements. */

import { el, icon } from "./dom.js";
import { inBrowsersZone } from "./times.js";
import { w } from "./words.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/**
 * @typedef {{type: string, offset: number, length: number, url?: string, language?: string, unix_time?: number}} Entity
 * @param {string} text
 * @param {Entity[]} entities
 * @param {{follow: (url: string) => void, say: (text: string) => void, copy: (text: string) => void}} actions
 * @returns {Array<Node|string>}
 */
export function richText(text, entities, actions) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return span(text, 0, text.length, sorted, actions);
}

/** The nodes for text[start:end]; entities that begin inside are nested, and clipped to it. */
function span(text, start, end, entities, actions) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const from = entity.offset;
    const to = Math.min(from + entity.length, end);
    if (from < at || from >= to) continue;
    nodes.push(text.slice(at, from));
    const inner = entities.slice(i + 1).filter((other) => other.offset < to);
    nodes.push(wrap(entity, text.slice(from, to), span(text, from, to, inner, actions), actions));
    at = BLOCKS.has(entity.type) && text[to] === "\n" ? to + 1 : to;
  }
  nodes.push(text.slice(at, end));
  return nodes.filter((node) => node !== "");
}

function wrap(entity, text, children, actions) {
  if (TAGS[entity.type]) return el(TAGS[entity.type], {}, children);
  const make = MAKERS[entity.type];
  return make ? make(children, text, entity, actions) : el("span", {}, children);
}

const plainLink = (href) => (children, text) => el("a", { href: href(text) }, children);
const absolute = (text) => (/^[a-z]+:/i.test(text) ? text : `https://${text}`);
const tinted = (children) => el("span", { class: "tint" }, children);

const MAKERS = {
  spoiler,
  code,
  pre,
  blockquote: (children) => el("blockquote", {}, children),
  expandable_blockquote: expandable,
  url: (children, text, _entity, actions) => link(children, absolute(text), actions),
  text_link: (children, _text, entity, actions) => link(children, entity.url, actions),
  email: plainLink((text) => `mailto:${text}`),
  phone_number: plainLink((text) => `tel:${text.replace(/[^+\d]/g, "")}`),
  mention: tinted,
  text_mention: tinted,
  hashtag: tinted,
  cashtag: tinted,
  bot_command: (children, text, _entity, actions) =>
    el("button", { type: "button", class: "tint inline", onclick: () => actions.say(text) }, children),
  date_time: moment,
};

function link(children, url, actions) {
  if (!/^(https?|tg|mailto|tel):/i.test(url)) return el("span", {}, children);
  const open = (event) => {
    event.preventDefault();
    actions.follow(url);
  };
  return el("a", { href: url, title: url, target: "_blank", rel: "noopener noreferrer", onclick: open }, children);
}

function spoiler(children) {
  const reveal = (event) => {
    const node = event.currentTarget;
    if (node.classList.contains("revealed") || (event.type === "keydown" && event.key !== "Enter")) return;
    event.preventDefault();
    event.stopPropagation();
    node.classList.add("revealed");
    node.removeAttribute("role");
    node.removeAttribute("aria-label");
  };
  const hidden = el("span", { class: "spoiler-text" }, children);
  const props = { class: "spoiler", role: "button", tabindex: "0", "aria-label": w.showHidden };
  return el("span", { ...props, onclick: reveal, onkeydown: reveal }, hidden);
}

function code(children, text, _entity, actions) {
  return el("code", { title: w.tapToCopy, onclick: () => actions.copy(text) }, children);
}

function pre(children, text, entity, actions) {
  const props = { type: "button", "aria-label": w.copy, onclick: () => actions.copy(text) };
  const copy = el("button", props, icon("copy"));
  const head = el("span", { class: "pre-head" }, entity.language ?? w.code, copy);
  return el("div", { class: "pre" }, head, el("pre", {}, el("code", {}, children)));
}

function expandable(children) {
  const quote = el("blockquote", { class: "expandable folded" }, el("div", { class: "quote-text" }, children));
  const label = w.wholeQuote;
  const toggle = el("button", { type: "button", class: "unfold", "aria-expanded": "false", "aria-label": label }, icon("down"));
  toggle.addEventListener("click", () => {
    const folded = quote.classList.toggle("folded");
    toggle.setAttribute("aria-expanded", String(!folded));
  });
  quote.append(toggle);
  return quote;
}

/** Unfolds those quotations that fit anyway; the elements must be on the page. */
export function settleQuotes(root) {
  for (const quote of root.querySelectorAll("blockquote.expandable.folded:not(.settled)")) {
    const text = quote.querySelector(".quote-text");
    quote.classList.add("settled");
    quote.classList.toggle("short", text.scrollHeight <= text.clientHeight + 2);
  }
}

function moment(children, _text, entity) {
  const ms = entity.unix_time * 1000;
  const title = w.yourTime(inBrowsersZone(ms));
  return el("time", { class: "moment", datetime: new Date(ms).toISOString(), title }, children);
}
