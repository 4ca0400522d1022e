/* Serves the kept pages of one edition, so that they open without signal. Written at build time: what
   stands above (EDITION, KEPT) names every file with the hash of its content, and nothing else is ever
   kept. A sign-in page, a changed file or half a download fails the hash and is refused, and the edition
   before stays. Whatever is not kept, and every fault, goes to the network as if this script were not
   there. Which page a reader opens is written down nowhere. */
(() => {
  "use strict";

  const { version, bundle, files, away, headers } = self.KEPT;
  const scope = new URL(self.registration.scope);
  const PREFIX = `playbook ${scope.pathname} `; // a site beside ours on the same host has another path
  const NAME = PREFIX + self.EDITION;
  const PATIENCE = 10_000; // milliseconds that an answer may take before it counts as no signal
  const at = (address) => new URL(address, scope).href;

  /* Take in an edition: wholly, or not at all ------------------------------------------------------ */

  const take = async (cache, [address, integrity]) => {
    const answer = await fetch(at(address), { integrity, cache: "no-cache", redirect: "error", credentials: "same-origin" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await cache.put(at(address), answer);
  };

  self.addEventListener("install", (event) => {
    event.waitUntil((async () => {
      try {
        const cache = await caches.open(NAME);
        const taken = await Promise.allSettled([bundle, ...files].map((file) => take(cache, file)));
        const refused = taken.find(({ reason }) => reason);
        if (refused) throw refused.reason; // now that nothing is on its way into what is thrown away
        await self.skipWaiting();
      } catch (fault) {
        await caches.delete(NAME);
        throw fault;
      }
    })());
  });

  self.addEventListener("activate", (event) => {
    event.waitUntil((async () => {
      const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
      const last = others.pop(); // stays for one edition: a page of it may still be open
      await Promise.all(others.map((name) => caches.delete(name)));
      earlier = last;
      await self.clients.claim();
    })());
  });

  /* Find what is kept ------------------------------------------------------------------------------ */

  let earlier;
  const kept = (url, name) => caches.match(url, { cacheName: name, ignoreVary: true });
  const before = async () => {
    earlier = earlier || (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME).pop();
    return earlier;
  };
  /** A file of this edition, or of the one before that an open page may still ask for. */
  const file = async (url) => {
    const found = await kept(url, NAME);
    if (found) return found;
    const name = await before();
    return name && kept(url, name);
  };

  let reading;
  /** The kept pages, read once while this script lives; nothing when the browser has thrown them away. */
  const edition = async () => {
    reading = reading || (async () => {
      const found = await kept(at(bundle[0]), NAME);
      return found && { ...(await found.json()), since: found.headers.get("date") };
    })();
    const whole = await reading.catch(() => null);
    if (!whole) reading = undefined;
    return whole;
  };

  /** Where a page lies, as the bundle names it: below our root, without a file name. */
  const addressOf = (url) => decodeURIComponent(url.pathname.slice(scope.pathname.length)).replace(/(^|\/)index\.html$/, "$1");

  const page = async (url) => {
    const whole = await edition();
    if (!whole) return undefined;
    const address = addressOf(url);
    const parts = whole.pages[address];
    if (parts) {
      const text = parts.map((part) => (typeof part === "number" ? whole.shared[part] : part)).join("\n");
      return new Response(text, { headers });
    }
    return whole.pages[`${address}/`] ? Response.redirect(at(`${address}/`)) : undefined;
  };

  /* Answer ----------------------------------------------------------------------------------------- */

  const inTime = (answer) => Promise.race([
    answer,
    new Promise((_, failed) => { setTimeout(failed, PATIENCE, new Error("no answer in time")); }),
  ]);

  const open = async (request, url) => {
    const found = await inTime(page(url)).catch(() => undefined); // a device that cannot find it asks the network
    if (found) return found;
    try {
      return await inTime(fetch(request));
    } catch (fault) {
      if (!(await inTime(edition()).catch(() => null))?.pages[away]) throw fault;
      return Response.redirect(`${at(away)}#not-kept`);
    }
  };
  const load = async (request, url) => {
    const own = async () => (await file(url.href).catch(() => undefined)) || page(url);
    return (await inTime(own()).catch(() => undefined)) || fetch(request);
  };

  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    // A question mark always means the network: that is how a reader asks for the newest edition, or signs in.
    const ours = url.origin === scope.origin && url.pathname.startsWith(scope.pathname) && !url.search;
    if (request.method !== "GET" || !ours) return;
    event.respondWith(request.mode === "navigate" ? open(request, url) : load(request, url));
  });

  self.addEventListener("message", (event) => {
    if (event.data === "take over") event.waitUntil(self.skipWaiting());
    if (event.data !== "state" || !event.ports.length) return;
    event.waitUntil((async () => {
      const whole = await edition();
      event.ports[0].postMessage(whole ? { version, since: whole.since, pages: Object.keys(whole.pages).length } : null);
    })());
  });
})();
