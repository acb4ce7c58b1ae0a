/** What a person does in a chat: says, taps, votes, follows links. */

import { api } from "./api.js";
import { alertBox, confirmBox, guarded, personBox, toast } from "./overlays.js";
import { recallVote, rememberVote } from "./polls.js";
import { w } from "./words.js";

/**
 * What a link to this bot asks for.
 * @returns {{start: string|null}|null}  null when the link leads elsewhere
 */
export function botLink(url, username) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  const isWeb = /^(www\.)?(t\.me|telegram\.me)$/i.test(parsed.host);
  const name = isWeb ? parsed.pathname.slice(1) : parsed.searchParams.get("domain");
  if (!isWeb && parsed.protocol !== "tg:") return null;
  if (name?.toLowerCase() !== username.toLowerCase()) return null;
  return { start: parsed.searchParams.get("start") };
}

/** Taps that wait for the bot at once: a browser opens six connections, and the page needs some. */
const MOST_WAITING = 3;

export class Actions {
  #waiting = new Set();
  /** Set by the app once the views exist. */
  composer = null;

  /**
   * @param {{as: number, chat: number, bot: object, person: object, people: object[], refresh: object,
   *          open: (as: number, chat?: number) => void}} app
   */
  constructor(app) {
    this.app = app;
  }

  forBubbles() {
    const { say, follow, copy, tap, vote, scan } = this;
    return {
      say, follow, copy, tap, vote, scan,
      opensBot: (url) => Boolean(url && botLink(url, this.app.bot.username)?.start),
      fileUrl: api.fileUrl,
      recall: (message) => recallVote(this.app.as, message),
      isWaiting: (message, data) => this.#waiting.has(this.#tapKey(message, data)),
      insert: (query) => this.composer.insert(`@${this.app.bot.username} ${query}`),
      notYet: () => toast(w.noSuchButton),
    };
  }

  forComposer() {
    return {
      say: this.say,
      press: this.press,
      upload: (file, kind, caption) => this.#try(() => api.upload(this.app.as, this.app.chat, kind, file, caption)),
      commands: () => api.commands(this.app.as),
    };
  }

  say = (text) => this.#try(() => api.say(this.app.as, this.app.chat, text));

  /** Says it in the private chat, and goes there. */
  sayToBot = (text) => {
    const { as } = this.app;
    this.app.open(as);
    return this.#try(() => api.say(as, as, text));
  };

  /** Opens the deep link that this person was given. */
  openInvitation = () => this.sayToBot(`/start ${this.app.person.invitation}`);

  block = (blocked) => this.#try(() => api.block(this.app.as, blocked));

  follow = (url) => {
    const link = botLink(url, this.app.bot.username);
    if (!link) window.open(url, "_blank", "noopener");
    else if (link.start === null) this.app.open(this.app.as);
    else this.sayToBot(`/start ${link.start}`);
  };

  /** Opens a QR code's link as the person who holds the telephone. */
  scan = async (url) => {
    const person = await personBox(w.whoScans, this.app.people);
    if (person === null) return;
    const { start } = botLink(url, this.app.bot.username);
    this.app.open(person);
    await this.#try(() => api.say(person, person, `/start ${start}`));
  };

  copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      toast(w.copied);
    } catch {
      toast(w.copyRefused, "error");
    }
  };

  tap = async (message, data) => {
    const key = this.#tapKey(message, data);
    if (this.#waiting.has(key)) return;
    if (this.#waiting.size >= MOST_WAITING) {
      toast(w.tapsWait, "error");
      return;
    }
    this.#waiting.add(key);
    markWaiting(message, data, true);
    await this.#try(async () => {
      const { answer } = await api.tap(this.app.as, this.app.chat, message.message_id, data);
      this.#showAnswer(answer);
    });
    this.#waiting.delete(key);
    markWaiting(message, data, false);
  };

  vote = (message, optionIds) => this.#try(async () => {
    const { as, chat } = this.app;
    await api.vote(as, chat, message.message_id, optionIds);
    rememberVote(as, message, optionIds);
  });

  /** A button of the reply keyboard. */
  press = async (button) => {
    if (!button.request_contact) {
      await this.say(button.text);
      return;
    }
    const agreed = await confirmBox(w.shareNumber, w.shareNumberHint, w.share);
    if (agreed) await this.#try(() => api.shareContact(this.app.as, this.app.chat));
  };

  #tapKey(message, data) {
    return JSON.stringify([this.app.as, message.chat.id, message.message_id, data]);
  }

  #showAnswer(answer) {
    if (answer === null) toast(w.tapUnanswered, "error");
    else if (answer.url) this.follow(answer.url);
    else if (answer.text && answer.show_alert) alertBox(this.app.bot.first_name, answer.text);
    else if (answer.text) toast(answer.text);
  }

  async #try(work) {
    await guarded(work)();
    this.app.refresh.messages();
  }
}

function markWaiting(message, data, waiting) {
  for (const button of document.querySelectorAll(`[data-message="${message.message_id}"] [data-callback]`)) {
    if (button.dataset.callback !== data) continue;
    if (waiting) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }
}
