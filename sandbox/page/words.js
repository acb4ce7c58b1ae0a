/** All words of the page, in the language that the server has put on the document. */

import en from "./words/en.js";
import ru from "./words/ru.js";

export const w = { en, ru }[document.documentElement.lang] ?? ru;

const ATTRIBUTES = { label: "aria-label", hint: "placeholder" };

/** Puts words where the document names them: data-word, and data-label and data-hint of attributes. */
export function settleWords(root) {
  for (const node of root.querySelectorAll("[data-word]")) node.append(w[node.dataset.word]);
  for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
    for (const node of root.querySelectorAll(`[data-${name}]`)) node.setAttribute(attribute, w[node.dataset[name]]);
  }
}
