/** One row of the conversation: a day, a service line, or a bubble with what belongs to it. */

import { avatar, el, fullName, hue, icon } from "./dom.js";
import { richText } from "./entities.js";
import { inlineKeyboard, scanButton } from "./keyboards.js";
import { drawnWidth, mediaOf, photo, photoSize } from "./media.js";
import { pollOf } from "./polls.js";
import { dayName, hoursMinutes, inBrowsersZone, millis } from "./times.js";
import { w } from "./words.js";

/**
 * @typedef {{kind: "day"|"empty"|"service"|"bubble", key: string, messages: object[], date: number,
 *            first: boolean, last: boolean}} Row
 *   A bubble holds one message or the messages of an album; `first` and `last` of a run by one sender.
 * @param {Row} row
 * @param {object} context  the viewer, the bot and the actions; see conversation.js
 */
export function rowNode(row, context) {
  if (row.kind === "day") return el("li", { class: "day" }, el("span", {}, dayName(row.date, context.clock.now())));
  if (row.kind === "empty") return el("li", { class: "empty" }, el("h3", {}, row.title), el("p", {}, row.words));
  if (row.kind === "service") return serviceNode(row.messages[0]);
  return bubbleNode(row, context);
}

const nameOf = (user) => (user ? fullName(user) : w.somebody);

/** The line of a service message, or null for an ordinary one. */
export function serviceText(message) {
  const who = nameOf(message.from);
  if (message.new_chat_members) return w.joined(message.new_chat_members.map(nameOf).join(", "));
  if (message.left_chat_member) return w.left(nameOf(message.left_chat_member));
  if (message.pinned_message) return w.pins(who);
  if (message.new_chat_title) return w.newTitle(message.new_chat_title);
  if (message.group_chat_created || message.supergroup_chat_created) return w.groupCreated;
  if (message.channel_chat_created) return w.channelCreated;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return w.upgraded;
  return null;
}

function serviceNode(message) {
  return el("li", { class: "day service", "data-message": message.message_id }, el("span", {}, serviceText(message)));
}

function bubbleNode(row, context) {
  const [message] = row.messages;
  const isAlbum = row.messages.length > 1;
  const words = row.messages.find((each) => each.text ?? each.caption) ?? message;
  const faced = context.isGroup && !message.mine;
  const classes = classNames("row", { mine: message.mine, faced, first: row.first, last: row.last });
  const bubble = bubbleOf(row, words, context);
  if (faced && row.last) bubble.append(avatar(sender(message).id, sender(message).name));
  return el(
    "li", { class: classes, "data-message": isAlbum ? null : message.message_id },
    el("div", { class: "stack" }, bubble, isAlbum ? null : [scanButton(message, context), inlineKeyboard(message, context)]),
  );
}

function classNames(base, flags) {
  return [base, ...Object.keys(flags).filter((name) => flags[name])].join(" ");
}

function sender(message) {
  if (message.sender_chat) return { id: message.sender_chat.id, name: message.sender_chat.title };
  const from = message.from ?? { id: message.chat.id, first_name: message.chat.title };
  return { id: from.id, name: nameOf(from) };
}

function bubbleOf(row, words, context) {
  const [message] = row.messages;
  const media = row.messages.length > 1 ? album(row.messages, context) : mediaOf(message, context);
  const poll = message.poll ? pollOf(message, context) : null;
  const hasWords = Boolean(words.text || words.caption);
  const isBare = Boolean(message.sticker || message.dice);
  const node = el(
    "div", { class: classNames("bubble", { bare: isBare, overlaid: message.photo && !hasWords }) },
    row.first && context.isGroup && !message.mine && !context.isChannel ? name(sender(message)) : null,
    message.forward_origin ? el("p", { class: "forwarded" }, w.forwarded(origin(message.forward_origin))) : null,
    message.reply_to_message ? quote(message.reply_to_message) : null,
    words.show_caption_above_media ? null : media,
    poll,
    text(words, hasWords, context),
    words.show_caption_above_media ? media : null,
    reactions(message.reactions),
  );
  if (message.photo) {
    const width = row.messages.length > 1 ? 400 : drawnWidth(photoSize(message));
    node.style.setProperty("--media", `${hasWords ? Math.max(width, 280) : width}px`);
  }
  return node;
}

function reactions(given) {
  if (!given?.length) return null;
  const chip = ({ emoji, count }) => el("span", { class: "reaction" }, emoji, el("b", {}, String(count)));
  return el("div", { class: "reactions" }, given.map(chip));
}

const name = ({ id, name: words }) => el("p", { class: `sender ink-${hue(id)}` }, words);

function origin(from) {
  return from.sender_user_name ?? from.chat?.title ?? from.sender_chat?.title ?? nameOf(from.sender_user);
}

function quote(message) {
  const words = message.text ?? message.caption ?? w.attachment;
  return el("div", { class: "quoted" }, el("strong", {}, sender(message).name), el("span", {}, words));
}

function text(message, hasWords, context) {
  const meta = metaOf(message);
  if (!hasWords) return el("div", { class: "text only-meta" }, meta);
  const body = richText(message.text ?? message.caption, message.entities ?? message.caption_entities, context);
  return el("div", { class: "text" }, body, meta);
}

function metaOf(message) {
  const sent = millis(message.date);
  const edited = message.edit_date ? `${w.edited} ` : "";
  const when = { datetime: new Date(sent).toISOString(), title: inBrowsersZone(sent) };
  const time = el("time", when, `${edited}${hoursMinutes(sent)}`);
  return el("span", { class: "meta" }, message.pinned ? icon("tack") : null, time, message.mine ? icon("checks") : null);
}

function album(messages, context) {
  const isPictures = messages.every((message) => message.photo);
  const tile = (message) => {
    const inner = isPictures ? photo(message, context) : mediaOf(message, context);
    return el("div", { class: "tile", "data-message": message.message_id }, inner);
  };
  const name = isPictures ? `album of-${Math.min(messages.length, 4)}` : "album-list";
  return el("div", { class: name }, messages.map(tile));
}
