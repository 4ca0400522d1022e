"""Views of standards: what is expected, what good looks like beside what falls short, and the trace both ways."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.standard import Deviation, Standard
from playbook.views.common import Atlas, Link, Upkept, upkept

__all__ = ["Pair", "StandardView", "standard_view", "standards_by_value"]


@dataclass(frozen=True)
class Pair:
    """Acceptable practice beside the deviation it replaces; either side may stand alone."""

    good: tuple[tuple[str, str], ...]
    short: Link | None
    observable: str
    not_this: str


@dataclass(frozen=True)
class StandardView:
    """A standard's page."""

    title: str
    value: str
    value_meaning: str
    statement: str
    why: str
    binds: tuple[str, ...]
    blocks: tuple[tuple[str, tuple[str, ...]], ...]
    pairs: tuple[Pair, ...]
    recognition: tuple[str, ...]
    recognition_label: str
    ladders: tuple[Link, ...]
    support: tuple[Link, ...]
    upkeep: Upkept


def standard_view(atlas: Atlas, standard_id: str, standard: Standard) -> StandardView:
    """The view of one standard."""
    book = atlas.handbook
    value = next((v for v in book.settings.values if v.id == standard.value), None)
    groups = {group.id: group.title for group in book.settings.groups}
    causes = {cause for deviation in standard.deviations for cause in deviation.causes}
    helping = [id_ for id_, support in book.support.items() if causes & set(support.causes)]
    tracks = dict.fromkeys([standard.track, *(deviation.track for deviation in standard.deviations)])
    ladders = {id_: ladder for track in tracks for id_, ladder in book.ladders_for(track)}
    blocks = (("By when", standard.timelines), ("How one sees that it is done well", standard.quality),
              ("How we treat each other in it", standard.collaboration), ("How leaders show it", standard.leaders))
    return StandardView(
        title=standard.title,
        value=value.title if value else "",
        value_meaning=(value.meaning or "") if value else "",
        statement=standard.statement,
        why=standard.why or "",
        binds=tuple(groups.get(id_, id_) for id_ in standard.binds),
        blocks=tuple((title, tuple(lines)) for title, lines in blocks if lines),
        pairs=_pairs(atlas, standard),
        recognition=tuple(standard.recognition),
        recognition_label=atlas.labels.recognition,
        ladders=tuple(Link(ladder.title, atlas.addresses.of("ladder", id_)) for id_, ladder in ladders.items()),
        support=atlas.support(helping),
        upkeep=upkept(atlas, standard.upkeep),
    )


def _pairs(atlas: Atlas, standard: Standard) -> tuple[Pair, ...]:
    pairs = [
        Pair(_twins(standard, deviation.id), _card(atlas, deviation), deviation.observable, deviation.not_this or "")
        for deviation in standard.deviations
    ]
    alone = tuple((e.acceptable, e.setting or "") for e in standard.examples if e.instead_of is None)
    return (*pairs, Pair(alone, None, "", "")) if alone else tuple(pairs)


def _twins(standard: Standard, deviation_id: str) -> tuple[tuple[str, str], ...]:
    return tuple((e.acceptable, e.setting or "") for e in standard.examples if e.instead_of == deviation_id)


def _card(atlas: Atlas, deviation: Deviation) -> Link:
    return Link(deviation.title, atlas.addresses.of("deviation", deviation.id))


def standards_by_value(atlas: Atlas) -> tuple[tuple[str, str, tuple[Link, ...]], ...]:
    """Standards grouped by the value they make concrete, in the handbook's order; the rest last."""
    book = atlas.handbook
    groups = []
    for value in [*book.settings.values, None]:
        links = tuple(
            Link(standard.title, atlas.addresses.of("standard", id_), " ".join(standard.statement.split()))
            for id_, standard in book.standards.items() if standard.value == (value.id if value else None)
        )
        if links:
            groups.append((value.title if value else "", (value.meaning or "") if value else "", links))
    return tuple(groups)
