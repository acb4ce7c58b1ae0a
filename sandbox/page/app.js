/** The page of the sandbox: one plays any member of the alliance and talks to the bot. */

import { Actions } from "./actions.js";
import { api } from "./api.js";
import { coalesce, listen } from "./changes.js";
import { Chats } from "./chats.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { byId, fullName } from "./dom.js";
import { Faults } from "./faults.js";
import { guarded } from "./overlays.js";
import { People } from "./people.js";
import { Show } from "./show.js";
import { Side } from "./side.js";
import { DemoClock } from "./times.js";
import { settleWords, w } from "./words.js";

const LIST_GAP = 150;
const PEOPLE_GAP = 300;
const FAULTS_GAP = 300;
const RETRY = 2000;
const PHONE = "(max-width: 699px)";

class App {
  clock = new DemoClock();
  bot = null;
  people = null;
  as = null;
  chat = null;
  /** The chats of `as`, and the messages of `chat`; null until they have come. */
  chats = null;
  messages = null;
  #read = new Map();
  #wantsFocus = false;

  async start() {
    await this.#fetchFirst();
    this.#build();
    addEventListener("hashchange", () => this.#route());
    document.addEventListener("visibilitychange", () => this.#markRead());
    this.#route();
    listen({
      change: (kind, data) => this.#onChange(kind, data),
      online: () => this.#onOnline(),
      offline: () => this.#setOffline(true),
    });
  }

  /** What nothing can be drawn without; asks again until the sandbox answers. */
  async #fetchFirst() {
    try {
      const [bot, people, clock] = await Promise.all([api.bot(), api.people(), api.clock()]);
      this.bot = bot;
      this.people = people;
      this.clock.sync(clock.now);
    } catch {
      this.#setOffline(true);
      await new Promise((resolve) => setTimeout(resolve, RETRY));
      await this.#fetchFirst();
    }
  }

  /** Opens a chat of a person; the address keeps it. */
  open(as, chat = as) {
    this.#wantsFocus = as !== this.as && !matchMedia(PHONE).matches;
    location.hash = `#as=${as}&chat=${chat}`;
  }

  #build() {
    const actions = new Actions(this);
    this.views = {
      people: new People({ clock: this.clock, choose: (id) => this.open(id) }),
      chats: new Chats({ open: (chat) => this.open(this.as, chat), block: actions.block, say: actions.sayToBot, openInvitation: actions.openInvitation }),
      conversation: new Conversation({ ...actions.forBubbles(), clock: this.clock }),
      composer: new Composer(actions.forComposer()),
      show: new Show({ skip: guarded(async () => this.views.show.show(await api.skipShow())) }),
      side: new Side({ clock: this.clock, advance: (seconds) => this.#advance(seconds) }),
      faults: new Faults({
        add: guarded(async (fault) => this.#changeFaults(api.addFault(fault))),
        remove: guarded(async (id) => this.#changeFaults(api.removeFault(id))),
      }),
    };
    actions.composer = this.views.composer;
    byId("back").addEventListener("click", () => { location.hash = ""; });
    byId("invitation").addEventListener("click", () => actions.openInvitation());
    byId("start").addEventListener("click", () => actions.sayToBot("/start"));
    byId("unblock").addEventListener("click", () => actions.block(false));
    this.refresh = {
      people: coalesce(guarded(() => this.#refreshPeople()), PEOPLE_GAP),
      chats: coalesce(guarded(() => this.#refreshChats()), LIST_GAP),
      messages: coalesce(guarded(() => this.#refreshMessages()), LIST_GAP),
      clock: coalesce(guarded(() => this.#refreshClock()), LIST_GAP),
      schedule: coalesce(guarded(async () => this.views.side.show(await api.schedule())), LIST_GAP),
      links: coalesce(guarded(async () => this.views.side.link(await api.links())), LIST_GAP),
      show: coalesce(guarded(async () => this.views.show.show(await api.show())), LIST_GAP),
      faults: coalesce(guarded(async () => this.views.faults.show(await api.faults())), FAULTS_GAP),
    };
  }

  #route() {
    const values = new URLSearchParams(location.hash.slice(1));
    const as = Number(values.get("as")) || null;
    const chat = Number(values.get("chat")) || as;
    if (as !== null && !this.people.some((person) => person.id === as)) {
      location.hash = "";
      return;
    }
    if (as !== this.as) this.chats = null;
    if (as !== this.as || chat !== this.chat) this.messages = null;
    this.as = as;
    this.chat = chat;
    this.#frame();
    if (as === null) return;
    this.views.composer.move(as, chat);
    this.refresh.chats();
    this.refresh.messages();
  }

  /** Shows or hides the parts that need a chosen person. */
  #frame() {
    const chosen = this.as !== null;
    byId("app").dataset.view = chosen ? "chat" : "people";
    byId("welcome").hidden = chosen;
    for (const id of ["chat-bar", "chats", "stage", "foot"]) byId(id).hidden = !chosen;
    this.#drawPeople();
  }

  #drawPeople() {
    const people = this.people.map((person) => {
      if (person.id !== this.as || !this.chats) return person;
      return { ...person, unread: this.#unreadElsewhere() };
    });
    const person = this.person;
    this.views.people.show(people, this.as);
    document.title = person ? w.titleOf(fullName(person)) : w.sandbox;
  }

  #unreadElsewhere() {
    return this.chats.filter((chat) => chat.id !== this.chat).reduce((sum, chat) => sum + chat.unread, 0);
  }

  /** Whom one plays. */
  get person() {
    return this.people.find((person) => person.id === this.as);
  }

  #drawChat() {
    const person = this.person;
    if (!person || !this.chats) return;
    const chat = this.chats.find((each) => each.id === this.chat);
    if (!chat) {
      this.open(this.as);
      return;
    }
    this.views.chats.show(person, this.chats, this.chat);
    if (!this.messages) return;
    const { blocked, invitation } = person;
    const view = { as: this.as, chat, blocked, invitation, messages: this.messages, about: this.bot.description };
    this.views.composer.show(view);
    this.views.conversation.show(view);
    if (this.#wantsFocus) this.views.composer.focus();
    this.#wantsFocus = false;
    this.#markRead();
  }

  #markRead() {
    if (document.visibilityState !== "visible" || !this.messages?.length) return;
    const place = `${this.as}:${this.chat}`;
    const newest = this.messages[this.messages.length - 1].message_id;
    if (this.#read.get(place) === newest) return;
    this.#read.set(place, newest);
    guarded(() => api.read(this.as, this.chat))();
  }

  async #refreshPeople() {
    this.people = await api.people();
    this.#drawPeople();
    this.#drawChat();
  }

  async #refreshChats() {
    const { as } = this;
    if (as === null) return;
    const chats = await api.chats(as);
    if (as !== this.as) return;
    this.chats = chats;
    this.#drawPeople();
    this.#drawChat();
  }

  async #refreshMessages() {
    const { as, chat } = this;
    if (as === null) return;
    const messages = await api.messages(as, chat);
    if (as !== this.as || chat !== this.chat) return;
    this.messages = messages;
    this.#drawChat();
  }

  async #refreshClock() {
    this.#moveClock((await api.clock()).now);
  }

  /** Days and times everywhere are told by the clock. */
  #moveClock(now) {
    this.clock.sync(now);
    this.views.side.tick();
    this.#drawPeople();
    this.#drawChat();
  }

  async #advance(seconds) {
    await guarded(async () => this.#moveClock((await api.advance(seconds)).now))();
    this.refresh.schedule();
  }

  async #changeFaults(done) {
    await done;
    this.refresh.faults();
  }

  #onChange(kind, { chat }) {
    if (kind === "show") this.refresh.show();
    if (kind === "links") this.refresh.links();
    if (kind === "clock") this.refresh.clock();
    if (kind === "clock" || kind === "schedule") this.refresh.schedule();
    if (!["message", "edit", "delete", "people"].includes(kind)) return;
    this.refresh.people();
    if (this.as !== null) this.refresh.chats();
    if (chat === null || chat === this.chat) this.refresh.messages();
    if (!this.views.faults.isEmpty) this.refresh.faults();
  }

  #onOnline() {
    this.#setOffline(false);
    for (const again of Object.values(this.refresh)) again();
  }

  #setOffline(offline) {
    byId("offline").hidden = !offline;
  }
}

settleWords(document);
document.title = w.sandbox;
new App().start();
