"""Views of a ladder: the whole map, the rules in plain words, and one page a step."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.ladder import Ladder, Part, Rung, WayBack
from playbook.model.rights import Records, Rights
from playbook.views.cards import Card, clusters
from playbook.views.common import Atlas, Fact, Link, Upkept, upkept
from playbook.views.entry import EntryTable, entry_table, length_words
from playbook.views.ladder_map import LadderMap, ladder_map
from playbook.views.rules import fact, record_facts, right_facts, rule_facts

__all__ = ["LadderView", "RungView", "StepLine", "ladder_view", "rung_view"]


@dataclass(frozen=True)
class StepLine:
    """One row of the ladder's table."""

    number: int
    title: str
    address: str
    formal: bool
    recorded: bool
    when: str
    way_back: str


@dataclass(frozen=True)
class LadderView:
    """A ladder's page: for whom, the map, the table, where we start, the rules."""

    title: str
    track: str
    summary: str
    guide: bool
    departure: str
    covers: tuple[str, ...]
    excludes: tuple[tuple[str, str, Link | None], ...]
    applies_note: str
    not_for: tuple[str, ...]
    principles: tuple[str, ...]
    tests: tuple[tuple[str, str], ...]
    map: LadderMap
    steps: tuple[StepLine, ...]
    entry: EntryTable | None
    rules: tuple[Fact, ...]
    factors: tuple[tuple[str, str], ...]
    points: tuple[Fact, ...]
    worked_example: str
    references: tuple[str, ...]
    upkeep: Upkept


@dataclass(frozen=True)
class RungView:
    """A step's page: does it apply to me, the card, your manager beside you."""

    number: int
    total: int
    ladder: Link
    title: str
    guide: bool
    covers: tuple[str, ...]
    excludes: tuple[tuple[str, str, Link | None], ...]
    used_when: str
    card: Card
    parts: tuple[str, ...]
    parts_choice: str
    manager: tuple[Fact, ...]
    you: tuple[Fact, ...]
    support: tuple[Link, ...]
    way_back: tuple[str, ...]
    next: Link | None
    next_when: str
    before: Link | None
    after: Link | None
    checklist: Link | None
    upkeep: Upkept


def ladder_view(atlas: Atlas, ladder_id: str, ladder: Ladder) -> LadderView:
    """The view of a whole ladder."""
    track = atlas.handbook.tracks.get(ladder.track)
    steps = tuple(_step_line(atlas, ladder_id, number, rung) for number, rung in enumerate(ladder.rungs, start=1))
    return LadderView(
        title=ladder.title,
        track=track.title if track else "",
        summary=ladder.summary or "",
        guide=ladder.guide,
        departure=ladder.departure or "",
        covers=_covers(atlas, ladder),
        excludes=_excludes(atlas, ladder),
        applies_note=(ladder.applies_to.note or "") if ladder.applies_to else "",
        not_for=tuple(ladder.not_for),
        principles=tuple(ladder.principles),
        tests=tuple((test.ask, test.help or "") for test in ladder.tests),
        map=ladder_map(ladder, [step.address for step in steps]),
        steps=steps,
        entry=entry_table(atlas, ladder_id, ladder),
        rules=rule_facts(atlas, ladder_id, ladder),
        factors=tuple((factor.title, _weighs(factor.weighs, factor.moves)) for factor in ladder.factors),
        points=_points(atlas, ladder_id, ladder),
        worked_example=(ladder.points.worked_example or "") if ladder.points else "",
        references=tuple(ladder.references),
        upkeep=upkept(atlas, ladder.upkeep),
    )


