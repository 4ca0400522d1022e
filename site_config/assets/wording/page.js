/* The page that looks at a draft: a text box, a button, and what was found. What is typed stays in the box
   of this page: it is not stored, not sent, and gone when the reader leaves. */
(() => {
  "use strict";

  const doc = document;
  const MOST = 20000;

  const begin = () => {
    const tool = doc.querySelector("[data-pb-look]");
    if (!tool || !globalThis.playbookWording || !globalThis.playbookWordingRules) return;
    const box = tool.querySelector("textarea");
    const status = tool.querySelector("[role=status]");
    const list = tool.querySelector("ol");
    let rules = null;

    const made = (name, words, className = "") => {
      const element = doc.createElement(name);
      element.textContent = words;
      element.className = className;
      return element;
    };

    /** One finding; its place is a button that marks the words in the text. */
    const shown = ({ line, column, check, message, hint, begin: from, stop }) => {
      const item = doc.createElement("li");
      const place = made("button", `Line ${line}, column ${column}`, "pb-look__place");
      place.type = "button";
      place.addEventListener("click", () => {
        box.focus();
        box.setSelectionRange(from, stop);
      });
      item.dataset.pbCheck = check;
      item.append(place, made("strong", message), made("span", hint[0].toUpperCase() + hint.slice(1), "pb-quiet"));
      return item;
    };

    const say = (words, found = []) => {
      status.textContent = words;
      list.replaceChildren(...found.map(shown));
      list.hidden = !found.length;
    };

    const look = () => {
      const length = [...box.value].length;
      if (!box.value.trim()) return say("Type or paste a text first.");
      if (length > MOST) {
        const [has, most] = [length, MOST].map((number) => number.toLocaleString("en"));
        return say(`This text has ${has} characters. Look at it in parts of at most ${most}.`);
      }
      rules = rules || globalThis.playbookWording.ready(globalThis.playbookWordingRules);
      const found = globalThis.playbookWording.find(box.value, rules);
      const checks = new Set(found.map(({ check }) => check)).size;
      const where = found.length ? `, in ${found.length} place${found.length === 1 ? "" : "s"}` : "";
      return say(`${checks} of ${rules.checks.length} checks on wording found something${where}; a person must still judge.`, found);
    };

    const forget = () => {
      box.value = "";
      say("");
    };

    tool.querySelector("[data-pb-look-now]").addEventListener("click", look);
    tool.querySelector("[data-pb-look-clear]").addEventListener("click", () => {
      forget();
      box.focus();
    });
    box.addEventListener("input", () => say("")); // what was found belongs to the text as it was
    window.addEventListener("pagehide", forget); // a browser may keep a page that is left
    window.addEventListener("hashchange", forget); // in a single file, this is how a page is left
    doc.querySelector("[data-pb-look-plain]").hidden = true;
    tool.hidden = false;
  };

  if (doc.readyState === "loading") doc.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
