"""The handbook as virtual pages of MkDocs (and of ProperDocs, which runs the same plugin).

A thin adapter: it gives the host our pages, theme parts and navigation, passes problems on
as the host's warnings, and fails loudly when the host lost a page. Nobody imports it; the
host finds it by its name, ``playbook``. ``plugin`` answers the host's events, ``host``
changes the host's settings, ``pages`` are its files.
"""

from playbook.mkdocs_plugin.plugin import PlaybookConfig, PlaybookPlugin

__all__ = ["PlaybookConfig", "PlaybookPlugin"]
