"""The finished handbook to carry: a zip of flat pages, or one HTML file; both open without a server.

Works on finished files, whoever made them. ``links`` rewrites addresses in a page, ``flat`` gives
every page a plain name in one folder, ``single`` puts all pages into one file.
"""

from playbook.portable.flat import zip_of
from playbook.portable.single import single_file

__all__ = ["single_file", "zip_of"]
