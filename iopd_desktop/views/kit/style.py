"""The style sheet for what the palette cannot say, and how the program wears a scheme."""

from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from iopd_desktop.views.kit.colours import Scheme, palette, wished
from iopd_desktop.views.kit.steps import px

_FRAME = """
QMenuBar {{ background: {chrome}; padding: 2px {p12}px; }}
QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {surface}; border: 1px solid {line2}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 26px; border-radius: 4px; color: {text}; }}
QMenu::item:selected {{ background: {soft}; color: {text}; border: 1px solid {soft_edge}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 6px; }}
QToolTip {{ background: {text}; color: {surface}; border: 0; padding: 4px 6px; }}
QWidget[ground="surface"] {{ background: {surface}; }}
QWidget[ground="chrome"] {{ background: {chrome}; }}
QWidget[ground="warn"] {{ background: {warn_soft}; border: 0; }}
QWidget[ground="bad"] {{ background: {bad_soft}; border: 0; }}
QLabel {{ background: transparent; }}
QLabel[ink="text2"] {{ color: {text2}; }}
QLabel[ink="text3"] {{ color: {text3}; }}
QLabel[ink="ok"] {{ color: {ok}; }}
QLabel[ink="warn"] {{ color: {warn}; }}
QLabel[ink="bad"] {{ color: {bad}; }}
QLabel[ink="accent"] {{ color: {accent}; }}
QFrame[panel="true"] {{ background: {surface}; border: 1px solid {line2}; border-radius: 10px; }}
QLabel[cap="true"] {{ background: {hover}; color: {text}; border-radius: 4px; padding: 2px 6px; }}
QFrame[rule="line"] {{ background: {line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[rule="line2"] {{ background: {line2}; border: 0; max-height: 1px; min-height: 1px; }}
QSplitter::handle {{ background: {line2}; }}
QSplitter::handle:hover {{ background: {accent}; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; border: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0; border: 0; }}
QScrollBar::handle {{ background: {line2}; border-radius: 3px; margin: 3px; min-width: {p28}px; min-height: {p28}px; }}
QScrollBar::handle:hover {{ background: {control}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {track}; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
"""

_BUTTONS = """
QPushButton {{ background: {surface}; color: {text}; border: 1px solid {line2}; border-radius: 5px;
  padding: 0 {p10}px; min-height: {p26}px; }}
QPushButton:hover {{ background: {row_hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {soft}; }}
QPushButton:disabled {{ color: {control}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 0 {p9}px; min-height: {p24}px; }}
QPushButton[look="primary"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent};
  font-weight: 600; padding: 0 {p12}px; }}
QPushButton[look="primary"]:hover {{ border-color: {text}; }}
QPushButton[look="primary"]:disabled {{ background: {track}; color: {text2}; border-color: {track}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {text}; padding: 0 {p11}px; }}
QPushButton[look="danger"] {{ color: {bad}; }}
QPushButton[look="flat"], QToolButton {{ background: transparent; color: {text2}; border: 1px solid transparent;
  border-radius: 5px; padding: 0 {p8}px; min-height: {p26}px; }}
QToolButton {{ padding: 0; min-height: {p24}px; min-width: {p24}px; }}
QPushButton[look="flat"]:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton[look="flat"]:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 0 {p7}px; }}
QToolButton:focus {{ padding: 0; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[look="link"] {{ background: transparent; color: {accent}; border: 1px solid transparent;
  font-weight: 500; padding: 0 2px; min-height: {p22}px; border-radius: 3px; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border: 2px solid {accent}; padding: 0 1px; }}
QPushButton[look="status"] {{ background: transparent; color: {text2}; border: 1px solid transparent;
  border-radius: 4px; padding: 0 {p6}px; min-height: {p22}px; }}
QPushButton[look="status"]:hover {{ background: {hover}; }}
QPushButton[look="status"]:focus {{ border: 2px solid {accent}; padding: 0 {p5}px; }}
QPushButton[look="filter"] {{ padding: 0 {p10}px; color: {text}; font-weight: 500; }}
QPushButton[look="filter"][used="true"] {{ background: {soft}; border-color: {soft_edge}; color: {text}; }}
QPushButton[look="filter"][used="true"]:focus {{ border-color: {accent}; }}
QPushButton[look="field"] {{ background: {sunken}; border: 0; border-bottom: 1px solid {control}; border-radius: 0;
  text-align: left; padding: 1px {p8}px 0 {p8}px; min-height: {p26}px; }}
QPushButton[look="field"][empty="true"] {{ color: {text3}; }}
QPushButton[look="field"]:disabled {{ background: transparent; border: 0; color: {text}; }}
QPushButton[look="field"][empty="true"]:disabled {{ color: transparent; }}
QPushButton[look="field"]:focus {{ background: {surface}; border: 2px solid {accent}; border-radius: 3px;
  padding: 0 {p6}px; min-height: {p24}px; }}
QPushButton[look="segment"] {{ background: transparent; border: 1px solid transparent; color: {text2}; }}
QPushButton[look="segment"]:checked {{ background: {surface}; border-color: {line2}; color: {text};
  font-weight: 600; }}
QPushButton[look="segment"]:focus {{ border: 2px solid {accent}; }}
"""

