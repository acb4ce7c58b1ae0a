/** A story that is played: how far it is; until it ends one only watches. */

import { byId } from "./dom.js";
import { w } from "./words.js";

const LOCKED = ["clock-steps", "schedule", "fault-kinds", "faults", "foot"];

export class Show {
  /** @param {{skip: () => void}} context */
  constructor(context) {
    byId("show-skip").addEventListener("click", context.skip);
  }

  /** @param {{chapter: number, of: number, can_skip: boolean, skipped: boolean}|null} state */
  show(state) {
    byId("show").hidden = state === null;
    byId("app").classList.toggle("watching", state !== null);
    for (const id of LOCKED) byId(id).inert = state !== null;
    if (state === null) return;
    byId("show-text").textContent = state.skipped ? w.skipping : w.show(state.chapter, state.of);
    byId("show-skip").hidden = !state.can_skip;
  }
}
