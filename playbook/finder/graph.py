"""The decision graph: urgent first, then protected reasons, then what happened, the tests, how many times.

Computed at build time from the content. "I don't know" stands on every question and
leads to the lighter side. What happened comes before the tests because each ladder
has tests of its own.
"""

from __future__ import annotations

from playbook.finder.audience import Audience, audiences
from playbook.finder.chain import Chain, branches_of
from playbook.finder.nodes import UNSURE, Graph, Nodes, Option, OptionGroup
from playbook.finder.rows import matching_rows, rows_for
from playbook.model.whole import FoundDeviation, Handbook

__all__ = ["build_graph"]

_FIRST_TALK = "Then treat it as a first talk."


def build_graph(handbook: Handbook) -> Graph:
    """Make the graph of a handbook; the same content gives the same graph."""
    builder = _Builder(handbook)
    begins = {id_: builder.track(found, found.track or "", ()) for id_, found in builder.lightest_first()}
    start = builder.now(builder.before(builder.what(begins)))
    return Graph(start, builder.nodes.questions, builder.nodes.ends, begins, tuple(builder.cut))


class _Builder:
    """Adds nodes once each; deviations that go the same way share their nodes."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.nodes = Nodes()
        self.cut: dict[str, None] = {}
        self._begins: dict[tuple[str, tuple[int, ...]], str] = {}

    def now(self, following: str) -> str:
        """What must be acted on at once: these answers leave for an urgent card."""
        urgent = self.handbook.urgent
        if not urgent:
            return following
        options = [Option(id_, card.title, "", card.first, ("urgent", id_)) for id_, card in urgent.items()]
        options.append(Option("none", "None of these", following))
        unsure = self._unsure("call-now", "Then call before anything else.")
        return self.nodes.ask(
            "now", (), "Is any of this happening now?", [OptionGroup(tuple(options))], unsure
        )

    def before(self, following: str) -> str:
        """Protected reasons, and a concern raised not long ago: they all end at a call."""
        first = self.handbook.settings.before_anything
        if first is None:
            return following
        call = self.nodes.end("call-first")
        options = [Option(str(place), reason, call) for place, reason in enumerate(first.reasons)]
        if first.recent_concern:
            options.append(Option("concern", first.recent_concern, call))
        options.append(Option("none", "None of these", following))
        unsure = self._unsure("call-first", "Then a call comes first.")
        return self.nodes.ask("before", (), first.ask, [OptionGroup(tuple(options))], unsure)

    def what(self, begins: dict[str, str]) -> str:
        """What happened: every deviation under its standard, lightest first."""
        by_standard: dict[str, list[Option]] = {}
        for id_, begin in begins.items():
            found = self.handbook.deviations[id_]
            seen = found.deviation.observable
            option = Option(id_, found.deviation.title, begin, seen, ("deviation", id_))
            by_standard.setdefault(found.standard_id, []).append(option)
        groups = [
            OptionGroup(tuple(options), self.handbook.standards[id_].title)
            for id_, options in by_standard.items()
        ]
        other = Option("something else", "Something else", self.nodes.end("first-talk"))
        return self.nodes.ask(
            "what", (), "What happened?", [*groups, OptionGroup((other,))], self._unsure_talk()
        )

    def lightest_first(self) -> list[tuple[str, FoundDeviation]]:
        """Every deviation, the least harm first."""
        order = {id_: index for index, id_ in enumerate(self.handbook.severities)}
        found = self.handbook.deviations.items()
        return sorted(found, key=lambda item: order.get(item[1].deviation.severity or "", -1))

    def track(self, found: FoundDeviation, track: str, before: tuple[str, ...]) -> str:
        """Where a kind of concern begins; ``before`` are those that handed it over, in order."""
        ways = audiences(self.handbook, self.handbook.ladders_for(track), found)
        tracks = (*before, track)
        targets = [self._audience(found, way, tracks) for way in ways]
        if len(set(targets)) == 1:
            return targets[0]
        groups: dict[str, list[Audience]] = {}
        for way, target in zip(ways, targets, strict=True):
            groups.setdefault(target, []).append(way)
        options = tuple(_for_groups(target, together) for target, together in groups.items())
        return self.nodes.ask(
            "who", (track,), "Who is it about?", [OptionGroup(options)], self._unsure_talk()
        )

    def _audience(self, found: FoundDeviation, way: Audience, tracks: tuple[str, ...]) -> str:
        """Where the way goes on for one group of people."""
        if not way.ladders:
            identity = (tracks[-1], way.group) if way.group else ()
            kind = "not-covered" if way.group else "nothing-agreed"
            return self.nodes.end(kind, *identity, group=way.group or "", excluded=way.excluded)
        targets = [self._ladder(found, id_, way.group, tracks) for id_ in way.ladders]
        if len(set(targets)) == 1:
            return targets[0]
        options = tuple(
            Option(id_, self.handbook.ladders[id_].title, target)
            for id_, target in zip(way.ladders, targets, strict=True)
        )
        words = "Which of these is meant for it?"
        return self.nodes.ask("which", (tracks[-1],), words, [OptionGroup(options)], self._unsure_talk())

    def _ladder(self, found: FoundDeviation, id_: str, group: str | None, tracks: tuple[str, ...]) -> str:
        ladder = self.handbook.ladders[id_]
        rows = rows_for(self.handbook, ladder, found, group)

        def hand_over(track: str) -> str | None:
            return self._handed_over(found, track, tracks)

        if any(branch.track for test in ladder.tests for branch in branches_of(test)):
            return Chain(self.nodes, id_, ladder, rows, hand_over).begin()
        # the way is the same for all that the same rows answer
        key = id_, tuple(id(row) for row in rows)
        if key not in self._begins:
            self._begins[key] = Chain(self.nodes, id_, ladder, rows, hand_over).begin()
        return self._begins[key]

    def _handed_over(self, found: FoundDeviation, track: str, tracks: tuple[str, ...]) -> str | None:
        """Go on with another kind of concern where it has rows for this; never back to one it came from."""
        if track in tracks:
            self.cut[track] = None
            return None
        ladders = self.handbook.ladders_for(track)
        has_rows = any(matching_rows(self.handbook, ladder, found) for _, ladder in ladders)
        return self.track(found, track, tracks) if has_rows else None

    def _unsure(self, end: str, line: str) -> Option:
        return Option("unsure", UNSURE, self.nodes.end(end), line, unsure=True)

    def _unsure_talk(self) -> Option:
        return self._unsure("first-talk", _FIRST_TALK)


def _for_groups(target: str, ways: list[Audience]) -> Option:
    """Groups of people for whom the same is agreed are one answer."""
    groups = tuple(way.group for way in ways if way.group is not None)
    rest = "" if len(groups) == len(ways) else "Anybody else"
    return Option(" ".join(groups) or "rest", rest, target, groups=groups)
