"""Plain words for what a YAML parser says: one sentence, the right place, what to do.

The parser speaks of tokens and mappings; an author thinks in lines, colons,
quotes and indentation. Used by ``yaml_source`` only.
"""

from __future__ import annotations

from typing import Any

import yaml

from playbook.problems import Location, Problem

__all__ = ["explain_yaml_error"]

_QUOTES = "put the whole text in double quotes"

# (part of the parser's words, what we say, what to do, whether the fault began at the parser's context)
_MEANINGS: tuple[tuple[str, str, str, bool], ...] = (
    ("mapping values are not allowed", "a colon stands here where no field can begin",
     f"if the colon belongs to the text, {_QUOTES}; if this is a field, check its indentation", False),
    ("could not find expected ':'", "this line is not a field: it has no colon after a name",
     "write it as 'name: text', or indent it as part of the text above", True),
    ("found unexpected end of stream", "a quotation mark is opened here and never closed",
     "close it, or use two single quotes inside single-quoted text", True),
    ("found unknown escape character", "a backslash in double quotes starts a special character that does not exist",
     "use single quotes, or write two backslashes", False),
    ("did not find expected hexdecimal number", "a backslash code in double quotes is not complete",
     "use single quotes, or write two backslashes", False),
    ("invalid unicode character escape", "a backslash code in double quotes names no character",
     "type the character itself", False),
    ("did not find expected ',' or ']'", "a list in square brackets is not closed, or a comma is missing",
     "write one entry a line, each with '- ' before it", True),
    ("did not find expected ',' or '}'", "a group of fields in braces is not closed, or a comma is missing",
     "write one field a line, without braces", True),
    ("did not find expected '-' indicator", "this line stands in a list but does not begin with '- '",
     "begin it with '- ', or move it to the indentation of the field it belongs to", False),
    ("did not find expected key", "this line does not fit here: wrong indentation, or text after a closed quote",
     f"line it up with the fields above; if it is text with quotes or a # in it, {_QUOTES}", False),
    ("block sequence entries are not allowed", "a list entry begins here where no list can stand",
     "put it on a line of its own below the field name", False),
    ("did not find expected the document start", "text stands here after the end of the record",
     "line it up with the fields above", False),
    ("did not find expected <document start>", "text stands here after the end of the record",
     "line it up with the fields above", False),
    ("block mapping keys are not allowed", "a field begins here where none can stand",
     "put it on a line of its own", False),
    ("found undefined tag handle", "text begins with '!'", _QUOTES, False),
    ("found undefined alias", "text begins with '*'", _QUOTES, False),
    ("did not find the expected ... alphabetic", "text begins with '&' or '*'", _QUOTES, False),
    ("did not find expected alphabetic", "text begins with '&' or '*'", _QUOTES, False),
    ("found a tab character", "a tab is used to indent this line", "use spaces instead of the tab", False),
    ("found duplicate %YAML", "a line beginning with % stands here", _QUOTES, False),
)


def explain_yaml_error(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """Say in an author's words what the parser stumbled over, and where."""
    said = str(getattr(error, "problem", "") or error).lower()
    mark = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    if "cannot start any token" in said:
        return _bad_start(file, text, mark)
    for part, message, hint, at_context in _MEANINGS:
        if part.lower() in said:
            place = begun if at_context and begun is not None else mark
            return Problem("yaml-syntax", message, _place(file, text, place), hint)
    message = "this line cannot be read as YAML"
    return Problem("yaml-syntax", message, _place(file, text, mark or begun), f"if it is text, {_QUOTES}")


def _bad_start(file: str, text: str, mark: Any) -> Problem:
    at = _place(file, text, mark)
    line = text.split("\n")[at.line - 1]
    char = line[at.column - 1 : at.column]
    if char == "\t" or (char.isspace() and "\t" in line):
        message, hint = "a tab is used to indent this line", "use spaces instead of the tab"
        column = line.index("\t") + 1
        return Problem("yaml-syntax", message, Location(file, at.line, column), hint)
    message = f'text cannot begin with "{char}" without quotes'
    return Problem("yaml-syntax", message, at, _QUOTES)


def _place(file: str, text: str, mark: Any) -> Location:
    """A mark behind the last line means the end of the last line that says something."""
    if mark is None:
        return Location(file)
    lines = text.split("\n")
    line, column = mark.line, mark.column
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = len(lines[line].rstrip())
    return Location(file, line + 1, min(column, len(lines[line])) + 1)
