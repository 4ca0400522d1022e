"""Many questions put to the search in one go: asking one by one from outside costs more than the search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Page

__all__ = ["Answer", "answers_to"]

# Edits the field as a keyboard does, so that what the field itself refuses is refused here as well. The old
# answer must have gone before the next question, so that what shows next is the new one.
_ASK = """async (queries) => {
  const field = document.activeElement;
  if (!field?.matches("input[type=search]")) throw new Error("No search field has the focus.");
  const seen = (selector) => [...document.querySelectorAll(`.pb-results ${selector}`)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length);
  const until = (query, met) => new Promise((done, failed) => {
    if (met()) return done();
    const late = setTimeout(() => failed(new Error(`No answer to "${query}".`)), 30000);
    const watch = new MutationObserver(() => {
      if (!met()) return;
      watch.disconnect();
      clearTimeout(late);
      done();
    });
    watch.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
  });
  const type = (words) => {
    field.select();
    document.execCommand(words ? "insertText" : "delete", false, words);
  };
  const answers = [];
  for (const query of queries) {
    type("");
    await until(query, () => !field.value && !seen("[role=status]").length);
    type(query);
    await until(query, () => seen("[role=status]").length);
    answers.push({
      query: field.value,
      status: seen("[role=status]")[0].innerText,
      titles: seen("strong").map((one) => one.innerText),
      addresses: seen("a").map((one) => one.href),
      urgent: seen("a").map((one) => "pbUrgent" in one.dataset),
      html: seen("[role=status]")[0].closest(".pb-results").innerHTML,
    });
  }
  return answers;
}"""


@dataclass(frozen=True)
class Answer:
    """What a reader sees under the field after one question: the links found, best first."""

    query: str
    status: str
    titles: list[str]
    addresses: list[str]
    urgent: list[bool]
    html: str


def answers_to(page: Page, queries: Iterable[str]) -> list[Answer]:
    """Put each question into the field that has the focus, one after the other."""
    asked = list(queries)
    answers = [Answer(**found) for found in page.evaluate(_ASK, asked)]
    assert [answer.query for answer in answers] == asked
    return answers
