"""What a ladder holds: agreed responses in order, where they start, and the rights at each step.

Shapes that published ladders need: a range keeps both ends, an end may be a
rung with a length, a response may be a bundle of parts with lengths of their own,
and a cell of the entry grid may be missing on purpose.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from playbook.model.fields import (
    ChecklistRef,
    DeviationRef,
    Duration,
    Flag,
    GroupRef,
    Id,
    LadderRef,
    Line,
    Model,
    Number,
    Prose,
    RoleRef,
    RungRef,
    Sentence,
    SeverityRef,
    StandardRef,
    SupportRef,
    TrackRef,
)
from playbook.model.handbook import Upkeep
from playbook.model.rights import Records, Rights

__all__ = [
    "AppliesTo", "Cell", "Counting", "CountsFor", "End", "EntryRow", "Exclusion", "Factor", "Ladder", "Length", "LookBack",
    "Next", "Part", "Points", "PointsEvent", "PointsThreshold", "Response", "Rung", "RowFor", "SkipRule", "SoloAction",
    "Standing", "Test", "TestBranch", "WayBack",
]

RungKind = Literal["none", "clarify", "support", "find-facts", "plan", "warning", "limit", "suspend", "move", "end", "training", "repair"]


class Length(Model):
    """How long something lasts: one length, or a range with both ends; a range without ``to`` is open."""

    shorthand: ClassVar[str] = "length"

    length: Duration | None = Field(None, description='The length, such as "5 working days" or "2 to 4 weeks".')
    from_: Duration | None = Field(None, alias="from", description="The shorter end; it counts.")
    to: Duration | None = Field(None, description="The longer end; it counts. Left out: no upper end.")


class Exclusion(Model):
    """A group this ladder does not cover, and what applies to it instead."""

    group: GroupRef = Field(description="The group that is not covered.")
    ladder: LadderRef | None = Field(None, description="The ladder that applies to it.")
    see: Line | None = Field(None, description="The document that applies to it.")
    none: Line | None = Field(None, description="Why nothing applies to it.")


class AppliesTo(Model):
    """Who is covered and who is not."""

    groups: list[GroupRef] = Field(default_factory=list, description="Groups the ladder covers; left out: everyone.")
    excludes: list[Exclusion] = Field(default_factory=list, description="Groups it does not cover, each with what applies instead.")
    note: Sentence | None = Field(None, description="What else decides whether it applies.")


class CountsFrom(Model):
    """What makes an occurrence the first one."""

    shorthand: ClassVar[str] = "text"

    rung: RungRef | None = Field(None, description="The first rung that counts.")
    text: Sentence | None = Field(None, description="The rule in words.")


class LookBack(Model):
    """How far back earlier occurrences are counted."""

    length: Duration = Field(description="How far back.")
    rolling: Flag = Field(True, description="true: counted back from the day; false: calendar year.")
    live_on: Literal["incident", "assessment", "decision"] | None = Field(None, description="The day on which an earlier one must still count.")


class Counting(Model):
    """What counts as the first, second, third time."""

    counts_from: CountsFrom | None = Field(None, description="The first occurrence that counts.")
    look_back: LookBack | None = Field(None, description="How far back we look.")
    similar: Literal["same-deviation", "same-standard", "same-track", "any"] | None = Field(None, description="Which earlier occurrences count.")
    never_lapses: list[Sentence] = Field(default_factory=list, description="What is counted however long ago it was.")


class Standing(Model):
    """Whether a rung is formal, and whether it is recorded; the two are not the same."""

    formal: Flag = Field(description="true: part of the formal process.")
    recorded: Flag = Field(description="true: it stands in a record.")


class Part(Model):
    """One part of a response, with a length of its own."""

    kind: RungKind = Field(description="What kind of response it is.")
    what: Line | None = Field(None, description="What exactly.")
    lasts: Length | None = Field(None, description="How long it lasts.")
    note: Sentence | None = Field(None, description="What else is to be known.")
    jurisdiction: Line | None = Field(None, description="Where this is lawful, if not everywhere.")


class Response(Model):
    """What the responsible person does; a bundle may be all of its parts, one, or any."""

    choose: Literal["all", "one", "any"] = Field("all", description="Whether all parts are used, one of them, or any.")
    by: RoleRef | None = Field(None, description="Role that chooses.")
    parts: list[Part] = Field(min_length=1, description="The parts.")


class WayBack(Model):
    """How it ends well; a rung without one must say so and why."""

    shorthand: ClassVar[str] = "text"

    text: Sentence | None = Field(None, description="How it ends well.")
    must_ask: Flag = Field(False, description="true: the person has to ask for it.")
    to: Line | None = Field(None, description="What is to be asked for, and of whom.")
    conditions: list[Sentence] = Field(default_factory=list, description="What must be met.")
    none: Flag = Field(False, description="true: there is none.")
    because: Sentence | None = Field(None, description="Why there is none.")


class CountsFor(Model):
    """How long a rung counts, and its alternative endings."""

    shorthand: ClassVar[str] = "length"

    length: Duration | None = Field(None, description="How long.")
    from_: Line | None = Field(None, alias="from", description="From which day it runs.")
    ends_early: list[Sentence] = Field(default_factory=list, description="What ends it earlier; any one suffices.")
    never: Flag = Field(False, description="true: it does not lapse.")


class Next(Model):
    """What follows if it does not get better, and what would trigger it."""

    rung: RungRef | None = Field(None, description="The rung that may follow.")
    when: Sentence = Field(description="What would lead there.")


class SoloAction(Model):
    """Who may act alone in an emergency, and what is owed afterwards."""

    who: RoleRef = Field(description="Role that may act alone.")
    when: Sentence = Field(description="In which case.")
    report_to: RoleRef | None = Field(None, description="Role to which it is reported.")
    report_within: Duration | None = Field(None, description="How soon it is reported.")


class Rung(Model):
    """One agreed response: what happens, who decides, what the person may expect, how it ends well."""

    id: Id = Field(description="Short name, unique in this ladder: a-z, 0-9, hyphens.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    title: Line = Field(description="What readers see.")
    kind: RungKind | None = Field(None, description="What kind of response it is.")
    standing: Standing = Field(description="Formal or not, recorded or not.")
    used_when: Sentence | None = Field(None, description="When this rung is used.")
    say: list[Sentence] = Field(default_factory=list, description="Exact words to open with.")
    manager_does: list[Sentence] = Field(default_factory=list, description="What the manager does, in order.")
    you_can_expect: list[Sentence] = Field(default_factory=list, description="What the person concerned can expect and ask for.")
    expected_change: Sentence | None = Field(None, description="What is different if it worked.")
    write_down: Sentence | None = Field(None, description="What is written down, and who gets it.")
    do_not: Sentence | None = Field(None, description="What must not happen at this rung.")
    response: Response | None = Field(None, description="The parts of the response, where there are several or they have lengths.")
    lasts: Length | None = Field(None, description="How long it lasts.")
    act_within: Duration | None = Field(None, description="How soon it begins after the facts are known.")
    support: list[SupportRef] = Field(default_factory=list, description="Help offered with it.")
    needs_before: list[RungRef] = Field(default_factory=list, description="Rungs that must have come before and cannot be skipped.")
    proposed_by: RoleRef | None = Field(None, description="Role that proposes it.")
    facts_by: RoleRef | None = Field(None, description="Role that finds the facts; another than the one who decides.")
    decided_by: RoleRef | None = Field(None, description="Role that decides; another than the one who raised it.")
    decision_rule: Sentence | None = Field(None, description="How several deciders agree, and who breaks a tie.")
    consults: list[RoleRef] = Field(default_factory=list, description="Roles that must be asked.")
    attends: list[RoleRef] = Field(default_factory=list, description="Roles that must be in the meeting.")
    solo_action: SoloAction | None = Field(None, description="Who may act alone in an emergency.")
    rights: Rights | None = Field(None, description="Rights at this rung, where they differ from the ladder's.")
    records: Records | None = Field(None, description="Records of this rung, where they differ from the ladder's.")
    checklist: ChecklistRef | None = Field(None, description="Meeting checklist.")
    way_back: WayBack | None = Field(None, description="How it ends well, or none and why.")
    counts_for: CountsFor | None = Field(None, description="How long it counts.")
    aftercare: Sentence | None = Field(None, description="Who looks after the person afterwards.")
    next: Next | None = Field(None, description="What follows if it does not get better.")


class End(Model):
    """One end of a range: a rung, with a length where the rung has several."""

    shorthand: ClassVar[str] = "rung"

    rung: RungRef = Field(description="The rung.")
    lasts: Duration | None = Field(None, description="Its length at this end.")


def _spell_out_cell(value: Any) -> Any:
    """A cell may be ``missing``, one rung, or a range; one shape leaves here."""
    if value == "missing":
        return {"missing": "true"}
    if isinstance(value, str):
        return {"from": value}
    if isinstance(value, dict) and "rung" in value:
        allowed = {"rung", "lasts"}
        rest = {key: item for key, item in value.items() if key not in allowed}
        return {"from": {key: item for key, item in value.items() if key in allowed}, **rest}
    return value


class Range(Model):
    """One cell of the entry grid: from one rung to another (both count), one rung, or missing."""

    missing: Flag = Field(False, description="true: the grid says nothing here.")
    from_: End | None = Field(None, alias="from", description="The lighter end; it counts.")
    to: End | None = Field(None, description="The heavier end; it counts. Left out: only the one rung.")
    note: Sentence | None = Field(None, description="What else is to be known about this cell.")


Cell = Annotated[Range, BeforeValidator(_spell_out_cell)]


def _check_occurrences(cells: dict[str, Range]) -> dict[str, Range]:
    expected = 1
    for name in cells:
        found = re.fullmatch(r"([1-9]\d?)(\+?)", name)
        if not found:
            message = f'has a column "{name[:20]}", but columns are 1, 2, 3 ... and the last one may be open, such as 3+'
            raise PydanticCustomError("bad-occurrence", message)
        if int(found[1]) != expected or (found[2] and name != list(cells)[-1]):
            message = "counts its columns from 1 without a gap, and only the last one may be open, such as 3+"
            raise PydanticCustomError("bad-occurrence", message)
        expected += 1
    return cells


class RowFor(Model):
    """What a row of the entry grid is about; several fields must all fit."""

    severity: SeverityRef | None = Field(None, description="A severity.")
    deviation: DeviationRef | None = Field(None, description="A deviation.")
    standard: StandardRef | None = Field(None, description="A standard; all its deviations.")
    circumstance: Line | None = Field(None, description="A circumstance in words, such as 15 to 30 minutes late.")


class EntryRow(Model):
    """One row of the entry grid: where we start, by how many times it has happened."""

    for_: RowFor = Field(alias="for", description="What this row is about.")
    cells: Annotated[dict[str, Cell], AfterValidator(_check_occurrences)] = Field(
        min_length=1, description="By occurrence: 1, 2, 3 ... (3+ for third and later).")
    note: Sentence | None = Field(None, description="What else is to be known about this row.")




class SkipRule(Model):
    """When a step may be skipped, who must agree, and what is owed."""

    from_: Line = Field("any", alias="from", description="The rung one is at, or any.")
    to: RungRef = Field(description="The rung one may go to at once.")
    when: Sentence = Field(description="On which condition.")
    agreed_by: list[RoleRef] = Field(default_factory=list, description="Roles that must agree.")
    write_down: Line | None = Field(None, description="What must be written down.")


class Factor(Model):
    """What else is taken into account."""

    id: Id = Field(description="Short name: a-z, 0-9, hyphens.")
    title: Sentence = Field(description="The question to weigh.")
    weighs: Literal["lighter", "heavier", "either"] = Field("either", description="Which way it can weigh.")
    moves: Line | None = Field(None, description="How far it can move the answer.")


class TestBranch(Model):
    """Where an answer leads: to an end, to another test, to another track, or on."""

    shorthand: ClassVar[str] = "go"

    go: Line | None = Field(None, description="next, the id of a later test, or concern (on to what happened).")
    end: Line | None = Field(None, description="call-people, fix-the-system, support, no-action, or another end in words.")
    track: TrackRef | None = Field(None, description="Another kind of concern.")
    note: Sentence | None = Field(None, description="What to say with it.")


class Test(Model):
    """A question before any rung; "I don't know" is always an answer."""

    id: Id = Field(description="Short name: a-z, 0-9, hyphens.")
    ask: Sentence = Field(description="The question; it can be answered with yes or no.")
    if_yes: TestBranch = Field(description="Where yes leads.")
    if_no: TestBranch = Field(description="Where no leads.")
    if_unsure: TestBranch = Field(description='Where "I don\'t know" leads: to the lighter side.')
    help: Sentence | None = Field(None, description="How to tell.")


class PointsEvent(Model):
    """What adds points."""

    event: Line = Field(description="What happened.")
    add: Number = Field(description="How many points; halves are allowed, protected events add 0.")


class PointsThreshold(Model):
    """At how many points which rung follows."""

    at: Number = Field(description="Number of points.")
    rung: RungRef = Field(description="The rung that follows.")


class Fades(Model):
    """How points lapse."""

    each: Duration | None = Field(None, description="How long each point counts.")
    all: Line | None = Field(None, description="When all points lapse at once.")


class Points(Model):
    """Counting by points instead of occurrences."""

    events: list[PointsEvent] = Field(min_length=1, description="What adds points.")
    thresholds: list[PointsThreshold] = Field(min_length=1, description="Which rung follows at how many points.")
    fades: Fades | None = Field(None, description="How points lapse.")
    cleared_by: Line | None = Field(None, description="What clears all points.")
    reward: Line | None = Field(None, description="What a clean period earns.")
    worked_example: Prose | None = Field(None, description="An example in your own words.")


class Ladder(Model):
    """Ordered agreed responses for one kind of concern."""

    title: Line = Field(description="Name of the ladder.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    track: TrackRef = Field(description="Kind of concern it answers.")
    guide: Flag = Field(True, description="true: a guide to judgement, not a tariff; printed on every page.")
    departure: Sentence | None = Field(None, description="What is owed when somebody goes outside the guide.")
    summary: Prose | None = Field(None, description="What this ladder is for, and what it is not.")
    not_for: list[Sentence] = Field(default_factory=list, description="What it is not used for.")
    principles: list[Sentence] = Field(default_factory=list, description="What holds at every rung.")
    references: list[Line] = Field(default_factory=list, description="Statutes, contract clauses or forms it rests on, as citations.")
    applies_to: AppliesTo | None = Field(None, description="Who is covered and who is not.")
    counting: Counting | None = Field(None, description="What counts as first, second, third.")
    rights: Rights | None = Field(None, description="Rights at every formal rung.")
    records: Records | None = Field(None, description="Records of every recorded rung.")
    deciders: Sentence | None = Field(None, description="How decisions are made on this ladder.")
    rungs: list[Rung] = Field(min_length=1, description="The agreed responses, lightest first.")
    entry: list[EntryRow] = Field(default_factory=list, description="Where we start.")
    skip_rules: list[SkipRule] = Field(default_factory=list, description="When a step may be skipped.")
    factors: list[Factor] = Field(default_factory=list, description="What else we take into account.")
    tests: list[Test] = Field(default_factory=list, description="Questions before any rung, in order.")
    points: Points | None = Field(None, description="Counting by points.")
    upkeep: Upkeep = Field(default_factory=Upkeep, description="Owner, approver and dates, where they differ.")
