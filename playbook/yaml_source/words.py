"""Plain words for what can be wrong in the text of a YAML file: what stands there, and what to do.

A parser speaks of tokens and mappings; an author thinks in lines, colons, quotes and
indentation. Only words stand here; who finds what is said by the modules that use them.
"""

from __future__ import annotations

__all__ = ["CURLY", "FAULT_WORDS", "TREE_WORDS", "in_quotes"]

CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"
"""Quotation marks that word processors write; to YAML they are ordinary letters."""

_QUOTES = "put the whole text in quotes"
_COUNT = "keep one of the two; otherwise one of them would be lost"

TREE_WORDS: dict[str, tuple[str, str]] = {
    "yaml-tag": (
        'YAML takes a word that begins with "!" for an instruction, and would drop it from the text',
        f'if the text begins with "!", {_QUOTES}; otherwise delete the word',
    ),
    "too-deep": (
        "lists and fields are nested more than {0} deep here",
        f"no record needs that; if this is text that begins with brackets, {_QUOTES}",
    ),
    "unknown-alias": (
        '"*{0}" repeats a part that has not been named with "&{0}" before',
        f'if the text begins with "*", {_QUOTES}',
    ),
    "endless-alias": ('"*{0}" would repeat itself without end', 'write the part out, without "&" and "*"'),
    "alias-growth": (
        "the repeated parts of this file grow too large when they are written out",
        'write the parts out, without "&" and "*"',
    ),
    "unused-name": (
        'YAML takes "&{0}" for the name of a part to repeat, and would drop it from the text',
        f'if the text begins with "&", {_QUOTES}; otherwise delete the name, nothing repeats it',
    ),
    "field-name": (
        "brackets stand where the name of a field is expected",
        f"a field begins with its name, such as 'title: ...'; if this is text, {_QUOTES}",
    ),
    "no-field-name": (
        "the name of a field is missing before this colon",
        f"write the name before the colon; if the colon belongs to a text, {_QUOTES}",
    ),
    "question-mark": (
        'YAML takes a "?" at the beginning for a special sign, and would drop it from the text',
        f'if the text begins with "?", {_QUOTES}; otherwise delete it',
    ),
    "merge-key": (
        '"<<" stands here as the name of a field; taking fields over from elsewhere is not supported',
        "write the fields out here",
    ),
    "duplicate-field": ('the field "{0}" is written twice here; the first is in line {1}', _COUNT),
    "strange-character": ("a backslash code is used in this text: {0}", "delete the code"),
}
"""By kind of finding in the tree: the sentence and the hint, with places for what is specific."""

FAULT_WORDS: dict[str, tuple[str, str]] = {
    "second-document": (
        "a second document begins here; a file holds one record",
        "delete the ---, or put what follows into a file of its own",
    ),
    "tab": (
        "a tab is used to indent this line",
        "use spaces instead of the tab; most editors can do that for you",
    ),
    "tabs": (
        "tabs are used to indent this line and {0} more below it",
        "use spaces instead of the tabs; most editors can do that for you",
    ),
    "colon": (
        "a second colon stands in this line, and YAML takes it for the beginning of a field",
        "if the colon belongs to the text, put the whole text in quotes{0}",
    ),
    "colon-curly": (
        "a second colon stands in this line, and curly marks do not keep a text together",
        "use straight quotation marks around the whole text{0}",
    ),
    "colon-in-text": (
        "a colon stands in this text, and YAML takes it for the end of a field name",
        "if the colon belongs to the text, put the whole text in quotes; if a field begins here, check its indentation",
    ),
    "deeper": (
        "this line is indented deeper than the line above it allows",
        "line it up with the fields it belongs to",
    ),
    "below-text": (
        'this line is indented as a part of "{0}", which holds a text already',
        "line it up with the fields it belongs to; or give that text a line and a name of its own, such as text: ...",
    ),
    "indentation": (
        "the indentation of this line fits neither the lines above nor those below",
        "line it up with the fields or entries it belongs to",
    ),
    "no-colon": (
        "this line stands where a field begins, but has no colon after its name",
        "write {0}; if the line goes on with the text above, indent it deeper",
    ),
    "no-name": (
        "the name of a field is missing before this colon",
        "write the name before the colon; if the colon belongs to a text, put the whole text in quotes",
    ),
    "no-space-after-colon": ("a space is missing after the colon", "write {0}"),
    "no-space-after-dash": ("a space is missing after the dash", "write {0}"),
    "no-dash": (
        "this line stands in a list but does not begin with a dash",
        'begin it with "- ", or line it up with the field it belongs to',
    ),
    "not-a-field": (
        "this line is not a field: it has no colon after a name",
        "write it as 'name: text', or indent it deeper if it goes on with the text above",
    ),
    "quote-open": (
        "a quotation mark is opened here and not closed",
        "close it at the end of the text{0}",
    ),
    "quote-curly": (
        "this text is opened with {0} and ends with {1}, which does not close it",
        "write {0} at the end instead",
    ),
    "quote-closed": (
        "the text in quotes ends at this mark, but more follows it",
        "put quotes around the whole text{0}",
    ),
    "apostrophe": (
        "this apostrophe ends the text, because the text is in single quotes",
        "put the whole text in double quotes{0}",
    ),
    "bracket-open": (
        '"{0}" is opened here and not closed',
        'close it with "{1}"; if the text begins with "{0}", put it in quotes',
    ),
    "bracket-inside": (
        'between "{0}" and "{1}" something is wrong here, such as a missing comma',
        "write one entry a line, each with '- ' before it; put text with commas, colons or brackets in quotes",
    ),
    "bracket-comma": (
        'a comma is missing before "{0}"',
        "put a comma in front of it, or write each field on a line of its own; a text with a colon goes in quotes",
    ),
    "bracket-text": (
        'this text begins with "{0}", and YAML takes that for a list or a group of fields',
        "put the whole text in quotes{2}",
    ),
    "bad-start": ('text cannot begin with "{0}" without quotes', "put the whole text in quotes{1}"),
    "percent-line": ('a line cannot begin with "%"', "indent it deeper, or put the text in quotes"),
    "escape": (
        "this backslash begins a code that does not exist, or is not complete",
        "put the text in single quotes, where a backslash is a backslash, or write two",
    ),
    "list-here": (
        "a list entry begins here where no list can stand",
        "put it on a line of its own below the name of the field; if it is text, put it in quotes",
    ),
    "entry-in-text": (
        "this line begins with a dash, but is read as part of the text above it",
        "line it up with the other entries; if it goes on with the text above, put that in quotes",
    ),
    "after-end": ("this line does not belong to anything above", "line it up with the fields it belongs to"),
    "stray": ("this does not fit here", "if it belongs to a text, put the whole text in quotes"),
    "unreadable": (
        "this line cannot be read",
        "if it is text, put it in quotes; otherwise compare it with the lines around it",
    ),
}
"""By kind of fault in the text: the sentence and the hint, with places for what is specific."""


def in_quotes(text: str, *, longest: int = 60) -> str:
    """Show a text the way it would be written in quotes, ready to follow a hint; empty if it is too long for that."""
    text = text.strip()
    if not text or len(text) > longest or "\\" in text:
        return ""
    if '"' not in text:
        return f': "{text}"'
    return f": '{text}'" if "'" not in text else ""
