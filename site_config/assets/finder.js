/* The finder: one question a screen. The whole of it stands on the page; this only shows one part at a
   time. What was answered is kept in the address after the #, as short neutral keys, and nowhere else. */
(() => {
  "use strict";

  const doc = document;
  const PRESET = "for-"; // a card opens the finder with what happened already answered

  const begin = () => {
    const finder = doc.querySelector("[data-pb-finder]");
    if (!finder) return;
    const parts = new Map([...finder.querySelectorAll(".pb-ask, .pb-end")].map((part) => [part.id, part]));
    const trail = finder.querySelector(".pb-trail");

    const choices = (part) => [...part.querySelectorAll("[data-pb-key]")];
    const target = (choice) => (choice.getAttribute("href").startsWith("#") ? choice.getAttribute("href").slice(1) : "");
    const tokens = () => decodeURIComponent(location.hash.slice(1)).split(".").filter(Boolean);
    const address = (keys) => `#${keys.join(".")}`;

    /** Follow the answers in the address as far as they fit this edition. */
    const follow = () => {
      const keys = tokens();
      const preset = (keys[0] || "").startsWith(PRESET) ? keys.shift() : "";
      const given = [];
      const used = preset ? [preset] : [];
      let part = parts.get(finder.dataset.pbStart);
      while (part && part.classList.contains("pb-ask")) {
        const isPreset = preset && part.dataset.pbKind === "what";
        const key = isPreset ? preset.slice(PRESET.length) : keys[0];
        const choice = choices(part).find((one) => one.dataset.pbKey === key && parts.has(target(one)));
        if (!choice) break;
        given.push({ part, choice, before: isPreset ? [] : [...used] });
        if (!isPreset) used.push(keys.shift());
        part = parts.get(target(choice));
      }
      return { part, given, used };
    };

    const showTrail = (given) => {
      trail.hidden = !given.length;
      trail.firstElementChild.replaceChildren(...given.map(({ part, choice, before }) => {
        const item = doc.createElement("li");
        const change = doc.createElement("a");
        change.href = address(before.length ? before : ["0"]);
        change.textContent = "Change";
        change.setAttribute("aria-label", `Change this answer: ${part.querySelector("h2").textContent}`);
        const asked = doc.createElement("span");
        const said = doc.createElement("strong");
        asked.textContent = `${part.querySelector("h2").textContent} `;
        said.textContent = choice.querySelector("strong").textContent;
        asked.append(said);
        item.append(asked, change);
        return item;
      }));
    };

    const show = (moved) => {
      const { part, given } = follow();
      for (const [, one] of parts) one.hidden = one !== part;
      showTrail(given);
      const card = given.map(({ choice }) => choice.dataset.pbCard).find(Boolean);
      for (const link of finder.querySelectorAll("[data-pb-card-link]")) {
        link.parentElement.hidden = !card;
        if (card) link.href = card;
      }
      if (moved) {
        part.querySelector("h2").focus();
        finder.scrollIntoView({ block: "start" });
      }
    };

    finder.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-pb-key]");
      if (!choice || !target(choice) || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      location.hash = address([...follow().used, choice.dataset.pbKey]);
    });
    window.addEventListener("hashchange", () => show(true));
    finder.classList.add("pb-finder--one");
    show(false);
  };

  if (doc.readyState === "loading") doc.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
