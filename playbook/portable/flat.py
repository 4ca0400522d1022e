"""A zip whose pages lie side by side under plain names: it opens from any folder, without a server."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from playbook.bundled import site_config_dir
from playbook.carried import ZIP
from playbook.portable.links import Attributes, landing, pages_of, rewrite, settings_text

__all__ = ["FLAT_POLICY", "flat_files", "flat_name", "zip_of"]

_ADDRESSES = {"href", "src", "data-pb-card"}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold: the same handbook gives the same bytes
FLAT_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; "
    "img-src 'self' file: data:; base-uri 'none'; form-action 'none'"
)
"""The policy of a page in a folder: a browser may not take a file beside it for the site's own."""

_GO = "assets/go.js"


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """The zip of a finished site, given by path; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.comment = ZIP.mark
        for path, content in sorted(flat_files(files).items()):
            entry = zipfile.ZipInfo(f"handbook/{path}", _FIRST_DAY)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def flat_name(address: str) -> str:
    """The name of a page: ``cards/ab12cd/`` is ``cards_ab12cd.html``, the home page ``index.html``.

    No two addresses share a name: "_" stands for a slash alone, and a page called index is ``index_.html``.
    ``go.js`` makes the same names.
    """
    path = address.rstrip("/")
    name = path.replace("=", "=3d").replace("_", "=5f").replace("/", "_")
    return f"{name}_.html" if name.lower() == "index" else f"{name or 'index'}.html"


def flat_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pages under their plain names, and the files they use; nothing that only a server needs."""
    pages = pages_of(files)
    names = {address: flat_name(address) for address in pages}
    if len(set(names.values())) < len(pages):
        raise ValueError("two pages have one name")
    found = {path: content for path, content in files.items() if _is_used(path)}
    flat = {names[address]: _flat(text, address, names, files).encode() for address, text in pages.items()}
    go = (site_config_dir() / "portable/go.js").read_bytes()
    return found | flat | {_GO: go}


def _is_used(path: str) -> bool:
    of_server = path.startswith(
        ("assets/offline.", "assets/playbook/offline.", "offline-worker", "_headers", "robots", "sitemap")
    )
    return not of_server and not path.endswith(".html") and not path.startswith(".")


def _flat(text: str, page: str, names: Mapping[str, str], files: Mapping[str, bytes]) -> str:
    def target(link: str) -> str:
        found = landing(link, page)
        if found is None:
            return link
        path, place = found
        if path in names:
            return names[path] + (f"#{place}" if place else "")
        return path if path in files else link

    def change(tag: str, attributes: Attributes) -> Attributes:
        for name in _ADDRESSES & attributes.keys():
            attributes[name] = target(attributes[name] or "")
        if settings := attributes.get("data-pb-settings"):
            attributes["data-pb-settings"] = settings_text(settings, target)
        kind = (attributes.get("http-equiv") or "").lower()
        if kind == "content-security-policy":
            attributes["content"] = FLAT_POLICY
        elif kind == "refresh":
            wait, _, link = (attributes.get("content") or "").partition("url=")
            attributes["content"] = f"{wait}url={target(link)}"
        if "data-pb-newest" in attributes:  # a copy to carry has no newer edition to look for
            del attributes["href"]
        if (
            tag == "script" and "data-pb-worker" in attributes
        ):  # keeps pages from a server; here it says where to go
            return {"defer": None, "src": _GO}
        return attributes

    return rewrite(text, change)
