/** Dates and times in the language of the page, in the zone of the alliance. */

import { w } from "./words.js";

const ZONE = "Asia/Yekaterinburg";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const format = (options) => new Intl.DateTimeFormat(w.locale, { timeZone: ZONE, ...options });
const TIME = format({ hour: "2-digit", minute: "2-digit" });
const DAY_MONTH = format({ day: "numeric", month: "long" });
const SHORT_DATE = format({ day: "2-digit", month: "2-digit", year: "2-digit" });
const WEEKDAY = format({ weekday: "short" });
const FULL_DATE = format({ weekday: "long", day: "numeric", month: "long" });
const YEAR = format({ year: "numeric" });
const DAY_KEY = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE });
const IN_BROWSERS_ZONE = new Intl.DateTimeFormat(w.locale, {
  weekday: "long", day: "numeric", month: "long", year: "numeric",
  hour: "2-digit", minute: "2-digit", timeZoneName: "short",
});

/** The clock of the demo: the browser's, moved by what the sandbox says. Milliseconds since 1970. */
export class DemoClock {
  #skew = 0;

  sync(iso) {
    this.#skew = Date.parse(iso) - Date.now();
  }

  now() {
    return Date.now() + this.#skew;
  }
}

/** The calendar day as YYYY-MM-DD. */
export const dayKey = (ms) => DAY_KEY.format(ms);
export const hoursMinutes = (ms) => TIME.format(ms);
export const inBrowsersZone = (ms) => IN_BROWSERS_ZONE.format(ms);

/** "Tuesday, 1 December 2026" */
export const longDate = (ms) => `${FULL_DATE.format(ms)} ${YEAR.format(ms)}`;

/** "Today", "Yesterday", "Tomorrow", "1 December", "1 December 2025". */
export function dayName(ms, now) {
  const near = new Map([[dayKey(now), w.today], [dayKey(now - DAY), w.yesterday], [dayKey(now + DAY), w.tomorrow]]);
  const name = near.get(dayKey(ms));
  if (name) return name;
  const year = YEAR.format(ms);
  return year === YEAR.format(now) ? DAY_MONTH.format(ms) : `${DAY_MONTH.format(ms)} ${year}`;
}

/** What a list of chats shows: the time today, the weekday within a week, else the date. */
export function listTime(ms, now) {
  if (dayKey(ms) === dayKey(now)) return TIME.format(ms);
  return Math.abs(now - ms) < 6 * DAY ? WEEKDAY.format(ms) : SHORT_DATE.format(ms);
}

/** "in 2 h 5 min" */
export function until(ms, now) {
  const left = ms - now;
  if (left < MINUTE) return w.anyMoment;
  if (left < HOUR) return w.inMinutes(Math.floor(left / MINUTE));
  if (left < DAY) {
    return w.inHours(Math.floor(left / HOUR), Math.floor((left % HOUR) / MINUTE));
  }
  return w.inDays(Math.floor(left / DAY));
}

/** Moments come as ISO strings or as Unix seconds. */
export const millis = (moment) => (typeof moment === "number" ? moment * 1000 : Date.parse(moment));
