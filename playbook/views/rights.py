"""What a person may ask for and what is kept: questions and answers in the order in which one meets them."""

from __future__ import annotations

from playbook.model.inherited import records_at as merged_records
from playbook.model.inherited import rights_at as merged_rights
from playbook.model.ladder import Ladder, Rung
from playbook.model.rights import Appeal, Companion, Records, Respond, Rights, SkippedStep, WrittenConcern
from playbook.views.common import Atlas, Fact
from playbook.views.phrases import all_of, ended, fact, facts, joined, one_of, quoted, roles, step_title

__all__ = [
    "appeal_lines",
    "companion_lines",
    "merged_records",
    "merged_rights",
    "record_facts",
    "right_facts",
    "rights_by_block",
    "written_lines",
]


def right_facts(atlas: Atlas, rights: Rights | None, ladder: Ladder | None = None) -> tuple[Fact, ...]:
    """All rights in the order in which a person meets them; a ladder adds the steps without an appeal."""
    return tuple(found for block in rights_by_block(atlas, rights, ladder).values() for found in block)


def rights_by_block(
    atlas: Atlas, rights: Rights | None, ladder: Ladder | None = None, rung: Rung | None = None
) -> dict[str, tuple[Fact, ...]]:
    """Rights by the block of a step's page that they belong to, in the order of the page."""
    if rights is None:
        return {}
    return {
        "before": facts(
            fact("Will I have it in writing?", *_concern(rights.written_concern)),
            fact("May I see the record?", rights.see_record),
            fact("May I ask for adjustments?", rights.adjustments),
            fact("May I have an interpreter?", rights.interpreter),
        ),
        "with_you": facts(fact("What else may I ask for?", *rights.also)),
        "meeting": facts(
            fact("May somebody come with me?", *companion_lines(rights.companion)),
            fact("May the date be moved?", rights.move_date),
        ),
        "decision": facts(fact("When can I answer?", *_respond(rights.respond))),
        "disagree": facts(
            fact("What if I will not sign?", rights.refuse_to_sign),
            fact("How do I object?", *appeal_lines(atlas, rights.appeal, ladder, rung)),
        ),
        "skipped": facts(fact("What if a step was skipped?", *_skipped(atlas, rights.skipped_step))),
    }


def record_facts(atlas: Atlas, records: Records | None) -> tuple[Fact, ...]:
    """What is kept, where, who sees it, for how long."""
    if records is None:
        return ()
    kept = records.kept
    return facts(
        fact(
            "What is written down, and by whom?",
            f"It says: {all_of(records.states)}." if records.states else None,
            atlas.role(records.written_by),
            f"You have a copy within {records.shared_within}." if records.shared_within else None,
        ),
        fact("Where is it kept?", kept.where if kept else None),
        fact("Who can see it?", roles(atlas, kept.seen_by) if kept else None),
        fact("How long is it kept?", kept.for_ if kept else None, kept.then if kept else None),
    )


def written_lines(atlas: Atlas, records: Records | None) -> tuple[str, ...]:
    """What a manager writes down, where it goes, who has it and for how long."""
    if records is None:
        return ()
    kept = records.kept
    lines = (
        f"Write: {all_of(records.states)}." if records.states else "",
        f"Written by: {atlas.role(records.written_by)}." if records.written_by else "",
        f"The person has a copy within {records.shared_within}." if records.shared_within else "",
        f"It is kept: {ended(kept.where)}" if kept else "",
        f"Seen by: {roles(atlas, kept.seen_by)}." if kept and kept.seen_by else "",
        f"It is kept for {kept.for_}." if kept and kept.for_ else "",
        joined(f"Then: {kept.then}") if kept and kept.then else "",
    )
    return tuple(line for line in lines if line)


def companion_lines(companion: Companion | None) -> tuple[str, ...]:
    """Who may come along, to what, and what they may and may not do."""
    if companion is None:
        return ()
    lines = (
        f"Yes: {one_of(companion.who)}.",
        f"At: {ended(companion.when)}" if companion.when else "",
        f"They may {all_of(companion.may)}." if companion.may else "",
        f"They may not {one_of(companion.may_not)}." if companion.may_not else "",
        companion.note,
    )
    return tuple(line for line in lines if line)


def appeal_lines(
    atlas: Atlas, appeal: Appeal | None, ladder: Ladder | None = None, rung: Rung | None = None
) -> tuple[str, ...]:
    """How one objects: by when, to whom, who hears it, how it can end; or that one cannot, and why."""
    if appeal is None:
        return ()
    if rung and (rung.id in appeal.not_from or (appeal.from_rungs and rung.id not in appeal.from_rungs)):
        return (joined("There is no appeal from this step", appeal.because),)
    within = ", ".join(
        part for part in (f"You have {appeal.within}" if appeal.within else "", appeal.form or "") if part
    )
    lines = (
        *(_appealable(appeal, ladder) if ladder and not rung else ()),
        joined(within) if within else "",
        f"It can rest on: {one_of(appeal.grounds)}." if appeal.grounds else "",
        f"Send it to: {atlas.role(appeal.send_to)}." if appeal.send_to else "",
        f"It is heard by: {atlas.role(appeal.to)}.",
        _list_for_it(atlas, appeal),
        f"It is decided within {appeal.decided_within}." if appeal.decided_within else "",
        f"It can end so: {one_of(appeal.can_end)}." if appeal.can_end else "",
        joined(f"Until then, this waits: {appeal.pauses}") if appeal.pauses else "",
        "That decision is final." if appeal.final else "",
        joined(f"After it: {appeal.then}") if appeal.then else "",
    )
    return tuple(line for line in lines if line)


def _list_for_it(atlas: Atlas, appeal: Appeal) -> str:
    checklist = atlas.checklist(appeal.checklist)
    return f"Whoever hears it has a list for that talk: “{checklist.title}”." if checklist else ""


def _appealable(appeal: Appeal, ladder: Ladder) -> tuple[str, ...]:
    only, never = (
        quoted(step_title(ladder, id_) for id_ in ids) for ids in (appeal.from_rungs, appeal.not_from)
    )
    return (
        f"Only from: {only}." if only else "",
        joined(f"Not from: {never}" if never else None, appeal.because),
    )


def _concern(concern: WrittenConcern | None) -> tuple[str, ...]:
    if concern is None:
        return ()
    words = "Yes, with what it rests on" if concern.with_evidence else "Yes"
    notice = f"{words}, at least {concern.notice} before the meeting." if concern.notice else f"{words}."
    return (notice, f"It says: {all_of(concern.states)}.") if concern.states else (notice,)


def _respond(respond: Respond | None) -> tuple[str, ...]:
    if respond is None:
        return ()
    words = (
        f"Before the {respond.before}",
        f"within {respond.within}" if respond.within else "",
        respond.how or "",
    )
    return (ended(", ".join(word for word in words if word)),)


def _skipped(atlas: Atlas, skipped: SkippedStep | None) -> tuple[str, ...]:
    return (f"Tell: {atlas.role(skipped.tell)}.", skipped.effect) if skipped else ()
