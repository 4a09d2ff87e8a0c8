// Keys and selections. Everything works without this script: it presses the buttons that say which
// key presses them (data-key), and fills the evidence of a new tag from the words selected.
"use strict";
(() => {
  const ownKeys = { j: 1, k: -1 };
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const items = all("[data-choose]");
  let chosen = null;
  let pending = "";

  function choose(item, shouldMove = true) {
    if (chosen) chosen.classList.remove("chosen");
    chosen = item || null;
    if (!chosen) return;
    chosen.classList.add("chosen");
    const number = (chosen.id.match(/^tag-(\d+)$/) || [])[1];
    all("mark[data-tags]").forEach((mark) =>
      mark.classList.toggle("lit", !!number && mark.dataset.tags.split(" ").includes(number)));
    if (shouldMove) chosen.scrollIntoView({ block: "nearest" });
  }

  // What a key presses: inside the chosen row or tag first, then outside all of them.
  function target(key) {
    const named = (element) => element.dataset.key === key && element.checkVisibility();
    return (chosen && all("[data-key]", chosen).find(named)) ||
      all("[data-key]").find((element) => named(element) &&
        (element.matches("[data-choose]") || !element.closest("[data-choose]")));
  }

  function begins(key) {
    const scope = chosen ? all("[data-key]", chosen) : [];
    return scope.concat(all(".rail [data-key]")).some((element) =>
      element.dataset.key.startsWith(key + " "));
  }

  function press(element) {
    if (element.matches("[data-choose]")) return choose(element);
    if (element.matches("input")) { element.focus(); return element.select(); }
    element.click();
    const details = element.matches("summary") && element.parentElement;
    if (details && details.open) {
      const field = details.querySelector("select, textarea, input:not([type=hidden])");
      details.scrollIntoView({ block: "nearest" });
      if (field && element.dataset.key === "t") field.focus();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const active = document.activeElement;
    if (active && active.matches("input:not([type=radio]), select, textarea")) {
      if (event.key === "Escape") active.blur();
      return;
    }
    if (event.key === "Escape") { pending = ""; return; }
    if (event.key === "Enter" && active && active.matches("a, button, summary")) return;
    const key = pending ? pending + " " + event.key : event.key;
    pending = "";
    const step = ownKeys[key];
    if (step && items.length) {
      const index = items.indexOf(chosen);
      choose(items[Math.min(items.length - 1, Math.max(0, index + step))]);
      return event.preventDefault();
    }
    const element = target(key);
    if (begins(key)) pending = key;
    if (!element) return;
    event.preventDefault();
    press(element);
  });

  // One press, one decision: a second press before the page has changed does nothing.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) return event.preventDefault();
    if (event.target.method === "post") event.target.dataset.sent = "1";
    sessionStorage.setItem("place", JSON.stringify([location.pathname, scrollY]));
  });
  addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));

  // Back at the same text after a decision, where one was.
  const [path, y] = JSON.parse(sessionStorage.getItem("place") || "[]");
  sessionStorage.removeItem("place");
  if (path === location.pathname && path.startsWith("/case/") && !location.hash) scrollTo(0, y);

  // The selected words in bytes: each run of letters says at which byte it begins.
  const words = document.getElementById("words");
  const range = document.getElementById("add-range");
  const shown = document.getElementById("add-words");
  const bytes = (text) => new TextEncoder().encode(text).length;
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const part = selection.getRangeAt(0);
    if (!words.contains(part.startContainer) || !words.contains(part.endContainer)) return null;
    let lower = null;
    let text = "";
    for (const run of all("[data-at]", words)) {
      const node = run.firstChild;
      if (!node || !part.intersectsNode(node)) continue;
      const start = node === part.startContainer ? part.startOffset : 0;
      const end = node === part.endContainer ? part.endOffset : node.data.length;
      if (start >= end) continue;
      if (lower === null) lower = Number(run.dataset.at) + bytes(node.data.slice(0, start));
      text += node.data.slice(start, end);
    }
    const trimmed = text.trim();
    if (!trimmed) return null;
    lower += bytes(text.slice(0, text.indexOf(trimmed)));
    return { lower, upper: lower + bytes(trimmed), text: trimmed };
  }
  if (words && range) {
    document.addEventListener("selectionchange", () => {
      const found = selected();
      if (!found) return;
      range.value = found.lower + "-" + found.upper;
      shown.textContent = "“" + found.text + "”";
    });
    all("sup a", words).forEach((link) => link.addEventListener("click", (event) => {
      event.preventDefault();
      choose(document.getElementById(link.hash.slice(1)));
    }));
    items.forEach((item) => item.addEventListener("click", () => choose(item, false)));
    choose(items.find((item) => !item.hasAttribute("data-decided")) || items[0], false);
  }
})();
