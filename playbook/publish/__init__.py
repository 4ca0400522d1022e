"""Publish a finished folder: wholly the old edition or wholly the new one, at every moment.

``publish`` is the way in for a finished site, ``update_folder`` for a docs folder that other
programs read. ``places`` refuses folders that are not ours, ``lock`` lets one
build run at a time, ``staging`` builds beside the published folder, ``exchange`` switches
the two, ``manifest`` remembers which files are ours.
"""

from playbook.publish.exchange import no_exchange
from playbook.publish.folder import replace_file, update_folder
from playbook.publish.manifest import MANIFEST_NAME, forget_tree, published_files, remember_tree
from playbook.publish.places import unsafe_export
from playbook.publish.staging import Published, publish

__all__ = [
    "MANIFEST_NAME",
    "Published",
    "forget_tree",
    "no_exchange",
    "publish",
    "published_files",
    "remember_tree",
    "replace_file",
    "unsafe_export",
    "update_folder",
]
