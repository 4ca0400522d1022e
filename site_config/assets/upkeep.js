/* Says on a page that the day for another look has passed, or that what it says does not apply yet.
   The dates are printed on the page; only the comparison with today happens here, so that an old
   copy of the handbook tells its age without a new build. Nothing is stored or sent. */
(() => {
  "use strict";

  const two = (number) => String(number).padStart(2, "0");
  const now = new Date();
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

  /** A line of its own below the title; on a card below the fold, where it hides nothing. */
  const say = (words, first) => {
    const line = document.createElement("p");
    line.className = "pb-note pb-aged";
    line.textContent = words;
    const kept = document.querySelector(".pb-upkeep");
    const title = document.querySelector(".pb-body h1, article h1");
    const onCard = document.querySelector("article.pb-card");
    if (title && (first || !onCard)) title.after(line);
    else kept.before(line);
  };

  const look = () => {
    if (document.querySelector(".pb-aged")) return;
    const review = document.querySelector(".pb-upkeep time.pb-review");
    const begins = document.querySelector(".pb-upkeep time.pb-begins");
    if (begins && begins.dateTime > today) {
      say(`This does not apply yet. It applies from ${begins.dateTime}.`, true);
    }
    if (review && review.dateTime < today) {
      say(`This was to be looked at again by ${review.dateTime}. Ask whoever keeps it whether it still holds.`);
    }
    for (const row of document.querySelectorAll("tr[data-pb-due]")) {
      if (row.dataset.pbDue < today) row.classList.add("pb-late");
      const late = row.querySelector(".pb-late-word");
      if (late) late.hidden = !(row.dataset.pbDue < today);
    }
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", look);
  else look();
})();
