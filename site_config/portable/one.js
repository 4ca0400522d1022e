/* In a single file: shows the page that the address names behind the #, the first page when it names none.
   Without a script all pages stand below each other. */
(() => {
  "use strict";

  const doc = document;
  const pages = [...doc.querySelectorAll(".pb-one")];
  const home = doc.getElementById("page...");
  const finder = doc.querySelector("[data-pb-finder]")?.closest(".pb-one");
  const file = location.href.split("#")[0];
  const pageAt = (address) => doc.getElementById(`page..${address.replace(/\/$/, "") || "."}`);

  /** A link that a script made (an answer of the search) leads to the page in this file. */
  const within = (event) => {
    const link = event.target.closest?.("a[href]");
    const [address, place] = link ? link.href.split("#") : [""];
    if (link?.matches(".md-skip")) link.href = `#${pages.find((one) => !one.hidden).id}`;
    const root = new URL(".", file).href;
    if (!link || address === file || !address.startsWith(root)) return;
    const page = pageAt(address.slice(root.length));
    if (page) link.href = `#${place && doc.getElementById(place) ? place : page.id}`;
  };
  for (const kind of ["pointerdown", "click", "auxclick", "focusin"]) window.addEventListener(kind, within, true);

  const show = (moved) => {
    const place = decodeURIComponent(location.hash.slice(1));
    const found = place && doc.getElementById(place);
    // Only the finder keeps its answers behind the #, and they are no place on a page.
    const page = found ? found.closest(".pb-one") || pages.find((one) => !one.hidden) : place && finder || home;
    for (const one of pages) one.hidden = one !== page;
    doc.title = page.dataset.pbTitle;
    doc.documentElement.classList.remove("pb-gone");
    if (!moved) return;
    if (found && found !== page) found.scrollIntoView();
    else if (page !== finder || found) { scrollTo(0, 0); page.focus({ preventScroll: true }); }
  };
  window.addEventListener("hashchange", () => show(true), true);
  window.addEventListener("popstate", () => show(true), true);
  show(false);
})();
