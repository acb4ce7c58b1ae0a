/** Telegram's own polls. What a person chose is remembered in this tab, since a message does not say it. */

import { el, icon } from "./dom.js";
import { w } from "./words.js";

const storeKey = (as, message) => `vote:${as}:${message.chat.id}:${message.message_id}`;

/** @returns {number[]} */
export function recallVote(as, message) {
  return JSON.parse(sessionStorage.getItem(storeKey(as, message)) ?? "[]");
}

export function rememberVote(as, message, optionIds) {
  sessionStorage.setItem(storeKey(as, message), JSON.stringify(optionIds));
}

function kindOf(poll) {
  if (poll.is_closed) return w.pollClosed;
  if (poll.type === "quiz") return poll.is_anonymous ? w.anonymousQuiz : w.quiz;
  return poll.is_anonymous ? w.anonymousPoll : w.poll;
}

/**
 * @param {object} message  with a poll
 * @param {{recall: (message) => number[], vote: (message, optionIds: number[]) => void}} context
 */
export function pollOf(message, context) {
  const { poll } = message;
  const chosen = context.recall(message);
  const showsResults = poll.is_closed || chosen.length > 0;
  const options = showsResults ? results(poll, chosen) : choices(message, context);
  return el(
    "div", { class: "poll" },
    el("p", { class: "poll-question" }, poll.question),
    el("p", { class: "poll-kind" }, kindOf(poll)),
    options,
    el("p", { class: "poll-total" }, w.votes(poll.total_voter_count), retract(message, chosen, context)),
  );
}

function retract(message, chosen, context) {
  if (message.poll.is_closed || !chosen.length || message.poll.allows_revoting === false) return null;
  return el("button", { type: "button", class: "tint inline", onclick: () => context.vote(message, []) }, w.retract);
}

function choices(message, context) {
  const { poll } = message;
  if (!poll.allows_multiple_answers) {
    const option = (each, index) => {
      const choose = () => context.vote(message, [index]);
      const props = { type: "button", class: "poll-option", "data-option": index, onclick: choose };
      return el("button", props, el("span", { class: "poll-mark" }), el("span", {}, each.text));
    };
    return poll.options.map(option);
  }
  return manyChoices(message, context);
}

function manyChoices(message, context) {
  const boxes = message.poll.options.map((_, index) => el("input", { type: "checkbox", "data-option": index }));
  const chosen = () => boxes.flatMap((box, index) => (box.checked ? [index] : []));
  const vote = () => context.vote(message, chosen());
  const send = el("button", { type: "button", class: "poll-send", disabled: true, onclick: vote }, w.vote);
  const onChange = () => {
    send.disabled = chosen().length === 0;
  };
  const labels = boxes.map((box, index) => {
    const words = el("span", {}, message.poll.options[index].text);
    return el("label", { class: "poll-option", onchange: onChange }, box, words);
  });
  return [...labels, send];
}

function results(poll, chosen) {
  const right = poll.correct_option_ids ?? (poll.correct_option_id == null ? [] : [poll.correct_option_id]);
  const most = Math.max(...poll.options.map((option) => option.voter_count), 1);
  return poll.options.map((option, index) => {
    const share = poll.total_voter_count ? Math.round((100 * option.voter_count) / poll.total_voter_count) : 0;
    const bar = el("span", { class: "poll-bar" });
    bar.style.setProperty("--share", String(option.voter_count / most));
    const wrong = right.length > 0 && chosen.includes(index) && !right.includes(index);
    const own = chosen.includes(index) ? " own" : "";
    return el(
      "div", { class: `poll-result${own}${wrong ? " wrong" : ""}`, "data-option": index },
      el("span", { class: "poll-share" }, `${share}%`),
      el("span", { class: "poll-text" }, option.text),
      chosen.includes(index) || right.includes(index) ? icon("check") : null,
      bar,
    );
  });
}
