"""Pages for the reader's own use, from the golden handbook: my side, paths, the self-check, what differs, changes."""

from __future__ import annotations

import re
from dataclasses import replace

from playbook.model.reader import ChangesFile, Stop
from playbook.site import Site
from playbook.views.common import Atlas
from playbook.views.my_side import PLACES
from playbook.views.newcomers import group_views, path_view, self_check
from tests.golden.cases import golden, rendered


def _page(site: Site, address: str) -> str:
    return next(page.body for page in site.pages if page.address == address)


def test_each_question_of_my_side_has_its_place_its_words_and_whom_to_turn_to() -> None:
    page = _page(rendered(golden("everything")), "my-side/")
    assert page.index('id="disagree"') < page.index("{#l-work}"), "what is on their mind comes before the steps"
    section = page.split('id="disagree"')[1].split("</details>")[0]
    for words in ("You can appeal", "Write which step you mean.", "I ask you to look at [step] again.", "pb-contacts"):
        assert words in section
    assert "how do I appeal" not in page, "what people type is searched, never shown"


def test_without_a_file_of_its_own_my_side_still_says_what_may_be_asked() -> None:
    page = _page(rendered(replace(golden("everything"), my_side=None)), "my-side/")
    assert "You may ask for time to think" in page and "{#questions}" not in page and "{#sheet}" not in page


def test_my_side_says_once_what_holds_for_every_ladder_and_folds_what_differs() -> None:
    book = golden("everything")
    assert book.my_side is not None
    work, conduct = book.ladders["work"], book.ladders["conduct"]
    one = work.rights.model_copy(update={"interpreter": "Ask the desk.", "see_record": "You get a copy."})
    other = one.model_copy(update={"see_record": "You may read it there."})
    ladders = {
        **book.ladders,
        "work": work.model_copy(update={"rights": one}),
        "conduct": conduct.model_copy(update={"rights": other}),
    }
    page = _page(rendered(replace(book, ladders=ladders)), "my-side/")
    ask, steps = page.index("{#ask}"), page.index("{#steps}")
    assert page.count("Ask the desk.") == 1 and ask < page.index("Ask the desk.") < steps
    for words in ("You get a copy.", "You may read it there."):
        assert page.count(words) == 1 and page.index(words) > steps, words
    assert set(re.findall(r"\{#((?!l-)[\w-]+)\}", page)) - {s.id for s in book.my_side.sections} <= set(PLACES)
    jumps = page.split("pb-jumps")[1].split("</nav>")[0]
    assert re.findall(r'href="#([\w-]+)"', jumps) == re.findall(
        r"\{#(questions|ask|steps|ending|sheet|talk)\}", page
    ), "in the order of the page"


def test_a_path_keeps_its_order_and_counts_its_minutes_from_the_text() -> None:
    book = golden("everything")
    view = path_view(Atlas.of(book), "first-day", book.paths["first-day"])
    assert [stop.key for stop in view.stops] == [
        "standard-say-early", "ladder-work", "checklist-first-talk", "talk-listen", "page-my-side",
    ]  # fmt: skip
    each = [int(stop.minutes.split()[1]) for stop in view.stops]
    assert int(view.minutes.split()[1]) == sum(each) and min(each) >= 1
    assert each[1] > each[0], "a ladder takes longer to read than a standard"


def test_a_longer_text_takes_longer() -> None:
    book = golden("everything")
    path = book.paths["first-day"]
    standard = book.standards["say-early"]
    longer = replace(
        book, standards={**book.standards, "say-early": standard.model_copy(update={"why": "word " * 2000})}
    )
    before, after = (path_view(Atlas.of(each), "first-day", path).stops[0].minutes for each in (book, longer))
    assert (before, after) != (after, before) and int(after.split()[1]) >= 10


def test_a_placeholder_takes_as_long_to_read_as_what_it_stands_for() -> None:
    book = golden("everything")
    path, standard, contact = book.paths["first-day"], book.standards["say-early"], book.contacts["people-desk"]
    assert len(contact.title.split()) > 1

    def minutes(why: str) -> str:
        told = {**book.standards, "say-early": standard.model_copy(update={"why": why})}
        return path_view(Atlas.of(replace(book, standards=told)), "first-day", path).stops[0].minutes

    assert minutes("<<people-desk>> " * 1000) == minutes(f"{contact.title} " * 1000)


def test_a_stop_without_a_page_is_left_out_of_the_view() -> None:
    book = golden("everything")
    path = book.paths["first-day"].model_copy(update={"stops": [Stop(standard="nowhere"), Stop(page="now")]})
    assert [stop.key for stop in path_view(Atlas.of(book), "first-day", path).stops] == ["page-now"]


def test_the_self_check_shows_good_practice_first_and_one_pair_for_each_deviation_with_a_twin() -> None:
    book = golden("everything")
    pairs = self_check(Atlas.of(book))
    twins = {e.instead_of for s in book.standards.values() for e in s.examples} & set(book.deviations)
    assert sum(len(each.items) for each in pairs) == len(twins)
    page = _page(rendered(book), "self-check/")
    first = pairs[0].items[0]
    assert page.index(first.good) < page.index(first.short)


def test_a_group_reads_only_what_differs_for_it() -> None:
    book = golden("everything")
    views = {view.id: view for view in group_views(Atlas.of(book))}
    for id_, view in views.items():
        assert view.standards or view.others or view.paths
        assert all(id_ in s.binds for s in book.standards.values() if s.title in {x.title for x in view.standards})
        for other in view.others:
            assert other.instead is None or other.instead.instead or other.instead.link
    assert "employees" in views and [link.title for link in views["employees"].paths] == ["Your first day"]


def test_changes_stand_latest_first_with_what_kind_and_for_whom() -> None:
    page = _page(rendered(golden("everything")), "changes/")
    assert page.index("2026-02-01") < page.index("2026-01-01")
    assert "Something else applies now" in page and "Clearer words, same rule" in page and "For: Employees" in page


def test_a_handbook_without_changes_has_no_page_of_changes() -> None:
    site = rendered(replace(golden("everything"), changes=ChangesFile()))
    assert "changes/" not in set(site.addresses())
