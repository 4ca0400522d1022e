/* Takes the place of a script that kept pages on this device, removes what it kept, and goes.
   Published when the organisation keeps nothing on devices, and while an author looks at a preview. */
(() => {
  "use strict";

  const { pathname } = new URL(self.registration.scope);

  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => {
    event.waitUntil((async () => {
      const ours = (await caches.keys()).filter((name) => name.startsWith(`playbook ${pathname} `));
      await Promise.all(ours.map((name) => caches.delete(name)));
      const open = await self.clients.matchAll({ type: "window" });
      await self.registration.unregister();
      for (const page of open) page.navigate(page.url).catch(() => {}); // from the network this time
    })());
  });
})();
