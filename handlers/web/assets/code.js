"use strict";
// A slip's QR code leads to /vote#CODE: what follows # is never sent with an address.
const code = document.getElementById("code");

function open() {
  if (location.hash.length <= 1) return;
  code.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname + location.search);
  code.form.requestSubmit();
}

addEventListener("hashchange", open);
open();
