/** The right column: the clock of the demo and what the bot has scheduled; a sheet on narrow screens. */

import { byId, el, icon, reconcile } from "./dom.js";
import { dayKey, dayName, hoursMinutes, longDate, millis, until } from "./times.js";
import { w } from "./words.js";

const WIDE = "(min-width: 1000px)";

export class Side {
  #items = null;
  #minute = null;
  #opener = null;

  /** @param {{clock: import("./times.js").DemoClock, advance: (seconds: number) => Promise<void>}} context */
  constructor(context) {
    this.context = context;
    for (const button of document.querySelectorAll("[data-advance]")) {
      button.addEventListener("click", () => this.#advance(button, Number(button.dataset.advance)));
    }
    for (const button of document.querySelectorAll("[data-sheet]")) {
      button.addEventListener("click", () => this.#openSheet(button));
    }
    byId("close-side").addEventListener("click", () => this.#closeSheet());
    byId("scrim").addEventListener("click", () => this.#closeSheet());
    byId("side").addEventListener("keydown", (event) => event.key === "Escape" && this.#closeSheet());
    matchMedia(WIDE).addEventListener("change", () => this.#closeSheet());
    setInterval(() => this.tick(), 1000);
  }

  /** Draws the clock when its minute has changed. */
  tick() {
    const now = this.context.clock.now();
    const minute = Math.floor(now / 60_000);
    if (minute === this.#minute) return;
    this.#minute = minute;
    const time = byId("clock-time");
    time.textContent = hoursMinutes(now);
    time.dateTime = new Date(now).toISOString();
    byId("clock-date").textContent = longDate(now);
    if (this.#items) this.#draw();
  }

  /** @param {{at: string, title: string, detail: string}[]} items  sorted by time */
  show(items) {
    this.#items = items;
    this.#draw();
  }

  /** @param {{title: string, url: string}[]} links  pages beside Telegram, opened in a tab of their own */
  link(links) {
    byId("links-section").hidden = links.length === 0;
    byId("links").replaceChildren(...links.map(({ title, url }) =>
      el("li", {}, el("a", { href: url, target: "_blank", rel: "noopener" }, title))));
  }

  #draw() {
    const now = this.context.clock.now();
    const rows = this.#items.length ? this.#rows(now) : [{ key: "none" }];
    reconcile(byId("schedule"), rows, {
      key: (row) => row.key,
      print: (row) => JSON.stringify(row),
      create: (row) => this.#row(row),
    });
  }

  #rows(now) {
    const rows = [];
    const times = new Map();
    let day = null;
    for (const item of this.#items) {
      const at = millis(item.at);
      if (dayKey(at) !== day) {
        day = dayKey(at);
        rows.push({ key: day, day: dayName(at, now) });
      }
      const name = `${item.at}|${item.title}|${item.detail}`;
      times.set(name, (times.get(name) ?? 0) + 1);
      rows.push({ key: `${name}|${times.get(name)}`, item, left: until(at, now) });
    }
    return rows;
  }

  #row(row) {
    if (row.key === "none") return el("li", { class: "schedule-none" }, w.noPlans);
    if (row.day) return el("li", { class: "schedule-day" }, row.day);
    const at = millis(row.item.at);
    const label = w.advanceTo(row.item.title);
    const skip = el("button", { type: "button", class: "skip", title: label, "aria-label": label }, icon("forward"));
    skip.addEventListener("click", () => this.#advance(skip, Math.ceil((at - this.context.clock.now()) / 1000) + 1));
    return el(
      "li", { class: "schedule-item" },
      el("time", { class: "schedule-time", datetime: row.item.at }, hoursMinutes(at)),
      el("span", { class: "schedule-title" }, row.item.title),
      row.item.detail ? el("span", { class: "schedule-detail" }, row.item.detail) : null,
      el("span", { class: "schedule-left" }, row.left),
      skip,
    );
  }

  async #advance(button, seconds) {
    button.disabled = true;
    try {
      await this.context.advance(Math.max(seconds, 1));
    } finally {
      button.disabled = false;
    }
  }

  #openSheet(opener) {
    this.#opener = opener;
    this.#setSheet(true);
    byId("side").focus({ preventScroll: true });
  }

  #closeSheet() {
    if (!byId("side").classList.contains("open")) return;
    this.#setSheet(false);
    this.#opener?.focus();
  }

  #setSheet(open) {
    byId("side").classList.toggle("open", open);
    byId("scrim").hidden = !open;
    for (const part of document.querySelectorAll(".people, .chat")) part.inert = open;
  }
}
