/** The left column: everybody one may play. */

import { avatar, badge, byId, el, fullName, icon, reconcile } from "./dom.js";
import { found } from "./finding.js";
import { listTime, millis } from "./times.js";
import { w } from "./words.js";

/** The last line of a chat; the sandbox names a message without text by its kind. */
function gist(last) {
  if (!last) return w.neverWrote;
  return w.kinds[last.text] ?? (last.text || w.message);
}

export class People {
  #people = [];
  #chosen = null;
  #unreadOnly = false;

  /** @param {{clock: import("./times.js").DemoClock, choose: (id: number) => void}} context */
  constructor(context) {
    this.context = context;
    this.list = byId("people");
    this.search = byId("search");
    this.chip = byId("unread-only");
    this.list.addEventListener("click", (event) => this.#choose(event.target.closest("[data-person]")));
    this.list.addEventListener("keydown", (event) => this.#onKey(event));
    this.search.addEventListener("input", () => this.#draw());
    this.search.addEventListener("keydown", (event) => this.#onSearchKey(event));
    this.chip.addEventListener("click", () => this.#toggleUnread());
  }

  show(people, chosen) {
    const moved = chosen !== this.#chosen;
    this.#people = people;
    this.#chosen = chosen;
    this.#draw();
    if (moved) this.list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  #visible() {
    const isShown = ({ unread, id }) => !this.#unreadOnly || unread || id === this.#chosen;
    return found(this.#people.filter(isShown), this.search.value);
  }

  #draw() {
    const visible = this.#visible();
    const tabStop = (visible.find((person) => person.id === this.#chosen) ?? visible[0])?.id;
    reconcile(this.list, visible, {
      key: (person) => person.id,
      print: (person) =>
        JSON.stringify([person, person.id === this.#chosen, person.id === tabStop, this.#when(person)]),
      create: (person) => this.#row(person, person.id === tabStop),
    });
    byId("people-none").hidden = visible.length > 0 || this.#people.length === 0;
  }

  #when(person) {
    return person.last ? listTime(millis(person.last.date), this.context.clock.now()) : "";
  }

  #row(person, isTabStop) {
    const name = fullName(person);
    const note = person.note || (person.username ? `@${person.username}` : "");
    const roles = person.roles.map((role) => el("span", { class: "role" }, role));
    const props = {
      class: "person",
      role: "option",
      "data-person": person.id,
      "aria-selected": String(person.id === this.#chosen),
      tabindex: isTabStop ? "0" : "-1",
    };
    return el(
      "li", props,
      avatar(person.id, name),
      el("span", { class: "person-name", title: name }, name),
      person.blocked ? el("span", { class: "person-blocked", title: w.botBlocked }, icon("block")) : null,
      el("span", { class: "person-time" }, this.#when(person)),
      el("span", { class: "person-note", title: [...person.roles, note].filter(Boolean).join(" · ") }, roles, note),
      el("span", { class: "person-last" }, gist(person.last)),
      badge(person.unread),
    );
  }

  #choose(row) {
    if (row) this.context.choose(Number(row.dataset.person));
  }

  #toggleUnread() {
    this.#unreadOnly = !this.#unreadOnly;
    this.chip.setAttribute("aria-pressed", String(this.#unreadOnly));
    this.#draw();
  }

  #onSearchKey(event) {
    const first = this.list.firstElementChild;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      this.#focus(first);
    } else if (event.key === "Enter") {
      this.#choose(first);
    } else if (event.key === "Escape") {
      this.search.value = "";
      this.#draw();
    }
  }

  #onKey(event) {
    const row = event.target.closest("[data-person]");
    const next = {
      ArrowDown: () => row.nextElementSibling,
      ArrowUp: () => row.previousElementSibling ?? this.search,
      Home: () => this.list.firstElementChild,
      End: () => this.list.lastElementChild,
    }[event.key];
    if (!row) return;
    if (next) {
      event.preventDefault();
      this.#focus(next());
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#choose(row);
    }
  }

  #focus(node) {
    if (!node) return;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
  }
}
