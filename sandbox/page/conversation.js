/** The conversation: rows out of messages, and a scroll that stays where the reader left it. */

import { byId, reconcile } from "./dom.js";
import { rowNode, serviceText } from "./bubbles.js";
import { settleQuotes } from "./entities.js";
import { dayKey, dayName, millis } from "./times.js";
import { w } from "./words.js";

const RUN_GAP = 10 * 60_000;
const NEAR_BOTTOM = 90;
const LONGEST_PRESS = 1_000;

const author = (message) => (message.mine ? "me" : message.sender_chat?.id ?? message.from?.id ?? "chat");

function continues(message, earlier) {
  return (
    earlier?.kind === "bubble" &&
    author(message) === author(earlier.messages[0]) &&
    millis(message.date) - earlier.date < RUN_GAP
  );
}

/**
 * Days, service lines and bubbles; the messages of an album share a bubble.
 * @param {object[]} messages  oldest first
 * @returns {import("./bubbles.js").Row[]}
 */
export function rowsOf(messages) {
  const rows = [];
  let day = null;
  for (const message of messages) {
    const date = millis(message.date);
    if (dayKey(date) !== day) {
      day = dayKey(date);
      rows.push({ kind: "day", key: `day-${message.message_id}-${day}`, messages: [], date });
    }
    const previous = rows[rows.length - 1];
    const group = message.media_group_id;
    if (group && previous.messages[0]?.media_group_id === group) {
      previous.messages.push(message);
      continue;
    }
    const kind = serviceText(message) ? "service" : "bubble";
    const joins = kind === "bubble" && continues(message, previous);
    if (joins) previous.last = false;
    rows.push({ kind, key: `m-${message.message_id}`, messages: [message], date, first: !joins, last: true });
  }
  return rows;
}

function emptyRow(chat, about) {
  const isPrivate = chat.type === "private";
  const words = isPrivate ? about || w.writeToBegin : w.nothingHere;
  const title = isPrivate ? w.whatItCan : chat.title;
  return { kind: "empty", key: "empty", messages: [], title, words };
}

const gist = (message) => message.text ?? message.caption ?? message.poll?.question ?? w.attachment;

export class Conversation {
  #place = null;
  #stick = true;
  #seen = 0;
  #missed = 0;
  #press = null;
  #held = null;

  /** @param {object} context  what bubbles need: clock, fileUrl, follow, say, copy, tap, isWaiting, recall, vote … */
  constructor(context) {
    this.context = context;
    this.list = byId("messages");
    this.scroller = byId("scroller");
    this.jump = byId("jump");
    this.scroller.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    this.jump.addEventListener("click", () => this.toBottom(true));
    this.list.addEventListener("pointerdown", () => this.#hold());
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(() => this.#letGo()));
    new ResizeObserver(() => this.#stick && this.toBottom()).observe(this.scroller);
  }

  /**
   * @param {{as: number, chat: {id: number, type: string}, messages: object[], about: string}} view
   *   `about` greets in an empty chat
   */
  show(view) {
    if (this.#press) this.#held = view;
    else this.#show(view);
  }

  /** What comes while a button is pressed is shown after that: a new row would lose the click. */
  #hold() {
    clearTimeout(this.#press);
    this.#press = setTimeout(() => this.#letGo(), LONGEST_PRESS);
  }

  #letGo() {
    clearTimeout(this.#press);
    const held = this.#held;
    this.#press = this.#held = null;
    if (held) this.#show(held);
  }

  #show({ as, chat, messages, about }) {
    const place = `${as}:${chat.id}`;
    const isNew = place !== this.#place;
    if (isNew) this.#enter(place);
    const fresh = isNew ? [] : messages.filter((message) => message.message_id > this.#seen);
    const stick = isNew || this.#stick || fresh.some((message) => message.mine);
    this.#showPinned(messages);
    this.#draw(messages.length ? rowsOf(messages) : [emptyRow(chat, about)], chat, isNew);
    this.#seen = Math.max(this.#seen, ...messages.map((message) => message.message_id));
    if (stick) this.toBottom();
    else this.#miss(fresh.length);
    this.#announce(fresh);
  }

  #enter(place) {
    this.#place = place;
    this.#seen = 0;
    this.#missed = 0;
    this.list.replaceChildren();
  }

  #draw(rows, chat, isNew) {
    const context = {
      ...this.context,
      isGroup: chat.type !== "private",
      isChannel: chat.type === "channel",
    };
    const now = context.clock.now();
    const ownVote = (message) => message.poll && context.recall(message);
    const known = new Set([...this.list.children].map((node) => node.dataset.key));
    reconcile(this.list, rows, {
      key: (row) => row.key,
      print: (row) => JSON.stringify([row, row.kind === "day" ? dayName(row.date, now) : row.messages.map(ownVote)]),
      create: (row) => rowNode(row, context),
    });
    for (const node of this.list.children) {
      if (!isNew && !known.has(node.dataset.key)) node.classList.add("arrives");
    }
    settleQuotes(this.list);
  }

  toBottom(smoothly = false) {
    this.#stick = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smoothly ? "smooth" : "instant" });
    this.#miss(-this.#missed);
  }

  #onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.#stick = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    this.jump.hidden = this.#stick;
    if (this.#stick) this.#miss(-this.#missed);
  }

  #miss(count) {
    this.#missed += count;
    const label = byId("jump-count");
    label.textContent = String(this.#missed);
    label.hidden = this.#missed === 0;
  }

  #showPinned(messages) {
    const pinned = messages.findLast((message) => message.pinned);
    const bar = byId("pinned");
    bar.hidden = !pinned;
    if (!pinned) return;
    byId("pinned-text").textContent = gist(pinned);
    bar.onclick = () => {
      const node = this.list.querySelector(`[data-message="${pinned.message_id}"]`);
      node?.scrollIntoView({ block: "center", behavior: "smooth" });
    };
  }

  #announce(fresh) {
    const words = fresh.filter((message) => !message.mine).map(gist);
    if (!words.length) return;
    byId("announcer").replaceChildren(...words.map((line) => {
      const node = document.createElement("p");
      node.textContent = line;
      return node;
    }));
  }
}
