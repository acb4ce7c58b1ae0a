/** Finds people by what one types. */

import { fullName } from "./dom.js";

/** Russians type ye for yo. */
const normal = (text) => text.toLowerCase().replaceAll("\u0451", "\u0435");

const haystack = ({ note, username, roles, ...person }) =>
  normal([fullName(person), note, username, ...roles].filter(Boolean).join(" "));

/** Those of `people` in whose names, notes and roles all words of `typed` stand. */
export function found(people, typed) {
  const words = normal(typed.trim()).split(/\s+/);
  return people.filter((person) => {
    const text = haystack(person);
    return words.every((word) => text.includes(word));
  });
}