def rung_view(atlas: Atlas, ladder_id: str, ladder: Ladder, index: int) -> RungView:
    """The view of one rung; rights and records come from the ladder unless the rung says otherwise."""
    rung = ladder.rungs[index]
    neighbours = {place: _rung_link(atlas, ladder_id, ladder, place) for place in (index - 1, index + 1)}
    rights = merged_rights(ladder, rung)
    return RungView(
        number=index + 1, total=len(ladder.rungs),
        ladder=Link(ladder.title, atlas.addresses.of("ladder", ladder_id)),
        title=rung.title, guide=ladder.guide,
        covers=_covers(atlas, ladder), excludes=_excludes(atlas, ladder),
        used_when=rung.used_when or "",
        card=_step_card(atlas, rung),
        parts=tuple(_part(part) for part in rung.response.parts) if rung.response else (),
        parts_choice=_choice(atlas, rung),
        manager=_manager_facts(atlas, ladder_id, ladder, rung),
        you=(*right_facts(atlas, rights), *record_facts(atlas, _records(ladder, rung))),
        support=atlas.support(rung.support),
        way_back=way_back_words(rung.way_back),
        next=_next_link(atlas, ladder_id, ladder, rung),
        next_when=rung.next.when if rung.next else "",
        before=neighbours[index - 1], after=neighbours[index + 1],
        checklist=atlas.checklist(rung.checklist),
        upkeep=upkept(atlas, ladder.upkeep),
    )


def merged_rights(ladder: Ladder, rung: Rung) -> Rights | None:
    """Rights at a rung: the ladder's for a formal one, with single fields of its own in front."""
    shared = ladder.rights if rung.standing.formal else None
    if shared is None or rung.rights is None:
        return rung.rights or shared
    own = {name: getattr(rung.rights, name) for name in rung.rights.model_fields_set}
    return shared.model_copy(update=own)


def way_back_words(way_back: WayBack | None) -> tuple[str, ...]:
    """How a rung ends well, or that it does not, and why."""
    if way_back is None:
        return ()
    if way_back.none:
        return tuple(text for text in ("None.", way_back.because) if text)
    asks = f"The person has to ask for it: {way_back.to}." if way_back.must_ask and way_back.to else (
        "The person has to ask for it." if way_back.must_ask else way_back.to or "")
    return tuple(text for text in (way_back.text, asks, *way_back.conditions) if text)


def _records(ladder: Ladder, rung: Rung) -> Records | None:
    return rung.records or (ladder.records if rung.standing.recorded else None)


def _step_card(atlas: Atlas, rung: Rung) -> Card:
    formality = atlas.labels.formal if rung.standing.formal else atlas.labels.informal
    groups = clusters(atlas, check=[], say=rung.say, do=rung.manager_does, write=rung.write_down, do_not=rung.do_not)
    return Card("step", rung.title, formality, rung.standing.formal, groups, (), atlas.call(None))


def _manager_facts(atlas: Atlas, ladder_id: str, ladder: Ladder, rung: Rung) -> tuple[Fact, ...]:
    titles = {other.id: other.title for other in ladder.rungs}
    counts = rung.counts_for
    solo = rung.solo_action
    return tuple(found for found in (
        fact("Begins within", rung.act_within),
        fact("Must have come before", *(titles.get(id_, id_) for id_ in rung.needs_before)),
        fact("Proposes it", atlas.role(rung.proposed_by)),
        fact("Finds the facts", atlas.role(rung.facts_by)),
        fact("Decides", atlas.role(rung.decided_by), rung.decision_rule),
        fact("Must be asked", *(atlas.role(id_) for id_ in rung.consults)),
        fact("Must be there", *(atlas.role(id_) for id_ in rung.attends)),
        fact("May act alone", f"{atlas.role(solo.who)}: {solo.when}" if solo else None,
             _report(atlas.role(solo.report_to), solo.report_within) if solo else None),
        fact("Lasts", length_words(rung.lasts)),
        fact(atlas.labels.counts_for, "It does not lapse." if counts and counts.never else None,
             _counted(counts.length, counts.from_) if counts else None,
             *(counts.ends_early if counts else ())),
        fact("What is different if it worked", rung.expected_change),
        fact("Afterwards", rung.aftercare),
    ) if found)


