"""The layout of a DOCX: A4, fonts, sizes, numbered pages, and document properties."""

from datetime import UTC
from typing import cast

import docx
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from bot.documents.blocks import Document

FONT, FIXED_FONT = "Times New Roman", "Courier New"
TEXT_WIDTH = 165
"""Millimetres between the margins."""
FACT, CELL, CODE, REMARK = "Fact", "Cell", "Code", "Remark"
SIZES = {FACT: (12, 0, 3), CELL: (9, 1, 1), CODE: (8, 0, 0), REMARK: (9.5, 0, 4)}
"""Styles smaller than the text: the size, and the space above and below, in points."""
LONGEST_PROPERTY = 255
"""The most characters of a core property in python-docx."""


def blank(document: Document) -> DocxDocument:
    """Return an empty DOCX for a document: its page, styles, footer and properties."""
    file = docx.Document()
    _set_styles(file, document.language)
    _set_page(file, document.footer)
    _set_properties(file, document)
    return file


def added(parent: BaseOxmlElement, tag: str, **attributes: str) -> BaseOxmlElement:
    """Return a new WordprocessingML element in `parent`, which python-docx does not offer."""
    child = cast("BaseOxmlElement", OxmlElement(tag))
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), value)
    parent.append(child)
    return child


def _set_styles(file: DocxDocument, language: str) -> None:
    styles = file.styles
    normal = cast("ParagraphStyle", styles["Normal"])
    _set_font(normal, FONT, 12)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1
    for mark in styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)
    for name, (size, above, below) in SIZES.items():
        style = cast("ParagraphStyle", styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        style.base_style = normal
        _set_font(style, FIXED_FONT if name == CODE else FONT, size)
        style.paragraph_format.space_before = Pt(above)
        style.paragraph_format.space_after = Pt(below)
        style.paragraph_format.line_spacing = 1.0
    for name, size in (("Heading 1", 15), ("Heading 2", 12.5), ("Heading 3", 11.5)):
        style = cast("ParagraphStyle", styles[name])
        _set_font(style, FONT, size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14), Pt(6)
        if name == "Heading 1":
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _set_font(style: ParagraphStyle, name: str, size: float) -> None:
    """Set a font for every script; python-docx alone sets it for Latin letters only."""
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _set_page(file: DocxDocument, footer: str) -> None:
    """Set the margins usual for official papers, with room for punched holes."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    line = section.footer.paragraphs[0]
    line.style = REMARK
    line.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{footer}\t")
    _add_field(line, "PAGE")
    line.add_run(" / ")
    _add_field(line, "NUMPAGES")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that the reader's program fills in, such as the page number."""
    run = paragraph.add_run()._r  # noqa: SLF001  no other door to it
    added(run, "w:fldChar", fldCharType="begin")
    added(run, "w:instrText").text = instruction
    added(run, "w:fldChar", fldCharType="end")


def _set_properties(file: DocxDocument, document: Document) -> None:
    properties = file.core_properties
    properties.title = document.title[:LONGEST_PROPERTY]
    properties.author = document.author[:LONGEST_PROPERTY]
    properties.language = document.language
    properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = document.dated.astimezone(UTC).replace(tzinfo=None)
