/* The finder: one question a screen. The whole of it stands on the page; this only shows one part at a
   time. What was answered is kept in the address after the #, as short neutral keys, and nowhere else:
   "#" + (for-CODE: what happened is answered already | id of the part to begin at) + one key an answer. */
(() => {
  "use strict";

  const doc = document;
  const PRESET = "for-";

  const begin = () => {
    const finder = doc.querySelector("[data-pb-finder]");
    if (!finder) return;
    const parts = new Map([...finder.querySelectorAll(".pb-ask, .pb-end")].map((part) => [part.id, part]));
    const first = finder.dataset.pbStart;
    const intro = finder.querySelector(".pb-finder__intro");
    const bar = finder.querySelector(".pb-finder__bar");
    const back = finder.querySelector("[data-pb-back]");
    const trail = finder.querySelector(".pb-trail");

    const heading = (part) => part.querySelector("h2");
    const target = (choice) => (choice.getAttribute("href").startsWith("#") ? choice.getAttribute("href").slice(1) : "");
    const choose = (part, key) => [...part.querySelectorAll("[data-pb-key]")]
      .find((choice) => choice.dataset.pbKey === key && parts.has(target(choice)));
    /** The words of a heading without those that only paper needs. */
    const asked = (part) => [...heading(part).childNodes]
      .filter((node) => !node.classList?.contains("pb-goes")).map((node) => node.textContent).join("").trim();

    /* The address ------------------------------------------------------------------------------- */

    const address = (prefix, keys) => `#${[prefix, ...keys].filter(Boolean).join(".") || first}`;
    /** What stands after the #; nothing is the first question, and so is a place that is none of ours. */
    const here = () => {
      const id = location.hash.slice(1);
      const elsewhere = !parts.has(id) && !id.startsWith(PRESET) && doc.getElementById(id);
      return !id || elsewhere ? "" : location.hash;
    };
    let shown = here() || address("", []);
    const visited = []; // addresses this page came from, so that its own "Back" is the browser's where it can be

    /** Follow the answers in the address as far as they fit this edition. */
    const follow = () => {
      const keys = shown.slice(1).split(".").filter(Boolean);
      const prefix = keys.length && (keys[0].startsWith(PRESET) || parts.has(keys[0])) ? keys.shift() : "";
      const preset = prefix.startsWith(PRESET) ? prefix.slice(PRESET.length) : "";
      const given = [];
      const used = [];
      let part = parts.get(prefix) || parts.get(first);
      while (part.classList.contains("pb-ask")) {
        const known = preset && part.dataset.pbKind === "what" && choose(part, preset);
        const choice = known || choose(part, keys[used.length]);
        if (!choice) break;
        given.push({ part, choice, known: Boolean(known), before: [...used] });
        if (!known) used.push(choice.dataset.pbKey);
        part = parts.get(target(choice));
      }
      return { part, given, used, prefix: prefix === first ? "" : prefix, ahead: preset ? ahead(preset, given) : null };
    };
    /** What a card has answered in advance, while the questions before it are still being asked. */
    const ahead = (preset, given) => {
      const part = [...parts.values()].find((one) => one.dataset.pbKind === "what");
      const choice = part && choose(part, preset);
      return choice && !given.some(({ known }) => known) ? { part, choice, known: true } : null;
    };

    /* One part at a time -------------------------------------------------------------------------- */

    const showTrail = ({ given, used, prefix, ahead: waiting }) => {
      const answers = waiting ? [...given, waiting] : given;
      trail.hidden = !answers.length;
      trail.querySelector("ol").replaceChildren(...answers.map(({ part, choice, known, before }) => {
        const item = doc.createElement("li");
        const said = doc.createElement("span");
        const answer = doc.createElement("strong");
        const change = doc.createElement("a");
        answer.textContent = choice.querySelector("strong").textContent;
        said.append(`${asked(part)} `, answer);
        change.href = known ? address("", before || used) : address(prefix, before);
        change.textContent = trail.dataset.pbChange;
        change.setAttribute("aria-label", `${trail.dataset.pbChange}: ${asked(part)}`);
        change.dataset.pbGo = "";
        item.append(said, change);
        return item;
      }));
    };

    const toTop = () => finder.scrollIntoView({ block: "start", behavior: "instant" });

    const show = (moved) => {
      const state = follow();
      const { part, given, prefix } = state;
      for (const one of parts.values()) one.hidden = one !== part;
      intro.hidden = part.id !== first;
      bar.hidden = part.id === first;
      const last = given.filter(({ known }) => !known).pop();
      back.href = last ? address(prefix, last.before) : address("", []);
      showTrail(state);
      const card = [...given, state.ahead].map((one) => one?.choice.dataset.pbCard).find(Boolean);
      for (const link of finder.querySelectorAll("[data-pb-card-link]")) {
        link.hidden = !card;
        if (card) link.href = card;
      }
      if (moved) {
        heading(part).focus({ preventScroll: true });
        toTop();
      }
    };

    const go = (hash) => {
      if (hash === shown) return;
      visited.push(shown);
      history.pushState(null, "", hash);
      shown = hash;
      show(true);
    };
    /** The browser went back or on, or somebody typed another address. */
    const arrive = () => {
      const hash = here() || (location.hash ? shown : address("", []));
      if (hash === shown) return;
      if (visited[visited.length - 1] === hash) visited.pop();
      shown = hash;
      show(true);
      requestAnimationFrame(toTop); // a browser that goes back scrolls to where the reader was on a long question
    };

    finder.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const way = link.getAttribute("href");
      if (link.matches("[data-pb-key]") && target(link)) {
        const { prefix, used } = follow();
        event.preventDefault();
        go(address(prefix, [...used, link.dataset.pbKey]));
      } else if (link.matches("[data-pb-back], [data-pb-go], [data-pb-again]")) {
        event.preventDefault();
        if (link.matches("[data-pb-back]") && visited[visited.length - 1] === way) history.back();
        else go(way);
      }
    });
    window.addEventListener("popstate", arrive);
    window.addEventListener("hashchange", arrive);
    finder.classList.add("pb-finder--one");
    show(false);
  };

  if (doc.readyState === "loading") doc.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
