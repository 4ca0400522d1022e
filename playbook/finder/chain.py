"""The way through one ladder for one deviation: its tests, the row that fits, how many times, the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playbook.finder.answer import answer_at_rung, answer_for, columns_of, heaviness
from playbook.finder.nodes import UNSURE, Nodes, Option, OptionGroup
from playbook.finder.rows import is_conditional, row_key
from playbook.model.entry import EntryRow
from playbook.model.judgement import Test, TestBranch
from playbook.model.ladder import Ladder

__all__ = ["Chain", "branches_of"]

_KNOWN_ENDS = {
    "call-people": "call-first",
    "fix-the-system": "fix-the-system",
    "support": "support",
    "no-action": "no-action",
}
_ANSWERS = (("yes", "Yes"), ("no", "No"), ("unsure", UNSURE))
_FIRST_TALK = "Then treat it as a first talk."


@dataclass(frozen=True)
class Chain:
    """One ladder as it is asked about for one deviation.

    ``rows`` are those that may answer; ``hand_over`` goes on with another kind of concern where it can.
    """

    nodes: Nodes
    ladder_id: str
    ladder: Ladder
    rows: Sequence[EntryRow]
    hand_over: Callable[[str], str | None]

    def begin(self) -> str:
        """Where the way begins: the first test, or what follows the tests where there are none."""
        following = self._rows()
        begins = {"next": following, "concern": following}
        for test in reversed(self.ladder.tests):
            begins["next"] = begins[test.id] = self._test(test, begins)
        return begins["next"]

    # Questions before any step

    def _test(self, test: Test, begins: dict[str, str]) -> str:
        """One test; its answers only lead on, because the later tests are known already."""
        yes, no, unsure = (
            Option(answer, label, *self._leads(test, answer, branch, begins), unsure=answer == "unsure")
            for (answer, label), branch in zip(_ANSWERS, branches_of(test), strict=True)
        )
        return self.nodes.ask(
            "ask",
            (self.ladder_id, test.id),
            test.ask,
            [OptionGroup((yes, no))],
            unsure,
            help=test.help or "",
            ladder_id=self.ladder_id,
            row=self._only_row(),
            test=test.id,
        )

    def _leads(self, test: Test, answer: str, branch: TestBranch, begins: dict[str, str]) -> tuple[str, str]:
        """Where an answer leads, and what is said with it where no end says it."""
        note, origin = branch.note or "", (self.ladder_id, test.id)
        # an end with words of its own is told apart by the answer that leads there
        apart = (*origin, answer) if branch.note else origin
        told = {"ladder_id": self.ladder_id, "note": note}
        if branch.track:
            goes_on = self.hand_over(branch.track)
            if goes_on:
                return goes_on, note
            return self.nodes.end("other-track", *apart, branch.track, track=branch.track, **told), ""
        if branch.rung:
            reached = answer_at_rung(self.ladder_id, self.ladder, branch.rung)
            return self.nodes.end("rung", *apart, branch.rung, answer=reached, **told), ""
        if branch.end:
            return self._end(apart, (*origin, answer), branch.end, told), ""
        return begins.get(branch.go or "", begins["concern"]), note

    def _end(self, apart: tuple[str, ...], origin: tuple[str, ...], named: str, told: dict[str, str]) -> str:
        """An end of the ladder's own, one that every handbook has, or one in words."""
        own = next((end for end in self.ladder.ends if end.id == named), None)
        if own:
            return self.nodes.end("own", *apart, own.id, own=own, **told)
        if named in _KNOWN_ENDS:
            return self.nodes.end(_KNOWN_ENDS[named], *apart, **told)
        return self.nodes.end("words", *origin, words=named, **told)

    # The row that fits

    def _rows(self) -> str:
        """Which row answers; one that needs a circumstance is asked about, however few there are."""
        if not self.rows:
            return self._without_row()
        if len(self.rows) == 1 and not is_conditional(self.rows[0]):
            return self._count(self.rows[0])
        options = []
        for row in self.rows:
            label = "" if is_conditional(row) or not is_conditional(self.rows[0]) else "None of these"
            options.append(Option(row_key(self.ladder, row), label, self._count(row), row=row))
        if all(is_conditional(row) for row in self.rows):
            options.append(Option("none", "None of these", self._nothing_agreed()))
        return self.nodes.ask(
            "case",
            (self.ladder_id,),
            "Which of these fits best?",
            [OptionGroup(tuple(options))],
            Option("unsure", UNSURE, self.nodes.end("first-talk"), _FIRST_TALK, unsure=True),
            ladder_id=self.ladder_id,
        )

    def _without_row(self) -> str:
        """A ladder may count in points or by time, or be taken in its order; else nothing is agreed."""
        if self.ladder.points or self.ladder.by_time:
            return self.nodes.end("counted", self.ladder_id, ladder_id=self.ladder_id)
        if self.ladder.entry:
            return self._nothing_agreed()
        first = answer_at_rung(self.ladder_id, self.ladder, self.ladder.rungs[0].id)
        return self.nodes.end("in-order", self.ladder_id, ladder_id=self.ladder_id, answer=first)

    def _nothing_agreed(self) -> str:
        return self.nodes.end("nothing-agreed", self.ladder_id, ladder_id=self.ladder_id)

    def _only_row(self) -> EntryRow | None:
        return self.rows[0] if len(self.rows) == 1 and not is_conditional(self.rows[0]) else None

    # How many times

    def _count(self, row: EntryRow) -> str:
        key, columns = row_key(self.ladder, row), columns_of(row)
        answers = [answer_for(self.ladder_id, self.ladder, row, _number(column)) for column in columns]
        ends = [
            self.nodes.end("answer", self.ladder_id, key, column, ladder_id=self.ladder_id, answer=answer)
            for column, answer in zip(columns, answers, strict=True)
        ]
        if columns == ("1+",):
            return ends[0]
        options = [Option(column, _times(column), end) for column, end in zip(columns, ends, strict=True)]
        agreed = [place for place, answer in enumerate(answers) if not answer.missing]
        lightest = min(agreed, key=lambda place: heaviness(self.ladder, answers[place]), default=None)
        unsure = Option("unsure", UNSURE, self.nodes.end("first-talk"), _FIRST_TALK, unsure=True)
        if lightest is not None and not answers[lightest].formal:
            read_as = f"Then read it as: {_times(columns[lightest]).lower()}."
            unsure = Option("unsure", UNSURE, ends[lightest], read_as, unsure=True)
        return self.nodes.ask(
            "count",
            (self.ladder_id, key),
            "How many times has it happened?",
            [OptionGroup(tuple(options))],
            unsure,
            ladder_id=self.ladder_id,
            row=row,
        )


def branches_of(test: Test) -> tuple[TestBranch, TestBranch, TestBranch]:
    """Where yes, no and "I don't know" lead."""
    return test.if_yes, test.if_no, test.if_unsure


def _number(column: str) -> int:
    return int(column.rstrip("+"))


def _times(column: str) -> str:
    number = _number(column)
    words = ("This is the first time", "Once before", "Twice before", "Three times before")
    said = words[number - 1] if number <= len(words) else f"{number - 1} times before"
    return f"{said}, or more often" if column.endswith("+") else said
