/** What a message carries besides text: pictures, files, places, people. */

import { avatar, el, fullName, icon } from "./dom.js";
import { pictureBox } from "./overlays.js";
import { w } from "./words.js";

const MOST_WIDE = 420;
const MOST_HIGH = 400;
const LEAST_WIDE = 180;
const FILES = ["document", "audio", "voice", "animation", "video_note"];

/** @param {number} [bytes] */
export function fileSize(bytes) {
  if (bytes == null) return "";
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), w.sizeUnits.length - 1);
  const amount = (bytes / 1024 ** power).toFixed(power && bytes / 1024 ** power < 10 ? 1 : 0);
  return `${amount.replace(".", w.decimalPoint)} ${w.sizeUnits[power]}`;
}

/**
 * The element for what a message carries, or null.
 * @param {object} message
 * @param {{fileUrl: (id: string) => string, follow: (url: string) => void}} context
 */
export function mediaOf(message, context) {
  if (message.photo) return photo(message, context);
  if (message.video) return video(message.video, context);
  if (message.sticker) return sticker(message.sticker, context);
  if (message.venue) return place(message.venue.location, message.venue, context);
  if (message.location) return place(message.location, null, context);
  if (message.contact) return contact(message.contact);
  if (message.dice) return el("div", { class: "big-emoji" }, message.dice.emoji, el("small", {}, String(message.dice.value)));
  const kind = FILES.find((name) => message[name]);
  return kind ? file(message[kind], kind, context) : null;
}

const area = ({ width, height }) => width * height;
const largest = (sizes) => sizes.reduce((best, size) => (area(size) > area(best) ? size : best));

/** How wide a picture is drawn, in pixels. */
export function drawnWidth({ width, height }) {
  const scale = Math.min(MOST_WIDE / width, MOST_HIGH / height, 1);
  return Math.max(Math.round(width * scale), LEAST_WIDE);
}

export const photoSize = (message) => largest(message.photo);

/** A picture that keeps its place while it loads. */
export function photo(message, { fileUrl }) {
  const size = photoSize(message);
  const url = fileUrl(size.file_id);
  const label = message.caption || w.kinds.photo;
  const { width, height } = size;
  const image = el("img", { src: url, alt: label, loading: "lazy", decoding: "async", width, height });
  const open = () => pictureBox(url, message.caption);
  const node = el("button", { type: "button", class: "photo", "aria-label": w.open(label), onclick: open }, image);
  node.style.setProperty("--ratio", `${width} / ${Math.min(height, width * 1.6)}`);
  return node;
}

function video(clip, { fileUrl }) {
  return el("video", { class: "video", src: fileUrl(clip.file_id), controls: true, preload: "metadata" });
}

function sticker(image, { fileUrl }) {
  if (image.is_animated || image.is_video) return el("div", { class: "big-emoji" }, image.emoji ?? "🙂");
  return el("img", { class: "sticker", src: fileUrl(image.file_id), alt: image.emoji ?? w.kinds.sticker, width: 160, height: 160 });
}

function file(document, kind, { fileUrl }) {
  const name = document.file_name ?? { audio: document.title, voice: w.kinds.voice }[kind] ?? w.kinds.document;
  const extension = /\.([\p{L}\p{N}]{1,4})$/u.exec(name)?.[1];
  return el(
    "a", { class: "file", href: fileUrl(document.file_id), target: "_blank", rel: "noopener", title: name },
    el("span", { class: "file-mark", "aria-hidden": "true" }, extension ?? icon("file")),
    el("span", { class: "file-name" }, name),
    el("span", { class: "file-size" }, fileSize(document.file_size)),
  );
}

function place(location, venue, { follow }) {
  const { latitude, longitude } = location;
  const url = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  const open = (event) => {
    event.preventDefault();
    follow(url);
  };
  const words = venue
    ? [el("strong", {}, venue.title), el("span", {}, venue.address)]
    : [el("strong", {}, w.kinds.location), el("span", {}, `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`)];
  return el(
    "a", { class: "place", href: url, onclick: open },
    el("span", { class: "map" }, icon("pin")),
    el("span", { class: "place-words" }, words),
  );
}

function contact(person) {
  const name = fullName(person);
  return el(
    "div", { class: "contact" },
    avatar(person.user_id ?? person.phone_number.replace(/\D/g, "").slice(-6), name),
    el("strong", {}, name),
    el("a", { href: `tel:${person.phone_number}` }, person.phone_number),
  );
}
