/** Small helpers that build and update the page; data only ever becomes text nodes and attributes. */

import { w } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const FOCUSABLE = "button, a[href], [tabindex]";
const HUES = 7;

export const byId = (id) => document.getElementById(id);

/**
 * Makes an element: `on…` properties become listeners, `true` an empty attribute, `null` and `false` nothing.
 * @param {string} tag
 * @param {Object<string, unknown>} [props]
 * @param {...(Node|string|null|false|undefined|Array)} children
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value == null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(2).filter((child) => child != null && child !== false));
  return node;
}

/** An icon of the sprite in index.html. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A stable number of a colour for a person or chat. */
export const hue = (id) => Math.abs(Number(id)) % HUES;

export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ") || w.nameless;
}

/** A round avatar: the initials of the name, or an icon. */
export function avatar(id, name, iconName = null) {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? ["?"];
  const initials = words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
  return el("span", { class: `avatar hue-${hue(id)}`, "aria-hidden": "true" }, iconName ? icon(iconName) : initials);
}

export function badge(count) {
  return count ? el("span", { class: "badge", "aria-label": w.unread(count) }, String(count)) : null;
}

const prints = new WeakMap();

/**
 * Brings the children of `parent` in line with `items`, touching only those that changed.
 * @param {Element} parent
 * @param {Array} items
 * @param {{key: (item) => string|number, print: (item) => string, create: (item) => HTMLElement}} how
 *   `print` says what a child shows: a child is made again only when its print differs.
 */
export function reconcile(parent, items, { key, print, create }) {
  const wanted = new Set(items.map((item) => String(key(item))));
  const old = new Map();
  for (const child of [...parent.children]) {
    if (wanted.has(child.dataset.key)) old.set(child.dataset.key, child);
    else child.remove();
  }
  let cursor = parent.firstElementChild;
  for (const item of items) {
    const id = String(key(item));
    const before = old.get(id);
    const node = renew(before, id, print(item), () => create(item));
    if (cursor && cursor === before) cursor = node;
    if (node === cursor) cursor = cursor.nextElementSibling;
    else parent.insertBefore(node, cursor);
  }
}

function renew(before, id, print, create) {
  if (before && prints.get(before) === print) return before;
  const node = create();
  node.dataset.key = id;
  prints.set(node, print);
  if (before) replaceKeepingFocus(before, node);
  return node;
}

function replaceKeepingFocus(before, node) {
  const spot = [before, ...before.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  before.replaceWith(node);
  if (spot >= 0) [node, ...node.querySelectorAll(FOCUSABLE)][spot]?.focus({ preventScroll: true });
}
