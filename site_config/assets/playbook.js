/* What the handbook does in the browser. It only enhances: every page works without it.
   It runs in the head, so that a chosen theme is there before the first paint; everything else
   listens on the document. Stored on the device: ticks (0 or 1) and the theme. Nothing typed is
   stored or sent. */
(() => {
  "use strict";

  const doc = document;
  const root = doc.documentElement;
  root.classList.replace("no-js", "js");
  const here = doc.currentScript.src || location.href; // no address of its own where it stands in the page

  /* Settings ---------------------------------------------------------------------------------- */

  let known;
  /** What the bar says about this site: addresses, labels, words. */
  const settings = () => {
    if (!known && doc.body) {
      const bar = doc.querySelector("[data-pb-settings]");
      known = bar ? JSON.parse(bar.dataset.pbSettings) : {};
      known.root = new URL(known.root || ".", location.href).href;
    }
    return known || {};
  };

  const WORDS = {
    results_one: "1 result",
    results_other: "{n} results",
    none: "Nothing found for these words.",
    none_next: "Try fewer or other words. Or look here:",
    poor: "Nothing fits these words well. This comes nearest; or say it in other words:",
    failed: "Search cannot load now. Look here:",
    now: "All situations",
    progress: "{n} of {total} done",
    copy_done: "Copied",
    copy_failed: "Could not copy",
  };
  /** One of our own words, as the organisation says it; the blanks filled. */
  const word = (key, blanks = {}) =>
    (((settings().ui || {})[key]) || WORDS[key]).replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

  /** An element with its text, never markup. */
  const element = (name, text, attributes = {}) => {
    const made = doc.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  globalThis.playbook = { settings, word, element }; // what our other scripts share

  /* What is kept on the device ------------------------------------------------------------------ */

  // The folder of this script lies at the same place of the site on every page: a stable name for the site.
  const place = `playbook ${new URL("..", here).pathname} `;
  const kept = {
    read(key) {
      try { return localStorage.getItem(place + key); } catch { return null; }
    },
    write(key, value) {
      try {
        if (value) localStorage.setItem(place + key, value);
        else localStorage.removeItem(place + key);
      } catch { /* storage is off: the page still works, it only forgets */ }
    },
  };

  /* Theme --------------------------------------------------------------------------------------- */

  const showTheme = () => {
    const theme = kept.read("theme") || "";
    if (theme === "light" || theme === "dark") root.dataset.pbTheme = theme;
    else delete root.dataset.pbTheme;
    for (const button of doc.querySelectorAll("button[data-pb-theme]")) {
      button.setAttribute("aria-pressed", String(button.dataset.pbTheme === theme));
      button.parentElement.hidden = false;
    }
  };
  showTheme();

  /* Hide: the page is gone at once, even where the network is slow -------------------------------- */

  const hide = (address) => {
    root.classList.add("pb-gone");
    doc.title = doc.querySelector(".pb-bar__short").textContent;
    location.replace(address);
  };

  /* Menu and search: two panels under the bar, one open at a time ---------------------------------- */

  let opener = null;
  const panel = () => (opener ? doc.getElementById(opener.dataset.pbToggle) : null);
  const close = (giveFocusBack) => {
    if (!opener) return;
    const shown = panel();
    const button = opener;
    opener = null;
    shown.classList.remove("pb-open");
    if (shown.classList.contains("pb-find")) shown.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (giveFocusBack) button.focus();
  };
  const open = (button) => {
    close(false);
    const shown = doc.getElementById(button.dataset.pbToggle);
    opener = button;
    shown.hidden = false;
    shown.classList.add("pb-open");
    button.setAttribute("aria-expanded", "true");
    root.style.setProperty("--pb-bar", `${button.closest(".pb-bar").offsetHeight}px`); // large text wraps the bar
    (shown.querySelector("input") || shown).focus();
  };
  /** Say what the links of the bar do once this script runs. */
  const asButtons = () => {
    for (const link of doc.querySelectorAll("a[data-pb-toggle]")) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", "false");
      link.setAttribute("aria-controls", link.dataset.pbToggle);
    }
  };

  /* Checklists ---------------------------------------------------------------------------------- */

  const boxes = (form) => [...form.querySelectorAll("input[type=checkbox]")];
  const count = (form) => {
    const all = boxes(form);
    const done = all.filter((box) => box.checked).length;
    const status = form.querySelector(".pb-progress");
    const text = word("progress", { n: done, total: all.length });
    if (status && status.textContent !== text) status.textContent = text;
    const clear = form.querySelector(".pb-clear");
    if (clear) clear.hidden = !done;
  };
  const keep = (form) => {
    const ticks = Object.fromEntries(boxes(form).filter((box) => box.checked).map((box) => [box.id, 1]));
    kept.write(`list ${form.dataset.pbList}`, Object.keys(ticks).length ? JSON.stringify(ticks) : "");
    count(form);
  };
  /** Show what was ticked before: after a reload, in another tab, on the way back. */
  const recall = () => {
    for (const form of doc.querySelectorAll("form.pb-checklist")) {
      let ticks = {};
      try { ticks = JSON.parse(kept.read(`list ${form.dataset.pbList}`)) || {}; } catch { /* not ours: start empty */ }
      for (const box of boxes(form)) box.checked = ticks[box.id] === 1;
      for (const button of form.querySelectorAll(".pb-copy")) button.hidden = false;
      count(form);
    }
  };
  const asText = (form, markdown) => [...form.querySelectorAll("legend, .pb-item")].map((part) => {
    const box = part.querySelector("input");
    const mark = box ? `- [${box.checked ? "x" : " "}] ` : markdown ? "\n## " : "\n";
    const words = part.textContent.trim().replace(/\s+/g, " ");
    // In Markdown, signs such as * and [ would turn an author's words into something else.
    return mark + (markdown ? words.replace(/[\\`*_[\]<>#|]/g, "\\$&") : words) + (box ? "" : "\n").repeat(markdown ? 1 : 0);
  }).join("\n").trim() + "\n";

  /** Copy text; pages without a secure address need the old way. */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = element("textarea", text, { class: "pb-offstage" });
      doc.body.append(area);
      area.select();
      const done = doc.execCommand("copy");
      area.remove();
      return done;
    }
  };
  const copyFrom = async (button) => {
    const source = doc.querySelector(button.dataset.pbCopy || ":not(*)");
    const form = button.closest("form.pb-checklist");
    const said = await copy(form ? asText(form, "pbMarkdown" in button.dataset) : source.textContent.trim());
    const label = button.dataset.pbLabel || (button.dataset.pbLabel = button.textContent);
    button.setAttribute("aria-live", "polite");
    button.textContent = word(said ? "copy_done" : "copy_failed");
    setTimeout(() => { button.textContent = label; }, 2500);
  };

  /* One listener per kind of event ---------------------------------------------------------------- */

  const asksForNewTab = (event) => event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const folder = (url) => url.origin + url.pathname.replace(/[^/]+\/?(index\.html)?$/, "");
  /** Cards beside each other take one place in the history, not one each. */
  const besideThisCard = (link) => {
    const page = doc.querySelector('[data-pb-kind="card"], [data-pb-kind="urgent"]');
    return page && link.origin === location.origin && folder(link) === folder(location) && link.pathname !== location.pathname;
  };

  doc.addEventListener("click", (event) => {
    const target = event.target.closest("a, button");
    if (opener && !event.target.closest(".pb-find, .pb-nav, [data-pb-toggle]")) close(false);
    if (!target) return;
    if (target.matches("button[data-pb-theme]")) {
      kept.write("theme", target.dataset.pbTheme);
      showTheme();
    } else if (target.matches(".pb-clear")) {
      const form = target.closest("form");
      const first = boxes(form)[0];
      for (const box of boxes(form)) box.checked = false;
      keep(form);
      first.focus();
    } else if (target.matches(".pb-copy")) {
      copyFrom(target);
    } else if (asksForNewTab(event)) {
      return;
    } else if (target.matches("[data-pb-hide]")) {
      event.preventDefault();
      hide(target.href);
    } else if (target.matches("[data-pb-toggle]")) {
      const home = target.dataset.pbToggle === "pb-find" && doc.getElementById("pb-q-home");
      event.preventDefault();
      if (home) home.focus();
      else if (opener === target) close(true);
      else open(target);
    } else if (target.href && besideThisCard(target)) {
      event.preventDefault();
      location.replace(target.href);
    }
  });

  doc.addEventListener("change", (event) => {
    const form = event.target.closest("form.pb-checklist");
    if (form) keep(form);
  });
  doc.addEventListener("submit", (event) => {
    if (event.target.matches("form.pb-checklist")) event.preventDefault();
  });
  doc.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener) close(true);
    else if (event.key === " " && event.target.matches("a[data-pb-toggle]")) {
      event.preventDefault();
      event.target.click();
    }
  });
  doc.addEventListener("focusin", (event) => {
    if (opener && !event.target.closest(".pb-bar, .pb-nav")) close(false);
  });
  window.addEventListener("storage", (event) => {
    if (!event.key || event.key.startsWith(place)) { recall(); showTheme(); }
  });
  window.addEventListener("pageshow", () => { root.classList.remove("pb-gone"); recall(); });

  // Who is led to a part of a page finds it open.
  const unfold = () => {
    const part = doc.getElementById(location.hash.slice(1));
    const fold = part && part.closest("summary") && part.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    fold.scrollIntoView();
  };
  window.addEventListener("hashchange", unfold);

  // Paper has no taps: what is folded opens for printing and folds again after it.
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...doc.querySelectorAll("details:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });

  const start = () => {
    showTheme();
    asButtons();
    recall();
    for (const button of doc.querySelectorAll(".pb-copy")) button.hidden = false;
    for (const form of doc.querySelectorAll("form.pb-search")) form.hidden = false;
    unfold();
  };
  if (doc.readyState === "loading") doc.addEventListener("DOMContentLoaded", start);
  else start();
})();
