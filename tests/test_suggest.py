"""*Suggest a change* leads to an e-mail with the place filled in, or to the editor, and nowhere unless it is set."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playbook.model.whole import Handbook
from playbook.site import Page
from playbook.views.common import Atlas
from tests.golden.cases import Found, golden, html_of, rendered

CARD = "cards/silent-miss/"


def _book(**settings: Any) -> Handbook:
    """The golden handbook with plain addresses of cards."""
    book = golden("everything")
    return replace(book, settings=book.settings.model_copy(update={"discreet": False, **settings}))


def _link(page: Page) -> str | None:
    """Where the page's own link leads."""
    links = [dict(attributes) for tag, attributes in Found(html_of(page)[0]).tags if tag == "a"]
    found = [link["href"] for link in links if "Suggestion" in link["href"] or "/edit/" in link["href"]]
    assert len(found) <= 1
    return found[0] if found else None


def _links(book: Handbook) -> dict[str, str | None]:
    return {page.address: _link(page) for page in rendered(book).pages}


def _letter(link: str) -> tuple[str, str, str]:
    """To whom, about what, and the lines of a mail, as a mail program reads them."""
    parts = urlsplit(link)
    query = parse_qs(parts.query, strict_parsing=True)
    assert parts.scheme == "mailto" and set(query) == {"subject", "body"}
    return parts.path, query["subject"][0], query["body"][0]


def test_a_mail_says_which_words_of_which_file_it_is_about_and_leaves_room_for_better_ones() -> None:
    links = _links(_book())
    link = links[CARD]
    assert link is not None
    to, subject, body = _letter(link)
    assert (to, subject) == ("people@example.org", "Suggestion: silent-miss, say")
    assert body.split("\r\n")[:5] == [
        "Page: A date passed and nobody was told",
        "File: content/standards/say-early.yml",
        "Part: silent-miss, say (or name another)",
        "Words now: [What] was due [day]. What happened?",
        "",
    ]
    assert "What I would write instead:" in body and body.endswith("not about a person.")
    book = _book()
    records = {
        Atlas.of(book).addresses.of(kind, id_)
        for kind, id_ in book.records
        if kind not in ("support", "handbook")
    }
    assert records <= {address for address, link in links.items() if link}, "every record's page has it"
    assert links[""] is None and links["now/"] is None, "a list of links is nothing to reword"
    assert _letter(links["changes/"] or "")[2].startswith("Page: \r\nWords now: \r\n"), (
        "proposing leads to the same"
    )


def test_whatever_is_written_stays_words_in_a_mail_that_is_short_enough_for_any_program() -> None:
    book = _book()
    card = book.deviations["silent-miss"].deviation
    hostile = 'A&B <b>"x"</b> 100% #1?\nbcc=all@example.org é ' + "漢" * 150
    changed = card.model_copy(update={"say": [hostile]})
    standard = book.standards["say-early"]
    all_cards = [changed if each.id == card.id else each for each in standard.deviations]
    record = book.records["standard", "say-early"]
    data = standard.model_copy(update={"deviations": all_cards})
    book = replace(
        book,
        standards={**book.standards, "say-early": data},
        records={**book.records, ("standard", "say-early"): replace(record, data=data)},
    )
    link = _links(book)[CARD]
    assert link is not None and len(link) <= 2000
    _, _, body = _letter(link)
    assert 'Words now: A&B <b>"x"</b> 100% #1? bcc=all@example.org é ' in body


def test_an_editor_comes_before_the_mail_and_gets_the_path_of_the_file() -> None:
    links = _links(_book(suggest_at="https://example.org/edit/main/"))
    assert links[CARD] == "https://example.org/edit/main/content/standards/say-early.yml"


def test_nothing_is_offered_unless_somebody_is_named() -> None:
    assert set(_links(_book(suggest_to=None)).values()) == {None}
