/* Keeps the handbook on the device, so that it opens without signal, and says so in the foot of each page:
   which edition, and since when. The reader can switch it off there; that choice, 0 or 1, is all this script
   stores. The pages themselves are kept by offline-worker.js. */
(() => {
  "use strict";

  const { src, dataset } = document.currentScript;
  const worker = new URL(dataset.pbWorker, location.href).href;
  const root = new URL(".", worker);
  const able = "serviceWorker" in navigator && "caches" in window;

  /* The reader's choice ------------------------------------------------------------------------------ */

  const key = `playbook ${new URL("..", src).pathname} offline`;
  const chosen = () => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const choose = (value) => {
    try { localStorage.setItem(key, value); } catch { /* storage is off: it holds for this page only */ }
  };
  /** Kept unless the reader said no, or saves data and has not said yes. */
  const wanted = () => (chosen() ? chosen() === "1" : !navigator.connection?.saveData);

  /* Keep and forget ---------------------------------------------------------------------------------- */

  /** Our own registration, never one of another site above us on the same host. */
  const ours = async () => {
    const found = await navigator.serviceWorker.getRegistration(root.href);
    return found && found.scope === root.href ? found : undefined;
  };
  const keep = () => navigator.serviceWorker.register(worker, { scope: root.href, updateViaCache: "none" });
  /** A browser now and then forgets that a new edition asked to take over, and lets it wait for days. */
  const ask = ({ waiting }) => waiting?.postMessage("take over");
  const watch = (registration) => {
    const follow = () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => {
        if (installing.state === "installed") setTimeout(ask, 1000, registration);
      });
    };
    ask(registration);
    follow();
    registration.addEventListener("updatefound", follow);
  };
  const forget = async () => {
    await (await ours())?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(`playbook ${root.pathname} `));
    await Promise.all(names.map((name) => caches.delete(name)));
  };

  /** What the script that keeps pages has: its edition, and when it came. */
  const state = async () => {
    const active = (await ours())?.active;
    if (!active) return null;
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => done(data);
      setTimeout(done, 3000, null);
      active.postMessage("state", [port2]);
    });
  };

  /* Say it in the foot ------------------------------------------------------------------------------- */

  const boxes = () => [...document.querySelectorAll("[data-pb-kept]")];
  const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
  const age = (words, since) => {
    const days = Math.max(0, Math.floor((Date.now() - since) / 86_400_000));
    return days === 0 ? words.today : days === 1 ? words.day : fill(words.days, { n: days });
  };
  let cannot = false; // a private window, or an address without https://
  let newer = false; // an edition came while this page of the one before was open
  const said = (words, found) => {
    if (newer) return words.newer;
    if (cannot) return words.cannot;
    if (!found) return wanted() ? words.not_yet : words.not_kept;
    const since = new Date(found.since || Date.now());
    // written like the edition beside it; asking the device for its own way takes a slow phone 0.2 s
    const day = [since.getFullYear(), since.getMonth() + 1, since.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    return fill(words.kept, { version: found.version.replaceAll(" · ", ", "), day, age: age(words, since) });
  };
  const show = async () => {
    const found = cannot ? null : await state();
    for (const box of boxes()) {
      const words = JSON.parse(box.dataset.pbKept);
      const [line, button, newest] = box.children;
      line.textContent = said(words, found);
      button.textContent = wanted() ? words.forget : words.keep;
      newest.textContent = words.newest;
      newest.hidden = !found;
      button.hidden = cannot;
      box.hidden = false;
    }
  };
  document.addEventListener("click", async (event) => {
    if (!event.target.closest("[data-pb-keep]")) return;
    const on = !wanted();
    choose(on ? "1" : "0");
    for (const box of boxes()) box.children[0].setAttribute("aria-live", "polite"); // told once it was asked for
    await (on ? keep().then(watch) : forget()).catch(() => { cannot = on; });
    await show();
  });

  /* Begin when the page is at rest: it comes first ------------------------------------------------------ */

  const begin = async () => {
    if (dataset.pbOffline !== "on") return forget();
    const had = navigator.serviceWorker.controller;
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      newer = Boolean(had);
      show();
    });
    if (wanted()) {
      const registration = await keep();
      watch(registration);
      if (had) registration.update().catch(() => {}); // no signal, no sign-in: what is kept stays
    }
    return show();
  };
  /** Nothing can be kept here; what was kept before stays. */
  const fail = async () => {
    cannot = !able || !(await state().catch(() => null));
    await show();
  };
  if (location.protocol === "file:") return;
  window.addEventListener("load", () => {
    const start = () => (able ? begin() : fail()).catch(fail).catch(() => {});
    if (window.requestIdleCallback) requestIdleCallback(start, { timeout: 5000 }); // a busy page is kept too
    else setTimeout(start);
  });
})();
