"""What managers and staff ask most about a ladder, answered from its rules: one fact a question."""

from __future__ import annotations

from playbook.model.ladder import Counting, Ladder
from playbook.model.rights import Appeal, Companion, Records, Rights
from playbook.views.common import Atlas, Fact

__all__ = ["fact", "record_facts", "right_facts", "rule_facts"]

_SIMILAR = {
    "same-deviation": "Only the same thing again counts.",
    "same-standard": "Anything under the same standard counts.",
    "same-track": "Anything of the same kind of concern counts.",
    "any": "Any earlier one counts.",
}


def fact(term: str, *answers: str | None) -> Fact | None:
    """A fact with the answers that were given; None when there is none."""
    given = tuple(answer for answer in answers if answer)
    return Fact(term, given) if given else None


def rule_facts(atlas: Atlas, ladder_id: str, ladder: Ladder) -> tuple[Fact, ...]:
    """The rule card of a ladder."""
    return tuple(found for found in (
        fact("May a step be skipped?", *(_skip(atlas, ladder, index) for index in range(len(ladder.skip_rules)))),
        fact("What counts as the first time?", *_first(ladder)),
        fact("How far back do we look?", *_look_back(ladder.counting)),
        fact("Who decides?", ladder.deciders),
        *right_facts(atlas, ladder.rights),
        *record_facts(atlas, ladder.records),
    ) if found)


def right_facts(atlas: Atlas, rights: Rights | None) -> tuple[Fact, ...]:
    """Rights in the order in which a person meets them."""
    if rights is None:
        return ()
    concern, respond, skipped = rights.written_concern, rights.respond, rights.skipped_step
    return tuple(found for found in (
        fact("Will I have it in writing?", _concern(concern.with_evidence, concern.notice) if concern else None),
        fact("May somebody come with me?", *(_companion(rights.companion) if rights.companion else ())),
        fact("When can I answer?", _respond(respond.before, respond.within, respond.how) if respond else None),
        fact("May I ask for adjustments?", rights.adjustments),
        fact("May the date be moved?", rights.move_date),
        fact("May I see the record?", rights.see_record),
        fact("What if I will not sign?", rights.refuse_to_sign),
        fact("How do I object?", *(_appeal(atlas, rights.appeal) if rights.appeal else ())),
        fact("What if a step was skipped?", f"Tell: {atlas.role(skipped.tell)}." if skipped else None,
             skipped.effect if skipped else None),
    ) if found)


def record_facts(atlas: Atlas, records: Records | None) -> tuple[Fact, ...]:
    """What is kept, where, who sees it, for how long."""
    if records is None:
        return ()
    kept = records.kept
    return tuple(found for found in (
        fact("What is written down, and by whom?", atlas.role(records.written_by),
             f"You have a copy within {records.shared_within}." if records.shared_within else None),
        fact("Where is it kept?", kept.where if kept else None),
        fact("Who can see it?", ", ".join(atlas.role(id_) for id_ in kept.seen_by) if kept else None),
        fact("How long is it kept?", kept.for_ if kept else None, kept.then if kept else None),
    ) if found)


def _skip(atlas: Atlas, ladder: Ladder, index: int) -> str:
    rule = ladder.skip_rules[index]
    titles = {rung.id: rung.title for rung in ladder.rungs}
    start = "" if rule.from_ == "any" else f"from “{titles.get(rule.from_, rule.from_)}” "
    agreed = ", ".join(atlas.role(id_) for id_ in rule.agreed_by)
    words = [f"{start}straight to “{titles.get(rule.to, rule.to)}”: {rule.when.rstrip('.')}.",
             f"Must agree: {agreed}." if agreed else "", f"Write down: {rule.write_down.rstrip('.')}." if rule.write_down else ""]
    sentence = " ".join(word for word in words if word)
    return sentence[:1].upper() + sentence[1:]


def _first(ladder: Ladder) -> tuple[str | None, ...]:
    counting = ladder.counting
    if counting is None:
        return ()
    titles = {rung.id: rung.title for rung in ladder.rungs}
    start = counting.counts_from
    from_rung = f"The first that led to “{titles.get(start.rung, start.rung)}”." if start and start.rung else None
    return (from_rung, start.text if start else None, _SIMILAR.get(counting.similar or ""))


def _look_back(counting: Counting | None) -> tuple[str, ...]:
    if counting is None or counting.look_back is None:
        return tuple(counting.never_lapses) if counting else ()
    look = counting.look_back
    how = "counted back from the day" if look.rolling else "by calendar year"
    live = f" An earlier one must still count on the day of the {look.live_on}." if look.live_on else ""
    return (f"{look.length}, {how}.{live}", *counting.never_lapses)


def _concern(evidence: bool, notice: str | None) -> str:
    words = "Yes, with what it rests on" if evidence else "Yes"
    return f"{words}, at least {notice} before the meeting." if notice else f"{words}."


def _companion(companion: Companion) -> tuple[str, ...]:
    given = [f"Yes: {_or(companion.who)}."]
    if companion.when:
        given.append(f"At: {companion.when}.")
    if companion.may:
        given.append(f"They may {_and(companion.may)}.")
    if companion.may_not:
        given.append(f"They may not {_or(companion.may_not)}.")
    return tuple(given)


def _respond(before: str, within: str | None, how: str | None) -> str:
    words = f"Before the {before}" + (f", within {within}" if within else "") + (f", {how}" if how else "")
    return words + "."


def _appeal(atlas: Atlas, appeal: Appeal) -> tuple[str, ...]:
    given = []
    if appeal.within:
        given.append(f"You have {appeal.within}{f', {appeal.form}' if appeal.form else ''}.")
    if appeal.send_to:
        given.append(f"Send it to: {atlas.role(appeal.send_to)}.")
    given.append(f"It is heard by: {atlas.role(appeal.to)}.")
    if appeal.decided_within:
        given.append(f"It is decided within {appeal.decided_within}.")
    if appeal.can_end:
        given.append(f"It can end so: {_or(appeal.can_end)}.")
    if appeal.pauses:
        given.append(f"Until then, this waits: {appeal.pauses}.")
    if appeal.final:
        given.append("That decision is final.")
    return tuple(given)


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def _or(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
