/* What the handbook does in the browser. It only enhances: every page works without it.
   It runs in the head, so that a chosen theme is there before the first paint; everything else
   listens on the document. Stored on the device: ticks (0 or 1) and the theme. Nothing typed is
   stored or sent. */
(() => {
  "use strict";

  const doc = document;
  const root = doc.documentElement;
  root.classList.replace("no-js", "js");
  const here = doc.currentScript.src;

  /* Settings ---------------------------------------------------------------------------------- */

  let known;
  /** What the bar says about this site: addresses, labels, words. */
  const settings = () => {
    if (!known && doc.body) {
      const bar = doc.querySelector("[data-pb-settings]");
      known = bar ? JSON.parse(bar.dataset.pbSettings) : {};
      const form = doc.querySelector("form.pb-search[data-pb-index]");
      known.index = known.index || (form ? form.dataset.pbIndex : "");
      known.root = new URL(known.root || ".", location.href).href;
      known.engine = known.engine || new URL("minisearch.js", here).href;
    }
    return known || {};
  };

  const WORDS = {
    results_one: "1 result",
    results_other: "{n} results",
    none: "Nothing found for these words.",
    none_next: "Try fewer or other words. Or look here:",
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

  /* Search -------------------------------------------------------------------------------------- */

  // Words that carry no meaning in a question; both the index and the query leave them out.
  const FILLERS = new Set(("a an and are as at be been being but by did do does for from had has have he her him his " +
    "how i if in is it its me my of on or our she so some that the their them then there these they this to " +
    "us was we were what when which who will with would you your im hes shes theyre dont doesnt didnt not no").split(" "));

  const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f'’]/g, "");
  const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) || [];

  /** The stem of a word, roughly: "shouting", "shouts" and "shouted" meet. */
  const stem = (term) => {
    if (term.length < 4 || !/^[a-z]+$/.test(term)) return term;
    let short = term.replace(/ies$/, "y").replace(/(ss|sh|ch|x)es$/, "$1").replace(/([^su])s$/, "$1");
    const cut = short.replace(/(ing|ed)$/, "");
    if (cut !== short && cut.length > 2 && /[aeiouy]/.test(cut)) short = cut.replace(/([^lsz])\1$/, "$1");
    return short.length > 3 ? short.replace(/e$/, "") : short;
  };
  const term = (raw) => (FILLERS.has(raw) ? null : stem(raw));
  /** A word is kept as it is written beside its stem: a typo is nearer to the written word. */
  const terms = (raw) => (FILLERS.has(raw) ? null : [...new Set([stem(raw), raw])]);

  /** Load a script of our own once. */
  const load = (address) => new Promise((done, failed) => {
    const script = element("script", "", { src: address });
    script.onload = done;
    script.onerror = failed;
    doc.head.append(script);
  });

  let finder;
  /** The search over all records; asked for on the first need, kept for the page. */
  const ready = () => {
    finder = finder || (async () => {
      const { index, engine } = settings();
      const [answer] = await Promise.all([fetch(index), window.MiniSearch || load(engine)]);
      if (!answer.ok) throw new Error(String(answer.status));
      const { records } = await answer.json();
      const search = new window.MiniSearch({
        fields: ["title", "also", "line", "text"],
        tokenize: wordsOf,
        processTerm: terms,
        searchOptions: { processTerm: term },
        extractField: (record, name) => [record[name]].flat().filter((part) => part != null).join(" . "),
      });
      await search.addAllAsync(records, { chunkSize: 20 }); // in small pieces: the page stays quick to the touch
      const ranks = [...new Set(records.map((record) => record.rank))].sort((a, b) => a - b);
      return {
        search,
        records: new Map(records.map((record) => [record.id, record])),
        // 1.25 for the lightest, 0.75 for the heaviest: enough to break a tie, not to beat better words.
        weight: (rank) => 1.25 - 0.5 * ranks.indexOf(rank) / Math.max(1, ranks.length - 1),
      };
    })().catch((fault) => { finder = null; throw fault; });
    return finder;
  };

  /** The best records for a question in the reader's own words. */
  const find = ({ search, records, weight }, query) => {
    const asked = new Set(wordsOf(query).map(term).filter(Boolean));
    const phrase = ` ${[...asked].join(" ")} `;
    return search.search(query, {
      boost: { title: 3, also: 3, line: 1.5 },
      prefix: (_, i, terms) => i === terms.length - 1 && terms[i].length > 1,
      fuzzy: (one) => (one.length > 6 ? 2 : one.length > 4 ? 1 : 0),
      weights: { fuzzy: 0.35, prefix: 0.5 },
    }).map((hit) => {
      const record = records.get(hit.id);
      const said = [record.title, record.also].flat().filter(Boolean);
      const exact = said.some((text) => ` ${wordsOf(text).map(term).filter(Boolean).join(" ")} `.includes(phrase));
      const own = Object.entries(hit.match).some(([one, fields]) => asked.has(one) && fields.some((name) => name === "title" || name === "also"));
      const covered = new Set(hit.queryTerms).size / Math.max(1, asked.size);
      // Danger wins on its own words; a formal step never wins on words that are merely in its text.
      const force = record.kind === "urgent" && own ? 1.6 : record.kind === "formal-step" && !own ? 0.5 : 1;
      return { record, score: hit.score * covered * weight(record.rank) * force * (exact ? 2 : 1) };
    }).sort((a, b) => b.score - a.score || a.record.rank - b.record.rank).slice(0, 12).map((hit) => hit.record);
  };

  const kindName = (kind) => {
    const label = (settings().labels || {})[{ moment: "situation", step: "rung" }[kind] || kind] || kind.replace("-", " ");
    return label.charAt(0).toUpperCase() + label.slice(1);
  };
  const list = (entries) => {
    const made = element("ol");
    for (const { kind, title, line, address } of entries) {
      const link = element("a", "", { href: new URL(address, settings().root).href });
      if (kind === "urgent") link.dataset.pbUrgent = "";
      const about = [kind && kindName(kind), line].filter(Boolean).join(" · ");
      link.append(element("strong", title), about ? element("span", about) : "");
      const item = element("li");
      item.append(link);
      made.append(item);
    }
    return made;
  };
  /** Where to go when the words found nothing. */
  const wayOn = () => {
    const { now, urgent } = settings();
    const at = (address) => new URL(address, location.href).href;
    return [now && { title: word("now"), address: at(now) }, urgent && { kind: "", title: urgent.title, address: at(urgent.address) }].filter(Boolean);
  };

  /** The place for results of a search form: a status that is read out, then the list. */
  const placeFor = (form) => {
    const results = form.querySelector(".pb-results") || form.parentElement.querySelector(".pb-results");
    if (!results.querySelector("[role=status]")) {
      results.replaceChildren(element("p", "", { role: "status", class: "pb-results__status", hidden: "" }), element("div"));
    }
    return results;
  };
  const show = (form, status, entries) => {
    const [line, body] = placeFor(form).children;
    line.hidden = !status;
    line.textContent = status;
    body.replaceChildren(...(entries.length ? [list(entries)] : []));
  };
  const answer = async (input) => {
    const query = input.value.trim();
    if (query.length < 2) return show(input.form, "", []);
    let found;
    try {
      found = find(await ready(), query);
    } catch {
      return show(input.form, word("failed"), wayOn());
    }
    if (input.value.trim() !== query) return; // the reader typed on
    if (!found.length) return show(input.form, `${word("none")} ${word("none_next")}`, wayOn());
    show(input.form, word(found.length === 1 ? "results_one" : "results_other", { n: found.length }), found);
  };

  /** Arrow keys walk from the field through the results and back. */
  const walk = (event) => {
    const form = event.target.closest("form.pb-search") || event.target.closest(".pb-results")?.parentElement.querySelector("form.pb-search");
    if (!form) return;
    const stops = [form.querySelector("input"), ...placeFor(form).querySelectorAll("a")];
    const next = stops[stops.indexOf(doc.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next && stops.includes(doc.activeElement)) {
      event.preventDefault();
      next.focus();
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
  const asText = (form) => [...form.querySelectorAll("legend, .pb-item")].map((part) => {
    const box = part.querySelector("input");
    return (box ? `- [${box.checked ? "x" : " "}] ` : "\n") + part.textContent.trim().replace(/\s+/g, " ");
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
    const said = await copy(form ? asText(form) : source.textContent.trim());
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

  doc.addEventListener("input", (event) => {
    if (event.target.matches("form.pb-search input")) answer(event.target);
  });
  doc.addEventListener("change", (event) => {
    const form = event.target.closest("form.pb-checklist");
    if (form) keep(form);
  });
  doc.addEventListener("submit", (event) => {
    if (!event.target.matches("form.pb-search, form.pb-checklist")) return;
    event.preventDefault();
    const first = event.target.matches(".pb-search") && placeFor(event.target).querySelector("a");
    if (first) first.focus();
  });
  doc.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener) close(true);
    else if (event.key === " " && event.target.matches("a[data-pb-toggle]")) {
      event.preventDefault();
      event.target.click();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") walk(event);
  });
  doc.addEventListener("focusin", (event) => {
    if (event.target.matches("form.pb-search input")) ready().catch(() => {});
    if (opener && !event.target.closest(".pb-bar, .pb-nav")) close(false);
  });
  window.addEventListener("storage", (event) => {
    if (!event.key || event.key.startsWith(place)) { recall(); showTheme(); }
  });
  window.addEventListener("pageshow", () => { root.classList.remove("pb-gone"); recall(); });

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
    for (const form of doc.querySelectorAll("form.pb-search")) { form.hidden = false; placeFor(form); }
  };
  if (doc.readyState === "loading") doc.addEventListener("DOMContentLoaded", start);
  else start();

  // The index comes when the page is at rest, unless the reader saves data.
  window.addEventListener("load", () => {
    if (navigator.connection?.saveData || !settings().index) return;
    (window.requestIdleCallback || setTimeout)(() => ready().catch(() => {}));
  });
})();
