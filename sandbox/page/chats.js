/** The head of the conversation: who one is, their chats as tabs, and the menu. */

import { avatar, badge, byId, el, fullName, icon, reconcile } from "./dom.js";
import { w } from "./words.js";

const ICONS = { private: "bot", group: "group", supergroup: "group", channel: "channel" };

export class Chats {
  /** @param {{open: (chat: number) => void, block: (blocked: boolean) => void, say: (text: string) => void,
   *          openInvitation: () => void}} context */
  constructor(context) {
    this.context = context;
    this.tabs = byId("chats");
    this.menu = byId("menu");
    this.menuButton = byId("menu-button");
    this.tabs.addEventListener("click", (event) => this.#choose(event.target.closest("[data-chat]")));
    this.tabs.addEventListener("keydown", (event) => this.#onTabKey(event));
    this.menuButton.addEventListener("click", () => this.#toggleMenu(this.menu.hidden));
    this.menu.addEventListener("keydown", (event) => this.#onMenuKey(event));
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("#menu, #menu-button")) this.#toggleMenu(false);
    });
  }

  /** @param {object} person  @param {object[]} chats  @param {number} chosen */
  show(person, chats, chosen) {
    const name = fullName(person);
    const subtitle = [person.roles.join(", "), person.note, person.username && `@${person.username}`].filter(Boolean).join(" · ");
    this.person = person;
    byId("who-avatar").replaceChildren(avatar(person.id, name));
    byId("who-name").textContent = name;
    byId("who-note").textContent = subtitle || w.noOrganisation;
    reconcile(this.tabs, chats, {
      key: (chat) => chat.id,
      print: (chat) => JSON.stringify([chat.title, chat.type, chat.unread, chat.id === chosen]),
      create: (chat) => this.#tab(chat, chat.id === chosen),
    });
  }

  #tab(chat, isChosen) {
    const props = {
      class: "tab",
      type: "button",
      role: "tab",
      "data-chat": chat.id,
      "aria-selected": String(isChosen),
      "aria-controls": "scroller",
      tabindex: isChosen ? "0" : "-1",
      title: chat.title,
    };
    const title = el("span", { class: "tab-title" }, chat.title);
    return el("button", props, icon(ICONS[chat.type] ?? "group"), title, isChosen ? null : badge(chat.unread));
  }

  #choose(tab) {
    if (tab) this.context.open(Number(tab.dataset.chat));
  }

  #onTabKey(event) {
    const tab = event.target.closest("[data-chat]");
    const next = { ArrowRight: tab?.nextElementSibling, ArrowLeft: tab?.previousElementSibling }[event.key];
    if (!next) return;
    next.focus();
    this.#choose(next);
  }

  #toggleMenu(wanted) {
    const open = wanted && Boolean(this.person); // a person just chosen may not be here yet
    this.menu.hidden = !open;
    this.menuButton.setAttribute("aria-expanded", String(open));
    if (!open) return;
    this.menu.replaceChildren(...this.#menuItems());
    this.menu.firstElementChild.focus();
  }

  #menuItems() {
    const { blocked, invitation } = this.person;
    const item = (id, text, act) => {
      const run = () => {
        this.#toggleMenu(false);
        this.menuButton.focus();
        act();
      };
      return el("button", { type: "button", role: "menuitem", id, onclick: run }, text);
    };
    return [
      blocked
        ? item("menu-unblock", w.unblockBot, () => this.context.block(false))
        : item("menu-block", w.blockBot, () => this.context.block(true)),
      invitation && item("menu-invitation", w.openInvitation, this.context.openInvitation),
      item("menu-start", w.sendStart, () => this.context.say("/start")),
    ].filter(Boolean);
  }

  #onMenuKey(event) {
    const items = [...this.menu.children];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") {
      this.#toggleMenu(false);
      this.menuButton.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      items[(at + step + items.length) % items.length].focus();
    }
  }
}
