"""The whole handbook in one HTML file: every page in it, one shown at a time, all of them without a script."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from html.parser import HTMLParser

from playbook.bundled import site_config_dir
from playbook.carried import SINGLE_FILE
from playbook.portable.links import Attributes, landing, pages_of, rewrite, settings_text

__all__ = ["single_file"]

_NAMED_BY = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "data-pb-start"}

_TYPES = {
    "csv": "text/csv",
    "gif": "image/gif",
    "ics": "text/calendar",
    "jpg": "image/jpeg",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
}
"""What a file is by the end of its name: a table of ours, because that of a system differs from the next one's."""


def single_file(files: Mapping[str, bytes]) -> bytes:
    """One HTML file from a finished site, given by path; the same files give the same bytes."""
    pages = {address: _Parts(text) for address, text in pages_of(files).items()}
    bodies = {address: parts for address, parts in pages.items() if parts.body}  # not those that only lead on
    home = bodies[""]
    shared = Counter(id_ for parts in bodies.values() for id_ in set(parts.ids))
    sections = [_section(address, parts, bodies, shared, files) for address, parts in bodies.items()]
    before, after = (rewrite(part, _changer("", bodies, shared, files)) for part in (home.before, home.after))
    styles = "\n".join(
        files[path].decode() for path in _loaded((_path(link, "") for link in home.styles), files)
    )
    scripts = [files[path].decode() for path in _loaded(_every_script(bodies), files)]
    scripts.append((site_config_dir() / "portable/one.js").read_text(encoding="utf-8"))
    policy = (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {_hash(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    head = (
        f'<meta charset="utf-8">{SINGLE_FILE.mark.decode()}<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f'<meta name="color-scheme" content="light dark"><title>{html.escape(home.title)}</title>'
        f"<style>{styles}</style>"
    )
    first, rest = scripts[0], scripts[1:]
    whole = [
        f'<!doctype html>\n<html lang="{html.escape(home.lang)}" class="no-js">\n<head>{head}<script>{first}</script></head>\n',
        before,
        *sections,
        after,
        *(f"<script>{script}</script>\n" for script in rest),
        "</body>\n</html>\n",
    ]
    return "".join(whole).encode()


class _Parts(HTMLParser):
    """A finished page in three parts: what stands before its own words, they themselves, and what follows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.title = self.lang = ""
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self.ids: list[str] = []
        self._marks: list[int] = []
        self._depth = 0
        self._in_title = False
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.feed(text)
        start, first, last, end = self._marks if len(self._marks) == 4 else (0, 0, 0, 0)
        self.before, self.body, self.after = text[start:first], text[first:last], text[last:end]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        found = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title" and not self.title
        if tag == "html":
            self.lang = found.get("lang", "en")
        elif tag == "body":
            self._marks.append(self._here())
        elif tag == "link" and "stylesheet" in found.get("rel", ""):
            self.styles.append(found.get("href", ""))
        elif tag == "script" and found.get("src") and "data-pb-worker" not in found:
            self.scripts.append(found["src"])
        elif tag == "div" and (self._depth or "pb-page" in found.get("class", "").split()):
            if not self._depth:
                self._marks.append(self._here())
            self._depth += 1
        if self._depth and "id" in found:
            self.ids.append(found["id"])
        if settings := found.get("data-pb-settings"):
            self.scripts += _scripts_in(json.loads(settings))

    def handle_data(self, data: str) -> None:
        """Note the title."""
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        """Note where the page's own words end."""
        self._in_title = False
        if tag == "body":
            self._marks.append(self._here())
        elif tag == "div" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._marks.append(self._here() + len("</div>"))

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column


def _scripts_in(value: object) -> list[str]:
    if isinstance(value, dict):
        return [script for part in value.values() for script in _scripts_in(part)]
    return [value] if isinstance(value, str) and value.endswith(".js") else []


def _every_script(pages: Mapping[str, _Parts]) -> list[str]:
    """What pages load themselves and what their settings name for later, which comes before those that use it."""
    own = [_path(link, address) for address, parts in pages.items() for link in parts.scripts]
    first, *others = dict.fromkeys(own)
    box = [path for path in others if "/box." in path or "/finder." in path]
    return [first, *(path for path in others if path not in box), *box]


def _path(link: str, page: str) -> str:
    found = landing(link, page)
    return found[0] if found else ""


def _loaded(paths: Iterable[str], files: Mapping[str, bytes]) -> list[str]:
    return [path for path in paths if path in files]


def _name(address: str) -> str:
    """The id of a page in the file; no page has an id with two dots in it, and no address ends in a dot alone."""
    return f"page..{address.rstrip('/') or '.'}"


def _section(
    address: str,
    parts: _Parts,
    pages: Mapping[str, _Parts],
    shared: Mapping[str, int],
    files: Mapping[str, bytes],
) -> str:
    title = html.escape(parts.title)
    body = rewrite(parts.body, _changer(address, pages, shared, files))
    return f'<section class="pb-one" id="{_name(address)}" data-pb-title="{title}" tabindex="-1">\n{body}\n</section>\n'


def _changer(
    page: str, pages: Mapping[str, _Parts], shared: Mapping[str, int], files: Mapping[str, bytes]
) -> Callable[[str, Attributes], Attributes]:
    """How each tag of one page changes when the page stands among others in one file."""

    def own(id_: str, address: str) -> str:
        return f"{_name(address)}..{id_}" if shared.get(id_, 0) > 1 else id_

    def target(link: str) -> str:
        if link.startswith("#") and len(link) > 1:
            return f"#{own(link[1:], page)}" if link[1:] in pages[page].ids else link
        found = landing(link, page)
        if found is None or found[0] not in pages:
            return link
        address, place = found
        if place and place not in pages[address].ids:
            return f"#{place}"  # what a script keeps behind the sign
        return f"#{own(place, address)}" if place else f"#{_name(address)}"

    def change(tag: str, attributes: Attributes) -> Attributes:
        path = _path(attributes.get("src") or attributes.get("href") or "", page)
        if tag == "img" and path in files:
            attributes["src"] = _data(path, files[path])
        elif tag == "a" and path in files:  # a sheet to fill in, a calendar
            attributes |= {"href": _data(path, files[path]), "download": path.rpartition("/")[2]}
        for name in {"href", "data-pb-card"} & attributes.keys():
            attributes[name] = target(attributes[name] or "")
        if "data-pb-newest" in attributes:  # a copy to carry has no newer edition to look for
            del attributes["href"]
        if "id" in attributes:
            attributes["id"] = own(attributes["id"] or "", page)
        for name in _NAMED_BY & attributes.keys():
            attributes[name] = " ".join(own(id_, page) for id_ in (attributes[name] or "").split())
        if settings := attributes.get("data-pb-settings"):
            attributes["data-pb-settings"] = settings_text(settings, target)
        return attributes

    return change


def _data(path: str, content: bytes) -> str:
    kind = _TYPES.get(path.rpartition(".")[2], "application/octet-stream")
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
