"use strict";
// Shows what the server sends. Only what has changed is touched, so nothing flickers.

const live = document.getElementById("live");
const offline = document.getElementById("offline");
let ahead = Number(document.body.dataset.now) - Date.now(); // of this computer's clock

function alike(left, right) {
  return left.nodeType === right.nodeType && left.nodeName === right.nodeName
    && left.className?.toString() === right.className?.toString();
}

function update(shown, wanted) {
  if (shown.nodeType === Node.TEXT_NODE) {
    if (shown.data !== wanted.data) shown.data = wanted.data;
    return;
  }
  for (const { name, value } of wanted.attributes ?? []) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  for (const { name } of [...(shown.attributes ?? [])]) {
    if (!wanted.hasAttribute(name) && name !== "style") shown.removeAttribute(name);
  }
  if (shown.dataset?.until === undefined && shown.dataset?.clock === undefined) follow(shown, wanted);
}

function follow(shown, wanted) {
  const before = [...shown.childNodes];
  [...wanted.childNodes].forEach((node, place) => {
    const old = before[place];
    if (old === undefined) shown.append(node.cloneNode(true));
    else if (alike(old, node) || isBar(old, node)) update(old, node);
    else old.replaceWith(node.cloneNode(true));
  });
  before.slice(wanted.childNodes.length).forEach((node) => node.remove());
}

function isBar(left, right) {
  return left.nodeName === "svg" && right.nodeName === "svg";
}

function minutes(milliseconds) {
  const seconds = Math.max(0, Math.ceil(Math.abs(milliseconds) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function tick() {
  const now = Date.now() + ahead;
  const time = new Date(now);
  for (const clock of document.querySelectorAll("[data-clock]")) {
    clock.textContent = time.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  }
  for (const timer of document.querySelectorAll("[data-until]")) {
    const left = Number(timer.dataset.until) - now;
    timer.textContent = (left < 0 ? "+" : "") + minutes(left);
    timer.classList.toggle("late", left < 0);
  }
}

// Makes all texts of the scene smaller until they fit: titles may have 300 characters.
function fit() {
  const main = live.querySelector("main");
  let share = 1;
  do {
    main.style.setProperty("--fit", share.toFixed(2));
    share -= 0.04;
  } while (share > 0.3 && main.scrollHeight > main.clientHeight);
}

function listen() {
  const address = location.pathname.replace(/\/$/, "") + "/live" + location.search;
  const source = new EventSource(address);
  source.onopen = () => { offline.hidden = true; };
  source.onmessage = (event) => {
    const { now, body } = JSON.parse(event.data);
    ahead = now - Date.now();
    if (body !== undefined) {
      const page = new DOMParser().parseFromString(`<div>${body}</div>`, "text/html");
      follow(live, page.body.firstElementChild);
    }
    tick();
    fit();
  };
  source.onerror = () => {
    offline.hidden = false;
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  };
}

listen();
tick();
fit();
addEventListener("resize", fit);
setInterval(tick, 500);
document.addEventListener("keydown", (event) => {
  if (event.key !== "t" && event.key !== "е") return; // the same key, in Russian
  const root = document.documentElement;
  const dark = getComputedStyle(root).colorScheme === "dark";
  root.dataset.theme = dark ? "light" : "dark";
});
