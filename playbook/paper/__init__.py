"""Packs for paper: whole documents of cards, lists or pages, as one HTML file or as tagged PDF.

The front door of this package.
"""

from __future__ import annotations

from playbook.paper.browser import find_browser, print_pdf
from playbook.paper.documents import SHEETS, Document, documents

__all__ = ["SHEETS", "Document", "documents", "find_browser", "print_pdf"]
