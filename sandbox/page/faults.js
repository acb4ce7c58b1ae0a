/** Faults on demand: what goes wrong between the bot and Telegram. */

import { byId, el, icon, reconcile } from "./dom.js";

const OFFERED = [
  {
    label: "429",
    hint: "Слишком часто: пять раз «подождите 3 секунды»",
    fault: { kind: "too_many_requests", times: 5, retry_after: 3 },
  },
  {
    label: "5xx",
    hint: "Сбой у Телеграма: пять раз ошибка 500",
    fault: { kind: "server_error", times: 5 },
  },
  {
    label: "Обрыв",
    hint: "Связь рвётся после того, как сообщение ушло: три раза",
    fault: { kind: "drop_after", times: 3 },
  },
  {
    label: "Задержка",
    hint: "Каждый запрос идёт на секунду дольше",
    fault: { kind: "latency", times: null, seconds: 1, jitter: 0.5 },
  },
];

const NAMES = {
  too_many_requests: "429: слишком часто",
  server_error: "500: сбой",
  bad_gateway_html: "502: страница вместо ответа",
  drop_before: "Обрыв до отправки",
  drop_after: "Обрыв после отправки",
  latency: "Задержка",
  forbidden: "403: бот заблокирован",
  deactivated: "403: аккаунт удалён",
};

function describe(fault) {
  const parts = [NAMES[fault.kind] ?? fault.kind];
  if (fault.method) parts.push(fault.method);
  if (fault.chat != null) parts.push(`чат ${fault.chat}`);
  if (fault.kind === "latency") parts.push(`${fault.seconds} с`);
  parts.push(fault.times == null ? "пока не уберёте" : `ещё ${fault.times}`);
  return parts.join(" · ");
}

export class Faults {
  /** @param {{add: (fault: object) => void, remove: (id: number|string) => void}} context */
  constructor(context) {
    this.context = context;
    const button = ({ label, hint, fault }) =>
      el("button", { type: "button", title: hint, "data-fault": fault.kind, onclick: () => context.add(fault) }, label);
    byId("fault-kinds").replaceChildren(...OFFERED.map(button));
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
    const remove = el("button", { type: "button", "aria-label": `Убрать: ${text}`, onclick: act }, icon("close"));
    return el("li", { class: "fault", "data-fault-id": fault.id }, el("span", { title: text }, text), remove);
  }
}
