"""What the finder says at the end of a path: what to do today, and only then what is agreed, and why."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.finder import Answer, Asked, End
from playbook.model.coverage import Exclusion
from playbook.model.ladder import Ladder
from playbook.views.agreed import Agreed, agreed_answer, agreed_count, deciding_facts
from playbook.views.common import Atlas, Call, Fact, Link
from playbook.views.phrases import ended

__all__ = ["EndView", "ask_words", "end_view"]

_HEAR = "Today: hear them. Do not decide."
_FORMAL = "A formal step is possible here. It is never taken alone, and never today."

_TODAY: dict[str, tuple[str, tuple[str, ...]]] = {
    "call-now": (
        "Call before anything else",
        (
            "Is somebody in danger? Call the emergency number first.",
            "Say what you saw. They help you to see what comes next.",
        ),
    ),
    "call-first": (
        "Call before you talk with them",
        (
            "Today: do not raise it yet. Do not write to them about it.",
            "You need not know details, and need not ask for any.",
        ),
    ),
    "first-talk": (
        "Treat it as a first talk",
        (_HEAR, "Name what you saw. Ask what happened. Agree one next step."),
    ),
    "nothing-agreed": (
        "Nothing is agreed for this yet",
        (_HEAR, "Treat it as a first talk. Ask before you take any step beyond it."),
    ),
    "not-covered": ("These steps are not for them", (_HEAR, "Ask before you take any step.")),
    "fix-the-system": (
        "Mend the way of working, not the person",
        (
            "Today: thank them for telling you how it really works.",
            "Bring it to whoever owns the way of working, this week.",
            "No step follows for the person.",
        ),
    ),
    "support": (
        "Help comes first",
        (
            "Today: ask what would help. Agree one kind of help and a date.",
            "No step follows while the help is being tried.",
        ),
    ),
    "no-action": (
        "No step follows",
        ("Today: thank them for the talk. Nothing is written down about them.",),
    ),
    "other-track": ("This is another kind of concern", (_HEAR,)),
    "words": ("What to do today", ("Decide nothing today.",)),
}
"""Title and what to do today by the kind of an end; an answer and a ladder's own ends say it themselves."""

_CALLING = {"call-now", "call-first", "first-talk", "nothing-agreed", "not-covered", "other-track"}
_TALKING = {"first-talk", "nothing-agreed", "not-covered", "other-track", "words"}


@dataclass(frozen=True)
class EndView:
    """What the finder says at the end of a path. For a formal range, ``agreed`` stands one tap below.

    ``asked`` are the answers to earlier questions that lead here. ``talk`` says whether there is a
    talk to have today, and ``take`` what goes along into it; ``more`` is where to read on.
    """

    id: str
    title: str
    today: tuple[str, ...]
    call: Call | None
    formal: bool
    facts: tuple[Fact, ...]
    agreed: Agreed | None
    asked: tuple[str, ...]
    talk: bool
    take: tuple[Link, ...]
    more: tuple[Link, ...]


def end_view(atlas: Atlas, end: End, asked: tuple[Asked, ...] = ()) -> EndView:
    """What one end says; ``asked`` are the questions that every way to it goes through."""
    lines = tuple(_asked_words(one) for one in asked)
    if end.answer is not None and not end.answer.missing:
        return _answer_end(atlas, end, end.answer, lines)
    if end.kind == "counted":
        return _counted_end(atlas, end, lines)
    if end.own is not None:
        return _own_end(atlas, end, lines)
    kind = "nothing-agreed" if end.answer is not None else end.kind
    title, today = _TODAY[kind]
    call = atlas.call(_first_call(atlas) if kind == "call-first" else None) if kind in _CALLING else None
    said = (*_author_words(end), *today, *_row_note(end.answer), *_instead(atlas, end))
    return EndView(
        id=end.id,
        title=title,
        today=said if call or kind not in _CALLING else (*said, f"Ask: {ask_words(atlas)}."),
        call=call,
        formal=False,
        facts=(),
        agreed=agreed_answer(atlas, end.answer) if end.answer is not None else None,
        asked=lines,
        talk=kind in _TALKING,
        take=_first_talk(atlas) if kind in _TALKING else (),
        more=_more(atlas, end),
    )


def ask_words(atlas: Atlas) -> str:
    """Whom to ask when in doubt: the contact that is called first, else the role that keeps the handbook."""
    call = atlas.call(None)
    return (
        call.title
        if call
        else atlas.role(atlas.handbook.settings.upkeep.owner) or "whoever keeps this handbook"
    )


def _asked_words(asked: Asked) -> str:
    answers = " or ".join(option.label for option in asked.answers)
    notes = " ".join(option.line for option in asked.answers if option.line)
    return f"“{asked.ask}” {ended(answers)}{f' {notes}' if notes else ''}"


def _author_words(end: End) -> tuple[str, ...]:
    """An end in the author's words says them first, and a note with any other end as well."""
    return tuple(ended(words) for words in (end.words, end.note) if words)


