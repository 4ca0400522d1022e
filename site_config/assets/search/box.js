/* The search box of the bar and of the first page: loads what it needs, shows answers as a plain list of
   links under the field, and says their number. How answers are found stands beside this file: words.js
   (a language), reading.js (what a question means), ranking.js (which answer comes first).

   Everything comes as scripts, never by fetch, so that the search works from a folder of files too. What a
   page already holds is not loaded again: a single-file handbook may carry the scripts themselves, and the
   index as `globalThis.playbookSearchIndex` or in <script type="application/json" id="pb-search-index">. */
(() => {
  "use strict";

  const doc = document;
  const { settings, word, element } = globalThis.playbook;

  /** Load a script of our own once. */
  const load = (address) => new Promise((done, failed) => {
    const script = element("script", "", { src: address });
    script.onload = done;
    script.onerror = failed;
    doc.head.append(script);
  });
  /** The parts of the search by the name under which each is there once it has come. */
  const parts = () => Object.entries(settings().search || {});
  const indexOnPage = () => {
    const there = doc.getElementById("pb-search-index");
    if (there && !globalThis.playbookSearchIndex) globalThis.playbookSearchIndex = JSON.parse(there.textContent);
  };

  /** So many milliseconds of work in one go; then the page may answer a touch. */
  const SLICE = 8;
  let awaited = false; // a reader has turned to a search box
  const pause = () => new Promise((go) => {
    if (!awaited && window.requestIdleCallback) requestIdleCallback(go, { timeout: 200 });
    else if (window.scheduler?.yield) scheduler.yield().then(go);
    else setTimeout(go);
  });
  /** What work in steps gives in the end, done in slices. */
  const slowly = async (steps) => {
    await pause();
    let until = performance.now() + SLICE;
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (performance.now() > until) {
        await pause();
        until = performance.now() + SLICE;
      }
    }
  };

  let come;
  /** All parts, each loaded once; after a failure the next need tries again. */
  const fetchParts = () => {
    come = come || Promise.all(parts().map(([name, address]) => globalThis[name] || pause().then(() => load(address))))
      .catch((fault) => { come = null; throw fault; });
    return come;
  };
  let search;
  /** The search over everything; asked for on the first need, kept for the page. */
  const ready = () => {
    search = search || (async () => {
      indexOnPage();
      await fetchParts();
      const language = await slowly(globalThis.playbookReading.language(globalThis.playbookSearchWords));
      return slowly(globalThis.playbookRanking.search(globalThis.playbookSearchIndex, language, globalThis.MiniSearch));
    })().catch((fault) => { search = null; throw fault; });
    return search;
  };
  const readyNow = () => {
    awaited = true;
    return ready();
  };

  const LABELS = { moment: "situation", step: "rung", you: "urgent" };
  /** What kind of answer it is, in the organisation's own word; a page is named by its title alone. */
  const kindName = (kind) => {
    if (kind === "page") return "";
    const label = (settings().labels || {})[LABELS[kind] || kind] || kind.replace("-", " ");
    return label.charAt(0).toUpperCase() + label.slice(1);
  };
  const list = (entries) => {
    const made = element("ol");
    for (const { kind, title, line, address } of entries) {
      const link = element("a", "", { href: address });
      if (kind === "urgent" || kind === "you") link.dataset.pbUrgent = "";
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
    return [now && { title: word("now"), address: at(now) }, urgent && { title: urgent.title, address: at(urgent.address) }].filter(Boolean);
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
      const { ask } = await readyNow();
      if (input.value.trim() !== query) return; // the reader typed on
      found = ask(input.value.trimStart());
    } catch {
      return show(input.form, word("failed"), wayOn());
    }
    const { root } = settings();
    const answers = found.answers.map(({ k, t, l, a }) => ({ kind: k, title: t, line: l, address: new URL(a, root).href }));
    if (!answers.length) return show(input.form, `${word("none")} ${word("none_next")}`, wayOn());
    if (found.poor) return show(input.form, word("poor"), [...answers.slice(0, 3), ...wayOn()]);
    show(input.form, word(answers.length === 1 ? "results_one" : "results_other", { n: answers.length }), answers);
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

  const isField = (target) => target.matches("form.pb-search input");
  doc.addEventListener("input", (event) => { if (isField(event.target)) answer(event.target); });
  doc.addEventListener("focusin", (event) => { if (isField(event.target)) readyNow().catch(() => {}); });
  doc.addEventListener("pointerdown", (event) => { if (event.target.closest(".pb-search, .pb-bar__search")) readyNow().catch(() => {}); });
  doc.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") walk(event);
  });
  doc.addEventListener("submit", (event) => {
    if (!event.target.matches("form.pb-search")) return;
    event.preventDefault();
    const first = placeFor(event.target).querySelector("a");
    if (first) first.focus();
  });

  const start = () => { for (const form of doc.querySelectorAll("form.pb-search")) placeFor(form); };
  if (doc.readyState === "loading") doc.addEventListener("DOMContentLoaded", start);
  else start();

  // What the search needs comes when the page is at rest, unless the reader saves data; it is made ready, a
  // little at a time, where a reader sees a field, and elsewhere when somebody turns to it: a card that is
  // only read costs a phone nothing more.
  window.addEventListener("load", () => {
    if (navigator.connection?.saveData) return;
    const seen = [...doc.querySelectorAll("form.pb-search")].some((form) => form.checkVisibility());
    (window.requestIdleCallback || setTimeout)(() => (seen ? ready() : fetchParts()).catch(() => {}));
  });
})();
