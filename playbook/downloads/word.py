"""A paper as a .docx file: headings, lists, tables and blanks that anybody's word processor opens.

Made with python-docx and packed anew with fixed times, so that the same paper is the same bytes
on every day. Nothing in it names a person or a computer.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token

from playbook.downloads.sheet import Sheet, SheetPart

__all__ = ["word_file"]

_PARSER = MarkdownIt("commonmark", {"html": False}).disable("image")
_BLANK = re.compile(r"(\[[^\[\]\n]{1,200}\])")
_FIXED = (1980, 1, 1, 0, 0, 0)
_EARLIEST = datetime.date(2000, 1, 1)
_STYLES = {"Table Grid", "Normal Table"}
"""Looks of tables that stay."""
_UNUSED = {"stylesWithEffects", "thumbnail", "customXml", "webSettings"}
"""Parts of the empty document that no paper needs."""
_GREY = RGBColor(0x42, 0x50, 0x5C)
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@lru_cache(maxsize=256)  # the live preview asks for the same papers again and again
def word_file(sheet: Sheet) -> bytes:
    """The bytes of the file."""
    document = Document(io.BytesIO(_base()))
    _properties(document, sheet)
    document.add_paragraph(_clean(sheet.organisation), style="Subtitle")
    document.add_heading(_clean(sheet.title), level=1)
    if sheet.greeting:
        _words(document.add_paragraph(), sheet.greeting)
    for part in sheet.parts:
        _part(document, part)
    _prose(document, sheet.closing)
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run(_clean(f"{sheet.title}. {sheet.note}")).font.size = Pt(8)
    return _repacked(_saved(document))


@lru_cache(maxsize=1)
def _base() -> bytes:
    """An empty paper with our looks, made once: of a hundred styles that come along, few are used."""
    document = Document()
    _looks(document)
    styles = document.styles.element
    for style in list(styles.style_lst):
        if style.name_val not in _STYLES and style.type == WD_STYLE_TYPE.TABLE:
            styles.remove(style)
    for rels in (document.part.rels, document.part.package.rels):
        for id_ in [id_ for id_, rel in rels.items() if rel.reltype.rpartition("/")[2] in _UNUSED]:
            rels.pop(id_)
    return _saved(document)


def _saved(document: Doc) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _looks(document: Doc) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.15
    for name, size, before in (("Heading 1", 17, 4), ("Heading 2", 12, 11), ("Subtitle", 10, 0)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.italic = "Arial", Pt(size), False
        style.font.bold = name != "Subtitle"
        style.font.color.rgb = _GREY if name == "Subtitle" else RGBColor(0, 0, 0)
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # they would win over the name
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:hAnsi"), "Arial")
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        style.paragraph_format.keep_with_next = True


def _properties(document: Doc, sheet: Sheet) -> None:
    about, day = document.core_properties, sheet.date or _EARLIEST
    moment = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC).replace(tzinfo=None)
    about.title, about.author = _clean(sheet.title)[:250], _clean(sheet.organisation)[:250]
    about.last_modified_by, about.comments, about.revision = "", "", 1
    about.created = about.modified = moment
    about.language = "en-GB"


def _part(document: Doc, part: SheetPart) -> None:
    if part.title:
        document.add_heading(_clean(part.title), level=2)
    for paragraph in _prose(document, part.text):
        paragraph.paragraph_format.keep_with_next = bool(part.columns or part.lines)
    if part.columns:
        _table(document, part)
    for _ in range(part.lines):
        _ruled(document.add_paragraph())
    if part.lines:
        _gap(document)


def _prose(document: Doc, text: str) -> list[Paragraph]:
    """Paragraphs and lists of simple Markdown."""
    lists: list[str] = []
    made: list[Paragraph] = []
    first = False
    for token in _PARSER.parse(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append("List Bullet" if token.type.startswith("bullet") else "List Number")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            first = True
        elif token.type == "inline":
            style = (lists[-1] if first else "List Continue") if lists else None
            paragraph = document.add_paragraph(style=style)
            if lists:
                paragraph.paragraph_format.space_after = Pt(3)
            _inline(paragraph, token.children or [])
            made.append(paragraph)
            first = False
        elif token.type in ("fence", "code_block"):
            made.append(document.add_paragraph(_clean(token.content.rstrip("\n"))))
    return made


def _inline(paragraph: Paragraph, tokens: list[Token]) -> None:
    bold = italic = False
    targets: list[str] = []
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold = token.type == "strong_open"
        elif token.type in ("em_open", "em_close"):
            italic = token.type == "em_open"
        elif token.type == "link_open":
            targets.append(str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            _words(paragraph, f" ({targets.pop()})")
        elif token.type in ("softbreak", "hardbreak"):
            paragraph.add_run().add_break() if token.type == "hardbreak" else paragraph.add_run(" ")
        else:
            _words(paragraph, token.content, bold=bold, italic=italic)


def _words(paragraph: Paragraph, text: str, *, bold: bool = False, italic: bool = False) -> None:
    """Words, with every [blank] on a grey ground, so that none is overlooked."""
    for piece in _BLANK.split(_clean(text)):
        if piece:
            run = paragraph.add_run(piece)
            run.bold, run.italic = bold or None, italic or None
            if _BLANK.fullmatch(piece):
                shade = OxmlElement("w:shd")
                shade.set(qn("w:val"), "clear")
                shade.set(qn("w:fill"), "E3E7EA")
                run._r.get_or_add_rPr().append(shade)


def _table(document: Doc, part: SheetPart) -> None:
    table = document.add_table(rows=1 + part.rows, cols=len(part.columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    for cell, name in zip(table.rows[0].cells, part.columns, strict=True):
        run = cell.paragraphs[0].add_run(_clean(name))
        run.bold = True
        cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # read aloud, and again on a new page
    for row in table.rows[1:]:
        row.height = Cm(1.1)
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    _gap(document)


def _gap(document: Doc) -> None:
    """A little room, so that a table or the last line does not touch what follows."""
    room = document.add_paragraph().paragraph_format
    room.space_after, room.line_spacing = Pt(0), Pt(6)


def _ruled(paragraph: Paragraph) -> None:
    """One empty line to write on."""
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):  # without "between", equal neighbours share one line
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "697886")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = paragraph._p.get_or_add_pPr()
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0), Pt(25)
    # the format wants its parts in one order: borders before spacing
    properties.insert(list(properties).index(properties.find(qn("w:spacing"))), borders)


def _clean(text: str) -> str:
    """Words without the signs that a word processor's format cannot hold."""
    return _UNREADABLE.sub("", text)


def _repacked(data: bytes) -> bytes:
    """The same parts in the same order, each with a fixed time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name, content in _parts(old):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            new.writestr(entry, content, compresslevel=6)
    return packed.getvalue()


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in archive.namelist():
        yield name, archive.read(name)
