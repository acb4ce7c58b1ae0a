"use strict";
// Follows the meeting: asks every few seconds, and never touches a form that is being filled in.
const SECONDS = 4;
const again = document.getElementById("again");
let touched = false;

document.addEventListener("change", () => { touched = true; });
document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll("button")) setTimeout(() => { button.disabled = true; });
});
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button")) button.disabled = false;
});

async function look() {
  if (touched || document.hidden || again === null) return;
  const answer = await fetch("/vote", { method: "POST", body: new URLSearchParams(new FormData(again)) });
  if (!answer.ok || touched) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const wanted = page.querySelector("main");
  const shown = document.querySelector("main");
  const receipt = shown.querySelector("[role=status]");
  const without = (main) => [...main.children].filter((one) => one.getAttribute("role") === null).map((one) => one.outerHTML).join("");
  if (without(wanted) === without(shown)) return;
  if (receipt !== null) wanted.querySelector("h1").nextElementSibling.after(receipt);
  shown.replaceChildren(...wanted.children);
}

if (again !== null) setInterval(() => { look().catch(() => {}); }, SECONDS * 1000);
