/** The control API of the sandbox. Every call throws an Error with a sentence when it is refused. */

import { w } from "./words.js";

const BASE = "sandbox/api";
/** The status of what is refused while a story is played. */
const LOCKED = 423;

async function request(path, options = {}) {
  const response = await fetch(`${BASE}/${path}`, options).catch(() => {
    throw new Error(w.noAnswer);
  });
  const body = await response.json().catch(() => null);
  if (response.status === LOCKED) throw new Error(w.showLocks);
  if (!response.ok) throw new Error(body?.error ?? w.answered(response.status));
  return body;
}

const query = (values) => new URLSearchParams(values).toString();

function post(path, body) {
  return request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export const api = {
  bot: () => request("bot"),
  people: () => request("people"),
  chats: (as) => request(`chats?${query({ as })}`),
  messages: (as, chat) => request(`messages?${query({ as, chat })}`),
  commands: (as) => request(`commands?${query({ as })}`),
  say: (as, chat, text) => post("messages", { as, chat, text }),
  tap: (as, chat, message_id, data) => post("taps", { as, chat, message_id, data }),
  /** Shares the own phone number, as a request_contact button does. */
  shareContact: (as, chat) => post("contacts", { as, chat }),
  vote: (as, chat, message_id, option_ids) => post("votes", { as, chat, message_id, option_ids }),
  block: (as, blocked) => post("blocks", { as, blocked }),
  read: (as, chat) => post("reads", { as, chat }),
  clock: () => request("clock"),
  advance: (seconds) => post("clock", { advance: seconds }),
  schedule: () => request("schedule"),
  links: () => request("links"),
  show: () => request("show"),
  skipShow: () => post("show/skip", {}),
  faults: () => request("faults"),
  addFault: (fault) => post("faults", fault),
  removeFault: (id) => request(`faults/${encodeURIComponent(id)}`, { method: "DELETE" }),

  /** @param {"photo"|"document"} kind */
  upload(as, chat, kind, file, caption) {
    const form = new FormData();
    form.set("as", as);
    form.set("chat", chat);
    form.set("kind", kind);
    form.set("caption", caption);
    form.set("file", file);
    return request("files", { method: "POST", body: form });
  },

  fileUrl: (fileId) => `${BASE}/files/${encodeURIComponent(fileId)}`,
};
