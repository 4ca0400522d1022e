"""Views of standards: what is expected, what good looks like beside what falls short, the trace both ways."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.markdown_text import prose_words
from playbook.model.standard import Deviation, Standard
from playbook.views.cards import Card, Cluster
from playbook.views.common import Atlas, Link, Upkept, upkept
from playbook.views.measures import MeasureLine, measures_of

__all__ = [
    "Block",
    "Good",
    "Pair",
    "StandardView",
    "ValueGroup",
    "standard_card",
    "standard_view",
    "standards_by_value",
]


@dataclass(frozen=True)
class Good:
    """What somebody does that meets the standard, and the kind of work it comes from."""

    text: str
    setting: str


@dataclass(frozen=True)
class Block:
    """One titled list of sentences."""

    title: str
    anchor: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ValueGroup:
    """The standards that make one value concrete; without a title, those that name none."""

    title: str
    meaning: str
    anchor: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Pair:
    """Acceptable practice beside the deviation it replaces; either side may stand alone."""

    good: tuple[Good, ...]
    short: Link | None
    observable: str
    not_this: str


@dataclass(frozen=True)
class StandardView:
    """A standard's page."""

    title: str
    value: str
    value_meaning: str
    card: Card
    statement: str
    why: str
    binds: tuple[str, ...]
    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...]
    recognition: tuple[str, ...]
    recognition_label: str
    ladders: tuple[Link, ...]
    support: tuple[Link, ...]
    measures: tuple[MeasureLine, ...]
    sheet: Link | None
    upkeep: Upkept


def standard_view(atlas: Atlas, standard_id: str, standard: Standard) -> StandardView:
    """The view of one standard."""
    book = atlas.handbook
    value = next((v for v in book.settings.values if v.id == standard.value), None)
    groups = {group.id: group.title for group in book.settings.groups}
    causes = {cause for deviation in standard.deviations for cause in deviation.causes}
    helping = [id_ for id_, support in book.support.items() if not causes.isdisjoint(support.causes)]
    tracks = dict.fromkeys([standard.track, *(deviation.track for deviation in standard.deviations)])
    ladders = {id_: ladder for track in tracks for id_, ladder in book.ladders_for(track)}
    blocks = (
        Block("By when", "by-when", tuple(standard.timelines)),
        Block("How one sees that it is done well", "done-well", tuple(standard.quality)),
        Block("How we treat each other in it", "each-other", tuple(standard.collaboration)),
        Block("How leaders show it", "leaders", tuple(standard.leaders)),
    )
    return StandardView(
        title=standard.title,
        value=value.title if value else "",
        value_meaning=(value.meaning or "") if value else "",
        card=standard_card(atlas, standard),
        statement=standard.statement if _needs_room(standard.statement) else "",
        why=standard.why or "",
        binds=tuple(groups.get(id_, id_) for id_ in standard.binds),
        blocks=tuple(block for block in blocks if block.lines),
        pairs=_pairs(atlas, standard),
        recognition=tuple(standard.recognition),
        recognition_label=atlas.labels.recognition,
        ladders=tuple(
            Link(ladder.title, atlas.addresses.of("ladder", id_)) for id_, ladder in ladders.items()
        ),
        support=atlas.support(helping),
        measures=measures_of(atlas, standard),
        sheet=Link("Feedback sheet to print", f"feedback/{standard_id}/") if standard.deviations else None,
        upkeep=upkept(atlas, standard.upkeep),
    )


def standard_card(atlas: Atlas, standard: Standard) -> Card:
    """The card of a standard: what is expected, by when, one good example, and what falls short."""
    groups = {group.id: group.title for group in atlas.handbook.settings.groups}
    binds = ", ".join(groups.get(id_, id_) for id_ in standard.binds)
    clusters = (
        Cluster("expect", "We expect", (prose_words(standard.statement),)),
        Cluster("when", "By when", tuple(standard.timelines[:1])),
        Cluster("good", atlas.labels.example, tuple(e.acceptable for e in standard.examples[:1])),
        Cluster("thanks", atlas.labels.recognition, tuple(standard.recognition[:1])),
    )
    return Card(
        "standard",
        standard.title,
        f"Holds for: {binds}." if binds else atlas.labels.for_everyone,
        False,
        tuple(cluster for cluster in clusters if cluster.lines),
        tuple(_card(atlas, deviation) for deviation in standard.deviations),
        atlas.call(None),
        more=atlas.labels.deviation,
    )


def _needs_room(statement: str) -> bool:
    """Whether a statement has paragraphs or emphasis that its one line on the card cannot show."""
    return prose_words(statement) != " ".join(statement.split()) or "\n\n" in statement.strip()


def _pairs(atlas: Atlas, standard: Standard) -> tuple[Pair, ...]:
    pairs = [
        Pair(
            _twins(standard, deviation.id),
            _card(atlas, deviation),
            deviation.observable,
            deviation.not_this or "",
        )
        for deviation in standard.deviations
    ]
    own = {deviation.id for deviation in standard.deviations}
    alone = tuple(
        good
        for id_ in dict.fromkeys(e.instead_of for e in standard.examples)
        if id_ not in own
        for good in _twins(standard, id_)
    )
    return (*pairs, Pair(alone, None, "", "")) if alone else tuple(pairs)


def _twins(standard: Standard, deviation_id: str | None) -> tuple[Good, ...]:
    return tuple(
        Good(e.acceptable, e.setting or "") for e in standard.examples if e.instead_of == deviation_id
    )


def _card(atlas: Atlas, deviation: Deviation) -> Link:
    return Link(deviation.title, atlas.addresses.of("deviation", deviation.id))


def standards_by_value(atlas: Atlas) -> tuple[ValueGroup, ...]:
    """Standards grouped by the value they make concrete, in the handbook's order; the rest last."""
    book = atlas.handbook
    known = {value.id for value in book.settings.values}
    groups = [
        ValueGroup(value.title, value.meaning or "", f"value-{value.id}", _links(atlas, {value.id}))
        for value in book.settings.values
    ]
    others = {standard.value for standard in book.standards.values()} - known
    groups.append(ValueGroup("", "", "standards", _links(atlas, others)))
    return tuple(group for group in groups if group.links)


def _links(atlas: Atlas, values: set[str | None]) -> tuple[Link, ...]:
    return tuple(
        Link(standard.title, atlas.addresses.of("standard", id_), prose_words(standard.statement))
        for id_, standard in atlas.handbook.standards.items()
        if standard.value in values
    )