def _report(role: str, within: str | None) -> str:
    words = "Afterwards it is reported" + (f" to: {role}" if role else "") + (f", within {within}" if within else "")
    return words + "." if role or within else ""


def _counted(length: str | None, start: str | None) -> str:
    return f"{length}, counted from {start}" if length and start else length or ""


def _choice(atlas: Atlas, rung: Rung) -> str:
    if not rung.response or len(rung.response.parts) < 2:
        return ""
    words = {"all": "All of these", "one": "One of these", "any": "Any of these"}[rung.response.choose]
    who = atlas.role(rung.response.by)
    return f"{words}, chosen by: {who}" if who else words


def _part(part: Part) -> str:
    words = part.what or part.kind.replace("-", " ").capitalize()
    lasts = length_words(part.lasts)
    pieces = [f"{words}: {lasts}" if lasts else words, part.note or "",
              f"Lawful only where: {part.jurisdiction}" if part.jurisdiction else ""]
    return ". ".join(piece.rstrip(".") for piece in pieces if piece) + "."


def _covers(atlas: Atlas, ladder: Ladder) -> tuple[str, ...]:
    titles = {group.id: group.title for group in atlas.handbook.settings.groups}
    return tuple(titles.get(id_, id_) for id_ in ladder.applies_to.groups) if ladder.applies_to else ()


def _excludes(atlas: Atlas, ladder: Ladder) -> tuple[tuple[str, str, Link | None], ...]:
    titles = {group.id: group.title for group in atlas.handbook.settings.groups}
    shown = []
    for excluded in ladder.applies_to.excludes if ladder.applies_to else ():
        other = atlas.handbook.ladders.get(excluded.ladder or "")
        link = Link(other.title, atlas.addresses.of("ladder", excluded.ladder or "")) if other else None
        shown.append((titles.get(excluded.group, excluded.group), excluded.see or excluded.none or "", link))
    return tuple(shown)


def _step_line(atlas: Atlas, ladder_id: str, number: int, rung: Rung) -> StepLine:
    words = way_back_words(rung.way_back)
    return StepLine(number, rung.title, atlas.addresses.of("rung", rung.id, ladder_id), rung.standing.formal,
                    rung.standing.recorded, rung.used_when or "", " ".join(words))


def _rung_link(atlas: Atlas, ladder_id: str, ladder: Ladder, index: int) -> Link | None:
    if not 0 <= index < len(ladder.rungs):
        return None
    rung = ladder.rungs[index]
    return Link(rung.title, atlas.addresses.of("rung", rung.id, ladder_id), mark="formal" if rung.standing.formal else "")


def _next_link(atlas: Atlas, ladder_id: str, ladder: Ladder, rung: Rung) -> Link | None:
    wanted = rung.next.rung if rung.next else None
    index = next((i for i, other in enumerate(ladder.rungs) if other.id == wanted), -1)
    return _rung_link(atlas, ladder_id, ladder, index)


def _weighs(way: str, moves: str | None) -> str:
    words = {"lighter": "Can weigh towards a lighter step.", "heavier": "Can weigh towards a heavier step.",
             "either": "Can weigh either way."}[way]
    return f"{words} It moves the answer by at most {moves}." if moves else words


def _points(atlas: Atlas, ladder_id: str, ladder: Ladder) -> tuple[Fact, ...]:
    points = ladder.points
    if points is None:
        return ()
    titles = {rung.id: rung.title for rung in ladder.rungs}
    fades = points.fades
    return tuple(found for found in (
        fact("What adds points", *(f"{event.event}: {event.add}" for event in points.events)),
        fact("What follows", *(f"At {limit.at}: {titles.get(limit.rung, limit.rung)}" for limit in points.thresholds)),
        fact("How points lapse", f"Each point counts for {fades.each}." if fades and fades.each else None, fades.all if fades else None),
        fact("What clears all points", points.cleared_by),
        fact("What a clean period earns", points.reward),
    ) if found)
