"""Whom it is about, where that decides which ladder or row answers, and who is covered by none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.finder.rows import groups_of_rows
from playbook.model.coverage import Exclusion
from playbook.model.ladder import Ladder
from playbook.model.whole import FoundDeviation, Handbook

__all__ = ["Audience", "audiences"]

_Ladders = Sequence[tuple[str, Ladder]]
_OwnRows = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Audience:
    """A group of people (None: everybody else), and the ladders that answer for it.

    Where none does, ``excluded`` says what the ladders themselves say of this group.
    """

    group: str | None
    ladders: tuple[str, ...]
    excluded: tuple[Exclusion, ...] = ()


def audiences(handbook: Handbook, ladders: _Ladders, found: FoundDeviation) -> tuple[Audience, ...]:
    """Everybody who has to be told apart, in the order of the handbook's groups; everybody else comes last.

    One ladder whose rows are for everybody tells nobody apart: whom it covers stands on its answers.
    """
    own_rows = {id_: groups_of_rows(handbook, ladder, found) for id_, ladder in ladders}
    named = _named(handbook, ladders, own_rows)
    rest = tuple(id_ for id_, ladder in ladders if not named or not _covered(ladder))
    return (*(_of_group(handbook, ladders, own_rows, group) for group in named), Audience(None, rest))


def _named(handbook: Handbook, ladders: _Ladders, own_rows: _OwnRows) -> list[str]:
    of_rows = [group for groups in own_rows.values() for group in groups]
    if len(ladders) < 2 and not of_rows:
        return []
    covered = [group for _, ladder in ladders for group in (*_covered(ladder), *_excluded(ladder))]
    order = {group.id: place for place, group in enumerate(handbook.settings.groups)}
    return sorted(dict.fromkeys([*covered, *of_rows]), key=lambda id_: order.get(id_, len(order)))


def _of_group(handbook: Handbook, ladders: _Ladders, own_rows: _OwnRows, group: str) -> Audience:
    """Ladders that name the group win over those for everyone; a group left out goes where they say."""
    by_name = tuple(
        id_
        for id_, ladder in ladders
        if group in (*_covered(ladder), *own_rows[id_]) and group not in _excluded(ladder)
    )
    for_all = tuple(id_ for id_, ladder in ladders if not _covered(ladder) and group not in _excluded(ladder))
    if by_name or for_all:
        return Audience(group, by_name or for_all)
    said = [rule for _, ladder in ladders if (rule := _excluded(ladder).get(group))]
    other = tuple(dict.fromkeys(rule.ladder for rule in said if rule.ladder in handbook.ladders))
    return Audience(group, tuple(id_ for id_ in other if id_), tuple(said))


def _covered(ladder: Ladder) -> list[str]:
    return ladder.applies_to.groups if ladder.applies_to else []


def _excluded(ladder: Ladder) -> dict[str, Exclusion]:
    return {rule.group: rule for rule in ladder.applies_to.excludes} if ladder.applies_to else {}