def _row_note(answer: Answer | None) -> tuple[str, ...]:
    """What the author wrote beside the row that answers: it comes before any step."""
    return (answer.row.note,) if answer and answer.row and answer.row.note else ()


def _answer_end(atlas: Atlas, end: End, answer: Answer, asked: tuple[str, ...]) -> EndView:
    ladder = atlas.handbook.ladders[answer.ladder_id]
    call = atlas.call(None) if answer.formal else None
    alone = f"Ask first: {ask_words(atlas)}." if answer.formal and call is None else ""
    note = _row_note(answer)
    second = _FORMAL if answer.formal else "" if note else "A talk is enough for today."
    return EndView(
        id=end.id,
        title="What to do today",
        today=tuple(line for line in (_HEAR, second, *note, alone, *_author_words(end)) if line),
        call=call,
        formal=answer.formal,
        facts=deciding_facts(atlas, ladder, answer.rungs),
        agreed=agreed_answer(atlas, answer),
        asked=asked,
        talk=True,
        take=_first_talk(atlas),
        more=_ladder_link(atlas, answer.ladder_id),
    )


def _counted_end(atlas: Atlas, end: End, asked: tuple[str, ...]) -> EndView:
    """A ladder without a grid, which counts in points or by time alone."""
    ladder = atlas.handbook.ladders[end.ladder_id]
    counted = _counted_rungs(ladder)
    rungs = tuple(rung for rung in ladder.rungs if rung.id in counted)
    formal = any(rung.standing.formal for rung in rungs)
    how = "It is counted in points." if ladder.points else "It goes by time alone."
    call = atlas.call(None) if formal else None
    alone = f"Ask first: {ask_words(atlas)}." if formal and call is None else ""
    return EndView(
        id=end.id,
        title="What to do today",
        today=tuple(line for line in (_HEAR, how, _FORMAL if formal else "", alone) if line),
        call=call,
        formal=formal,
        facts=deciding_facts(atlas, ladder, rungs),
        agreed=agreed_count(atlas, end.ladder_id, rungs),
        asked=asked,
        talk=True,
        take=_first_talk(atlas),
        more=_ladder_link(atlas, end.ladder_id),
    )


def _counted_rungs(ladder: Ladder) -> set[str]:
    points = {limit.rung for limit in ladder.points.thresholds} if ladder.points else set()
    return points | ({step.rung for step in ladder.by_time.steps} if ladder.by_time else set())


def _own_end(atlas: Atlas, end: End, asked: tuple[str, ...]) -> EndView:
    """An end in the organisation's own words."""
    assert end.own is not None
    own = end.own
    checklist = atlas.checklist(own.checklist)
    return EndView(
        id=end.id,
        title=own.title,
        today=(*(own.do or [_HEAR]), *_author_words(end)),
        call=atlas.contact(own.call) if own.call else None,
        formal=False,
        facts=(),
        agreed=None,
        asked=asked,
        talk=False,
        take=(checklist,) if checklist else (),
        more=(*atlas.support(own.support), *_ladder_link(atlas, end.ladder_id)),
    )


def _first_call(atlas: Atlas) -> str | None:
    first = atlas.handbook.settings.before_anything
    return first.call if first else None


def _first_talk(atlas: Atlas) -> tuple[Link, ...]:
    """Whatever may follow, today is for hearing them: the list for that talk."""
    link = atlas.checklist(atlas.handbook.settings.first_talk)
    return (link,) if link else ()


def _more(atlas: Atlas, end: End) -> tuple[Link, ...]:
    if end.kind == "call-now":
        return (Link(atlas.labels.urgent, "urgent/"),) if atlas.handbook.urgent else ()
    if end.kind == "other-track":
        ladders = atlas.handbook.ladders_for(end.track)
        return tuple(Link(ladder.title, atlas.addresses.of("ladder", id_)) for id_, ladder in ladders)
    help_ = end.kind in ("support", "fix-the-system") and atlas.handbook.support
    return (
        *((Link(atlas.labels.support, "support/"),) if help_ else ()),
        *_ladder_link(atlas, end.ladder_id),
    )


def _ladder_link(atlas: Atlas, ladder_id: str) -> tuple[Link, ...]:
    ladder = atlas.handbook.ladders.get(ladder_id)
    return (Link(ladder.title, atlas.addresses.of("ladder", ladder_id)),) if ladder else ()


def _instead(atlas: Atlas, end: End) -> tuple[str, ...]:
    """What applies to a group that no ladder covers, as each ladder says it."""
    if end.kind != "not-covered":
        track = atlas.handbook.tracks.get(end.track)
        return (f"It goes on as: {ended(track.title)}",) if track else ()
    titles = {group.id: group.title for group in atlas.handbook.settings.groups}
    who = titles.get(end.group, end.group)
    rules = [_rule(rule) for rule in end.excluded]
    return tuple(f"{who}: {rule}" for rule in rules) or (f"{who}: What applies is not written down here.",)


def _rule(rule: Exclusion) -> str:
    if rule.see:
        return f"See {ended(rule.see)}"
    return (
        f"Nothing takes its place. {ended(rule.none)}"
        if rule.none
        else "What applies is not written down here."
    )
