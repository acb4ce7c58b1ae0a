"use strict";
// Follows the meeting: renews the panel every few seconds.
const SECONDS = 3;

async function look() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const shown = document.getElementById("panel");
  const wanted = page.getElementById("panel");
  if (wanted !== null && shown.innerHTML !== wanted.innerHTML) shown.replaceChildren(...wanted.childNodes);
}

document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll("button")) setTimeout(() => { button.disabled = true; });
});
setInterval(() => { look().catch(() => {}); }, SECONDS * 1000);
