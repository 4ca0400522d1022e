"""What happens at a step, in words: its parts, a plan, a suspension that is no penalty, how it ends."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.ladder import Ladder, Part, Plan, Rung, WayBack
from playbook.model.response import Cap, CheckInRhythm, Response, Suspension
from playbook.model.rung import WayOut
from playbook.views.common import Atlas, Fact, Link
from playbook.views.phrases import all_of, ended, fact, facts, forced, joined, length_words, roles

__all__ = [
    "PartView",
    "ResponseView",
    "WayOutView",
    "plan_facts",
    "response_view",
    "standing_words",
    "suspension_lines",
    "way_back_words",
    "way_out_views",
]

_KINDS = {
    "none": "No action",
    "clarify": "Making it clear",
    "support": "Help",
    "find-facts": "Finding the facts",
    "plan": "A plan",
    "warning": "A warning",
    "limit": "A limit",
    "suspend": "Suspension",
    "move": "A move to other work",
    "end": "The end",
    "training": "Training",
    "repair": "Putting it right",
}
_PAY = {"full": "Full pay", "part": "Part of the pay", "none": "No pay"}
_CHOICE = {"all": "All of these", "one": "One of these", "any": "Any of these"}
_RESULT = {
    "met": "Met",
    "more-time": "More time",
    "not-met": "Not met",
    "monitor": "We keep watching",
    "hand-over": "Handed over",
}


@dataclass(frozen=True)
class PartView:
    """One part of what happens; ``choice`` says how its own parts are used."""

    words: str
    choice: str
    parts: tuple[PartView, ...]


@dataclass(frozen=True)
class ResponseView:
    """What happens at a step: all, one or any of its parts, and who chooses."""

    choice: str
    parts: tuple[PartView, ...]
    cap: str


@dataclass(frozen=True)
class WayOutView:
    """One way a step can end: in which case, what follows, and where that is."""

    result: str
    when: str
    then: str
    link: Link | None


def response_view(atlas: Atlas, response: Response | None) -> ResponseView | None:
    """The view of a response; None where a step has no parts."""
    if response is None:
        return None
    several = len(response.parts) > 1
    who = f"Chosen by: {atlas.role(response.by)}" if response.by else ""
    return ResponseView(
        joined(_CHOICE[response.choose] if several else "", who), _parts(response.parts), _cap(response.cap)
    )


def _parts(parts: list[Part]) -> tuple[PartView, ...]:
    """The parts that say anything; one with no field filled has no line."""
    views = (
        PartView(_part(part), _CHOICE[part.choose] if len(part.parts) > 1 else "", _parts(part.parts))
        for part in parts
    )
    return tuple(view for view in views if view.words or view.parts)


def _part(part: Part) -> str:
    details = (
        length_words(part.lasts),
        part.amount,
        _PAY.get(part.pay or ""),
        f"instead of {part.in_lieu_of}" if part.in_lieu_of else "",
    )
    words = part.what or _KINDS.get(part.kind or "", "")
    detail = ", ".join(word for word in details if word)
    rule = f"{words}: {detail}" if words and detail else words or detail
    return joined(
        forced(part.force, rule),
        _cap(part.cap),
        part.note,
        f"Lawful only here: {part.jurisdiction}" if part.jurisdiction else None,
    )


def _cap(cap: Cap | None) -> str:
    if cap is None:
        return ""
    return joined(
        f"At most {cap.per_action} in one case" if cap.per_action else None,
        f"At most {cap.per_year} in one year" if cap.per_year else None,
    )


def standing_words(rung: Rung) -> str:
    """Whether a step is formal, recorded, and counted."""
    standing = rung.standing
    counted = {True: "counts as a time", False: "does not count as a time", None: ""}[standing.counted]
    words = (
        "Formal" if standing.formal else "Informal",
        "recorded" if standing.recorded else "not recorded",
        counted,
    )
    return ", ".join(word for word in words if word)


def plan_facts(atlas: Atlas, plan: Plan | None) -> tuple[Fact, ...]:
    """A plan: how long, what is to be reached by when, the regular talks, what follows success."""
    if plan is None:
        return ()
    return facts(
        fact("How long it runs", length_words(plan.lasts)),
        fact("Who writes it", f"{atlas.role(plan.written_by)}, with the person" if plan.written_by else None),
        fact("What is to be reached", *plan.goals),
        fact(
            "On the way",
            *(f"After {step.at}: {step.what}" if step.at else step.what for step in plan.milestones),
        ),
        *(_check_in_facts(atlas, plan.check_ins) if plan.check_ins else ()),
        fact("On the last day", plan.ends_with),
        fact("After success", *plan.taper),
    )


def _check_in_facts(atlas: Atlas, rhythm: CheckInRhythm) -> tuple[Fact | None, ...]:
    return (
        fact(
            "Regular talks",
            f"Every {ended(rhythm.every)}",
            f"With: {roles(atlas, rhythm.with_)}." if rhythm.with_ else None,
        ),
        fact("Each time we talk about", *rhythm.topics),
        fact("After each talk", rhythm.follow_up, f"Within {rhythm.within}." if rhythm.within else None),
    )


def suspension_lines(atlas: Atlas, suspension: Suspension | None) -> tuple[str, ...]:
    """Being away while facts are found: no penalty, when, on what pay, how long, who stays in touch."""
    if suspension is None:
        return ()
    lasts = length_words(suspension.lasts)
    lines = (
        "It is neutral. It is not a penalty.",
        joined(forced(suspension.force, suspension.when)),
        f"{_PAY[suspension.pay]}.",
        f"How long: {ended(lasts)}" if lasts else "",
        f"It is looked at again every {suspension.reviewed_every}." if suspension.reviewed_every else "",
        f"Decides: {atlas.role(suspension.decided_by)}." if suspension.decided_by else "",
        f"Stays in touch with the person: {atlas.role(suspension.in_touch)}." if suspension.in_touch else "",
        f"Tried before it: {all_of(text.rstrip('.') for text in suspension.instead)}."
        if suspension.instead
        else "",
        joined(f"Lawful only here: {suspension.jurisdiction}") if suspension.jurisdiction else "",
    )
    return tuple(line for line in lines if line)


def way_back_words(atlas: Atlas, way_back: WayBack | None) -> tuple[str, ...]:
    """How a step ends well, or that it does not, and why."""
    if way_back is None:
        return ()
    asks = "The person has to ask for it" if way_back.must_ask else ""
    ask = ": ".join(part for part in (asks, way_back.to or "") if part)
    lines = (
        "None." if way_back.none else "",
        way_back.because,
        way_back.text,
        *way_back.repair,
        joined(ask) if ask else "",
        f"The earliest time to ask is after {way_back.earliest}." if way_back.earliest else "",
        *way_back.conditions,
        f"Decides about it: {atlas.role(way_back.decided_by)}." if way_back.decided_by else "",
        way_back.meeting,
    )
    return tuple(line for line in lines if line)


def way_out_views(atlas: Atlas, ladder_id: str, ladder: Ladder, rung: Rung) -> tuple[WayOutView, ...]:
    """Every way a step can end."""
    return tuple(
        WayOutView(
            _RESULT.get(way.result or "", ""),
            ended(forced(way.force, way.when)),
            _then(atlas, way),
            _where(atlas, ladder_id, ladder, way),
        )
        for way in rung.ways_out
    )


def _then(atlas: Atlas, way: WayOut) -> str:
    track = atlas.handbook.tracks.get(way.track or "")
    lasts = length_words(way.lasts)
    return joined(f"How long: {lasts}" if lasts else None, way.then, f"It goes on as: {track.title}" if track else None)


def _where(atlas: Atlas, ladder_id: str, ladder: Ladder, way: WayOut) -> Link | None:
    rung = next((rung for rung in ladder.rungs if rung.id == way.rung), None)
    if rung:
        return Link(
            rung.title,
            atlas.addresses.of("rung", rung.id, ladder_id),
            mark="formal" if rung.standing.formal else "",
        )
    other = atlas.handbook.ladders.get(way.ladder or "")
    return Link(other.title, atlas.addresses.of("ladder", way.ladder or "")) if other else None
