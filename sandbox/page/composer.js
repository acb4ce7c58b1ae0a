/** The foot of the conversation: writing, files, commands, the reply keyboard. */

import { byId } from "./dom.js";
import { CommandMenu } from "./commands.js";
import { currentReplyKeyboard, replyRows } from "./keyboards.js";
import { fileBox } from "./overlays.js";
import { w } from "./words.js";

const MOST_HIGH = 180;

export class Composer {
  #drafts = new Map();
  #place = null;
  #keyboard = null;
  #closedKeyboards = new Set();

  /**
   * @param {{say: (text: string) => void, upload: (file: File, kind: string, caption: string) => void,
   *          commands: () => Promise<object[]>, press: (button: object) => void}} context
   */
  constructor(context) {
    this.context = context;
    this.field = byId("composer");
    this.commands = new CommandMenu(this.field, context.commands, (command) => this.#sendText(`/${command}`));
    byId("composer-form").addEventListener("submit", (event) => this.#onSubmit(event));
    this.field.addEventListener("input", () => this.#onInput());
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    this.field.addEventListener("paste", (event) => this.#offer(event.clipboardData.files[0], event));
    byId("attach").addEventListener("click", () => byId("file").click());
    byId("file").addEventListener("change", (event) => this.#onFile(event));
    byId("keys-button").addEventListener("click", () => this.#toggleKeyboard());
    this.#acceptDrops(byId("chat"));
  }

  /**
   * @param {{as: number, chat: object, blocked: boolean, invitation: ?string, messages: object[]}} view
   */
  show({ as, chat, blocked, invitation, messages }) {
    const isPrivate = chat.type === "private";
    const isEmpty = isPrivate && messages.length === 0;
    const writes = chat.type !== "channel" && !(isPrivate && blocked) && !isEmpty;
    byId("invitation").hidden = !(isEmpty && !blocked && invitation);
    byId("start").hidden = !(isEmpty && !blocked);
    byId("unblock").hidden = !(isPrivate && blocked);
    byId("read-only").hidden = chat.type !== "channel";
    byId("composer-form").hidden = !writes;
    this.move(as, chat.id);
    this.#showKeyboard(writes ? currentReplyKeyboard(messages) : null);
  }

  focus() {
    if (!byId("composer-form").hidden) this.field.focus({ preventScroll: true });
  }

  /** Puts words into the field, for the person to finish. */
  insert(text) {
    this.field.value = text;
    this.#onInput();
    this.focus();
  }

  /** Belongs to another chat from now on, though it may still load: what is typed meanwhile is for that. */
  move(as, chat) {
    const place = `${as}:${chat}`;
    if (place === this.#place) return;
    this.#place = place;
    this.field.value = this.#drafts.get(place) ?? "";
    this.commands.close();
    this.#fit();
  }

  #onInput() {
    this.#drafts.set(this.#place, this.field.value);
    this.#fit();
    this.commands.follow();
  }

  #fit() {
    byId("send").disabled = this.field.value.trim() === "";
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, MOST_HIGH)}px`;
  }

  #onKey(event) {
    if (this.commands.takes(event)) return;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    byId("composer-form").requestSubmit();
  }

  #onSubmit(event) {
    event.preventDefault();
    this.#sendText(this.field.value);
    this.focus();
  }

  #sendText(text) {
    if (!text.trim()) return;
    this.insert("");
    this.commands.close();
    this.context.say(text.trim());
  }

  async #onFile(event) {
    const [file] = event.target.files;
    event.target.value = "";
    await this.#offer(file, event);
  }

  async #offer(file, event) {
    if (!file || byId("composer-form").hidden) return;
    event.preventDefault();
    const choice = await fileBox(file);
    if (choice) this.context.upload(file, choice.kind, choice.caption);
  }

  #acceptDrops(zone) {
    zone.addEventListener("dragover", (event) => event.preventDefault());
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#offer(event.dataTransfer.files[0], event);
    });
  }

  #showKeyboard(keyboard) {
    const print = JSON.stringify([this.#place, keyboard]);
    if (print === this.#keyboard) return;
    this.#keyboard = print;
    const box = byId("reply-keys");
    this.field.placeholder = keyboard?.markup.input_field_placeholder ?? w.message;
    byId("keys-button").hidden = !keyboard;
    box.replaceChildren(...(keyboard ? replyRows(keyboard.markup, (button) => this.#press(button, keyboard)) : []));
    this.#openKeyboard(Boolean(keyboard) && !this.#closedKeyboards.has(this.#keyboardName(keyboard)));
  }

  #keyboardName(keyboard) {
    return `${this.#place}:${keyboard.message_id}`;
  }

  #press(button, keyboard) {
    if (keyboard.markup.one_time_keyboard) {
      this.#closedKeyboards.add(this.#keyboardName(keyboard));
      this.#openKeyboard(false);
    }
    this.context.press(button);
  }

  #toggleKeyboard() {
    this.#openKeyboard(byId("reply-keys").hidden);
  }

  #openKeyboard(open) {
    byId("reply-keys").hidden = !open;
    byId("keys-button").setAttribute("aria-expanded", String(open));
  }
}
