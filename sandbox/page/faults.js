/** Faults on demand: what goes wrong between the bot and Telegram. */

import { byId, el, icon, reconcile } from "./dom.js";
import { w } from "./words.js";

const OFFERED = [
  { kind: "too_many_requests", times: 5, retry_after: 3, spare_polling: true },
  { kind: "server_error", times: 5, spare_polling: true },
  { kind: "drop_after", times: 3, spare_polling: true },
  { kind: "latency", times: null, seconds: 1, jitter: 0.5 },
];

function describe(fault) {
  const parts = [w.faultNames[fault.kind] ?? fault.kind];
  if (fault.method) parts.push(fault.method);
  if (fault.chat != null) parts.push(w.faultChat(fault.chat));
  if (fault.kind === "latency") parts.push(w.seconds(fault.seconds));
  parts.push(fault.times == null ? w.untilRemoved : w.timesLeft(fault.times));
  return parts.join(" · ");
}

export class Faults {
  /** @param {{add: (fault: object) => void, remove: (id: number|string) => void}} context */
  constructor(context) {
    this.context = context;
    const offer = (fault) => {
      const [label, what] = w.offered[fault.kind];
      const id = `fault-${fault.kind}`;
      const act = () => context.add(fault);
      const props = { type: "button", "data-fault": fault.kind, "aria-describedby": id, onclick: act };
      return [el("button", props, label), el("p", { id }, what)];
    };
    byId("fault-kinds").replaceChildren(...OFFERED.flatMap(offer));
  }

  show(faults) {
    reconcile(byId("faults"), faults, {
      key: (fault) => fault.id,
      print: (fault) => JSON.stringify(fault),
      create: (fault) => this.#row(fault),
    });
  }

  get isEmpty() {
    return byId("faults").childElementCount === 0;
  }

  #row(fault) {
    const text = describe(fault);
    const act = () => this.context.remove(fault.id);
    const remove = el("button", { type: "button", "aria-label": w.remove(text), onclick: act }, icon("close"));
    return el("li", { class: "fault", "data-fault-id": fault.id }, el("span", { title: text }, text), remove);
  }
}
