"""View of the reader's own side: what happens, what they may ask for, and each question with whom to turn to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.ladder import Ladder
from playbook.model.reader import MySection, MySideFile
from playbook.views.common import Atlas, Call, Fact, Link
from playbook.views.rules import right_facts

__all__ = ["PLACES", "MyLadder", "MyQuestion", "MySheetView", "MySideView", "MyStep", "my_side_view"]

PLACES = ("top", "now", "talk", "ending", "questions", "ask", "steps", "sheet")
"""Places that the page has of its own; no question can have one of them as its id."""


@dataclass(frozen=True)
class MyStep:
    """A step as the person concerned meets it: what they can expect."""

    step: Link
    expect: tuple[str, ...]


@dataclass(frozen=True)
class MyLadder:
    """A ladder as the person concerned meets it: the steps in order, and what they may ask for."""

    title: str
    anchor: str
    steps: tuple[MyStep, ...]
    further: tuple[MyStep, ...]
    """The steps from the first formal one on."""
    rights: tuple[Fact, ...]
    differs: tuple[Fact, ...]
    """Those of the rights that are not the same on every ladder."""


@dataclass(frozen=True)
class MyQuestion:
    """One question on the reader's side: what to know, to do and to say, and whom to turn to."""

    title: str
    anchor: str
    text: str
    do: tuple[str, ...]
    say: tuple[str, ...]
    contacts: tuple[Call, ...]
    more: tuple[Link, ...]


@dataclass(frozen=True)
class MySheetView:
    """A sheet to fill in on paper."""

    title: str
    intro: str
    blanks: tuple[str, ...]


@dataclass(frozen=True)
class MySideView:
    """The reader's own side: what happens in what order, what they may ask for, whom to turn to."""

    opening: str
    now: tuple[str, ...]
    questions: tuple[MyQuestion, ...]
    ladders: tuple[MyLadder, ...]
    ending: str
    sheet: MySheetView | None
    call: Call | None
    support: bool
    urgent: tuple[Link, ...]
    rights: tuple[Fact, ...]
    """What may be asked for on every ladder, said once."""
    places: tuple[Link, ...]
    """The parts of the page, to jump to."""


def my_side_view(atlas: Atlas) -> MySideView:
    """The page for somebody about whom a concern was raised."""
    book = atlas.handbook
    own = book.my_side or MySideFile()
    rights = {id_: right_facts(atlas, ladder.rights, ladder) for id_, ladder in book.ladders.items()}
    shared = _shared(list(rights.values()))
    call = atlas.call(None)
    ladders = tuple(
        _ladder(atlas, id_, ladder, rights[id_], shared) for id_, ladder in book.ladders.items()
    )
    return MySideView(
        opening=own.opening or "",
        now=tuple(own.now),
        questions=tuple(_question(atlas, section) for section in own.sections),
        ladders=ladders,
        ending=own.ending or "",
        sheet=MySheetView(own.sheet.title, own.sheet.intro or "", tuple(own.sheet.blanks))
        if own.sheet
        else None,
        call=call,
        support=bool(book.support),
        urgent=atlas.urgent(list(book.urgent)),
        rights=shared,
        places=tuple(_places(atlas, own, bool(ladders), bool(shared), call)),
    )


def _shared(each: list[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """What every ladder says word for word."""
    first, *others = each or [()]
    return tuple(fact for fact in first if all(fact in other for other in others))


def _places(atlas: Atlas, own: MySideFile, ladders: bool, rights: bool, call: Call | None) -> Iterator[Link]:
    label = atlas.labels
    if call:
        yield Link("Somebody to talk to", "talk")
    if own.ending:
        yield Link(label.way_back, "ending")
    if own.sections:
        yield Link("What is on your mind?", "questions")
    if rights:
        yield Link(label.rights, "ask")
    if ladders:
        yield Link(label.ladder, "steps")
    if own.sheet:
        yield Link(own.sheet.title, "sheet")


def _question(atlas: Atlas, section: MySection) -> MyQuestion:
    return MyQuestion(
        title=section.title,
        anchor=section.id,
        text=section.text or "",
        do=tuple(section.do),
        say=tuple(section.say),
        contacts=tuple(call for id_ in section.contacts if (call := atlas.contact(id_))),
        more=(*atlas.urgent(section.urgent), *atlas.support(section.support)),
    )


def _ladder(
    atlas: Atlas, id_: str, ladder: Ladder, rights: tuple[Fact, ...], shared: tuple[Fact, ...]
) -> MyLadder:
    steps = tuple(
        MyStep(
            Link(r.title, atlas.addresses.of("rung", r.id, id_), mark="formal" if r.standing.formal else ""),
            tuple(r.you_can_expect),
        )
        for r in ladder.rungs
    )
    differs = tuple(fact for fact in rights if fact not in shared)
    first = next((at for at, my in enumerate(steps) if my.step.mark), len(steps))
    return MyLadder(ladder.title, f"l-{id_}", steps[:first], steps[first:], rights, differs)
