"""How our paper looks: the one gateway to reportlab, with the measures, fonts, tables, forms and pages of the house.

A report's story yields blocks made by the names below and speaks to the `Page` it is given for everything that is
not a block: running heads, new pages, columns. Nothing here imports reportlab before a page is drawn.
"""

from iopd_desktop.reports.page.beside import SideBySide, Tinted, signature_lines, writing_lines
from iopd_desktop.reports.page.blocks import (
    Block,
    Drawing,
    Gap,
    Item,
    Text,
    Together,
    band,
    lede,
    note,
    paragraph,
    paragraph_head,
    paragraphs,
    section,
    title,
)
from iopd_desktop.reports.page.book import Leaf, Page, Running
from iopd_desktop.reports.page.charts import Counted, bars, largest, nothing, parts, together
from iopd_desktop.reports.page.figures import Bar, key_figures
from iopd_desktop.reports.page.form import Line, Tick, check, choice, corner_marks, field, qr, radio, told
from iopd_desktop.reports.page.ink import Ink
from iopd_desktop.reports.page.measures import MM, Shape, Style
from iopd_desktop.reports.page.qr_code import qr_matrix
from iopd_desktop.reports.page.setting import text_width, widest, wrapped, wrapped_within
from iopd_desktop.reports.page.table import Cell, Clipped, Column, Row, Table, facts

__all__ = [
    "MM",
    "Bar",
    "Block",
    "Cell",
    "Clipped",
    "Column",
    "Counted",
    "Drawing",
    "Gap",
    "Ink",
    "Item",
    "Leaf",
    "Line",
    "Page",
    "Row",
    "Running",
    "Shape",
    "SideBySide",
    "Style",
    "Table",
    "Text",
    "Tick",
    "Tinted",
    "Together",
    "band",
    "bars",
    "check",
    "choice",
    "corner_marks",
    "facts",
    "field",
    "key_figures",
    "largest",
    "lede",
    "note",
    "nothing",
    "paragraph",
    "paragraph_head",
    "paragraphs",
    "parts",
    "qr",
    "qr_matrix",
    "radio",
    "section",
    "signature_lines",
    "text_width",
    "title",
    "together",
    "told",
    "widest",
    "wrapped",
    "wrapped_within",
    "writing_lines",
]
