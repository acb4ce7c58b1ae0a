"use strict";
// Follows the meeting: renews what has changed every few seconds; what somebody unfolds stays so.
const SECONDS = 3;
const REGIONS = ["panel", "tie", "objections"];
const told = new Map(REGIONS.map((id) => [id, document.getElementById(id).innerHTML]));

async function look() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of REGIONS) {
    const wanted = page.getElementById(id);
    if (wanted === null || wanted.innerHTML === told.get(id)) continue;
    told.set(id, wanted.innerHTML);
    document.getElementById(id).replaceChildren(...wanted.childNodes);
  }
}

document.addEventListener("submit", (event) => {
  for (const button of event.target.querySelectorAll("button")) setTimeout(() => { button.disabled = true; });
});
setInterval(() => { look().catch(() => {}); }, SECONDS * 1000);
