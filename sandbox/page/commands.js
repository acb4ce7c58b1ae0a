/** The menu of the bot's commands over the composer. */

import { byId, el } from "./dom.js";

export class CommandMenu {
  #all = [];
  #at = 0;
  #loading = null;

  /**
   * @param {HTMLTextAreaElement} field
   * @param {() => Promise<{command: string, description: string}[]>} load
   * @param {(command: string) => void} pick
   */
  constructor(field, load, pick) {
    this.field = field;
    this.load = load;
    this.pick = pick;
    this.list = byId("commands");
    this.button = byId("commands-button");
    this.button.addEventListener("click", () => this.#toggle());
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("#commands, #composer-form")) this.close();
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  close() {
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  /** Opens, filters or closes after what has been typed. */
  async follow() {
    if (this.#typed() !== null && !this.isOpen) await this.#fetch();
    if (this.#typed() === null) return this.close(); // perhaps sent meanwhile
    return this.#draw();
  }

  /** Whether the menu has used this key. */
  takes(event) {
    if (!this.isOpen) return false;
    const rows = this.list.children.length;
    const acts = {
      ArrowDown: () => this.#mark((this.#at + 1) % rows),
      ArrowUp: () => this.#mark((this.#at - 1 + rows) % rows),
      Enter: () => this.list.children[this.#at]?.click(),
      Tab: () => this.list.children[this.#at]?.click(),
      Escape: () => this.close(),
    };
    if (!acts[event.key] || event.shiftKey) return false;
    event.preventDefault();
    acts[event.key]();
    return true;
  }

  #typed() {
    return /^\/(\w*)$/.exec(this.field.value)?.[1].toLowerCase() ?? null;
  }

  async #toggle() {
    if (this.isOpen) return this.close();
    await this.#fetch();
    this.field.focus({ preventScroll: true });
    return this.#draw();
  }

  async #fetch() {
    this.#loading ??= this.load();
    this.#all = await this.#loading;
    this.#loading = null;
  }

  #draw() {
    const typed = this.#typed() ?? "";
    const shown = this.#all.filter(({ command }) => command.startsWith(typed));
    shown.sort((one, other) => (other.command === typed) - (one.command === typed)); // Enter sends what was typed
    this.list.replaceChildren(...shown.map((each, index) => this.#row(each, index)));
    if (!shown.length) return this.close();
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    return this.#mark(0);
  }

  #row({ command, description }, index) {
    const props = {
      class: "command",
      role: "option",
      id: `command-${index}`,
      "data-command": command,
      onmousedown: (event) => event.preventDefault(),
      onclick: () => this.pick(command),
    };
    return el(
      "div", props,
      el("span", { class: "command-name" }, `/${command}`),
      el("span", { class: "command-about" }, description),
    );
  }

  #mark(index) {
    this.#at = index;
    [...this.list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === index)));
    this.list.children[index]?.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `command-${index}`);
  }
}
