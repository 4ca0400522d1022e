/* In a folder of flat pages: leads a link that a script made (an answer of the search) to the plain name of
   its page. "cards/ab12cd/" lies in "cards_ab12cd.html", the home page in "index.html"; no two pages share a name. */
(() => {
  "use strict";

  const root = new URL("..", document.currentScript.src).href;
  const named = (path) => {
    const name = path.slice(0, -1).replaceAll("=", "=3d").replaceAll("_", "=5f").replaceAll("/", "_");
    return name.toLowerCase() === "index" ? `${name}_` : name || "index";
  };
  const plain = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !link.href.startsWith(root)) return;
    const [, path, place] = /^([^#?]*)[^#]*(#.*)?$/.exec(link.href.slice(root.length));
    if (path && !path.endsWith("/")) return;
    link.href = `${root}${named(path)}.html${place || ""}`;
  };
  // Before anything else acts on the link, whichever way the reader opens it.
  for (const kind of ["pointerdown", "click", "auxclick", "focusin"]) window.addEventListener(kind, plain, true);
})();
