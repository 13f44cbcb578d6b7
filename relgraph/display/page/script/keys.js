// Keys that work everywhere on the page.

import { byId } from "./elements.js";

const TYPING = "input:not([type=checkbox]):not([type=range]), select, textarea";

export function withKeys(app) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    if (event.key === "Escape") escape(app, event);
    else if (event.target.matches(TYPING)) return;
    else if (event.key === "/") focusSearch(event);
    else if (event.key === "f" || event.key === "F") byId("filters-button").click();
    else if (event.key === "?") byId("help").showModal();
  });
  byId("search").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    app.searchNow();
    const first = [...document.querySelectorAll("#list button.row, #list .card")].find((each) => each.offsetParent);
    (first ?? byId("list")).focus();
  });
}

function focusSearch(event) {
  event.preventDefault();
  byId("search").focus();
  byId("search").select();
}

/** Take back the last thing that is open: a menu, the words of the search, filters that cover all, what is selected. */
function escape(app, event) {
  const menu = byId("export");
  const search = byId("search");
  if (menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (event.target === search && search.value) {
    app.change({ words: "" });
  } else if (event.target === search) {
    search.blur();
  } else if (!byId("filters").hidden && byId("filters").contains(event.target)) {
    byId("filters-button").click();
    byId("filters-button").focus();
  } else if (app.state.selected) {
    app.back();
  } else {
    return;
  }
  event.preventDefault();
}