_FIELDS = """
QLineEdit, QPlainTextEdit {{ background: {sunken}; color: {text}; border: 0; border-bottom: 1px solid {control};
  border-top-left-radius: 3px; border-top-right-radius: 3px; padding: 2px {p6}px 1px {p6}px;
  selection-background-color: {accent}; selection-color: {on_accent}; placeholder-text-color: {text3}; }}
QLineEdit {{ min-height: {p24}px; }}
QPlainTextEdit {{ padding: 4px {p4}px 3px {p4}px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ background: {surface}; border: 2px solid {accent}; border-radius: 3px;
  padding: 0 {p4}px; }}
QPlainTextEdit:focus {{ padding: 2px {p2}px; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ background: {bad_soft}; border-bottom: 2px solid {bad};
  padding-bottom: 0; }}
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus {{ border: 2px solid {bad}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: transparent; border: 0; }}
QLineEdit:disabled {{ background: transparent; border: 0; color: {text}; }}
QLineEdit[look="search"] {{ background: {surface}; border: 1px solid {control}; border-radius: 5px;
  padding: 0 {p8}px; min-height: {p26}px; }}
QLineEdit[look="search"]:focus {{ border: 2px solid {accent}; padding: 0 {p7}px; min-height: {p24}px; }}
QLineEdit[look="desk"] {{ background: {surface}; border: 2px solid {accent}; border-radius: 5px;
  padding: 0 {p16}px; min-height: {p40}px; }}
QLineEdit[look="entry"] {{ background: transparent; border: 0; padding: 0; }}
QTreeView, QTableView, QListView {{ background: {surface}; border: 0; outline: 0;
  selection-background-color: {soft}; selection-color: {text}; }}
QHeaderView {{ background: {surface}; border: 0; }}
QHeaderView::section {{ background: {surface}; border: 0; color: {text3}; }}
QTableCornerButton::section {{ background: {surface}; border: 0; }}
QDialog {{ background: {surface}; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {line2}; padding: 4px;
  selection-background-color: {soft}; selection-color: {text}; }}
"""


def sheet(colours: Scheme) -> str:
    """The whole style sheet in one scheme's colours, with measures grown with the text."""
    roles = {name: getattr(colours, name) for name in colours.__dataclass_fields__}
    roles["soft_edge"] = colours.edge("soft", "accent")
    measures = {f"p{n}": px(n) for n in range(1, 41)}
    return (_FRAME + _BUTTONS + _FIELDS).format(**roles, **measures, bar=min(px(12), 16))


def dress(app: QApplication, colours: Scheme | None = None) -> None:
    """Let the program wear a scheme, what the system asks for unless one is named."""
    worn = colours or wished()
    if app.property("fusion") is None:  # another style object under windows that are going away has crashed Qt
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setProperty("fusion", True)
    app.setPalette(palette(worn))
    if app.styleSheet() != (wanted := sheet(worn)):  # Qt puts even the same one on every widget again, for seconds
        app.setStyleSheet(wanted)


def say(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and have the widget painted by it."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
