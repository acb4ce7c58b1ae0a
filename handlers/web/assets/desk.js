"use strict";
// Follows the other desks: renews figures and list every few seconds, unless a field is in use.
const SECONDS = 3;

function busy() {
  const field = document.activeElement;
  return document.hidden || (field?.tagName === "INPUT" && field.name !== "q")
    || [...document.querySelectorAll("#found input[name=document]")].some((one) => one.value !== "");
}

async function look() {
  if (busy()) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || busy()) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["count", "found"]) {
    const shown = document.getElementById(id);
    const wanted = page.getElementById(id);
    if (wanted !== null && shown.innerHTML !== wanted.innerHTML) shown.replaceChildren(...wanted.childNodes);
  }
}

document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll("button")) setTimeout(() => { button.disabled = true; });
});
setInterval(() => { look().catch(() => {}); }, SECONDS * 1000);
