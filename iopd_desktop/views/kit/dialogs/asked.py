"""What the window asks and tells in windows of their own: language, name, place, changes, keys."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.models import by_kind
from iopd_desktop.store.drafts import Draft
from iopd_desktop.views.kit.colours import CHOICES
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import LANGUAGE_OWN_NAMES, _, language, ngettext, number

_WRAPS = 36
"""Columns with so many letters wrap."""
_AT_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


def shown(dialog: Dialog) -> bool:
    """Show a dialog; whether its deed was asked for."""
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


def ask_language(window: Any) -> None:
    """Let the person choose the window's language; the window is built anew in it at once."""
    dialog = Dialog(window, _("Language"), _("Documents and records keep languages of their own."), _("Use it"))
    box = _language_box()
    dialog.put(_("Language of the window"), box)
    if shown(dialog):
        _wear(window, box.currentData(), window.settings.preferences.colours)


def _language_box() -> ChoiceBox:
    box = ChoiceBox(_("Language"))
    for code, name in LANGUAGE_OWN_NAMES.items():
        box.addItem(name, code)
    box.setCurrentIndex(box.findData(language()))
    return box


def _wear(window: Any, code: str, colours: str) -> None:
    """Keep the chosen language and colours; the window is built anew where one of them is another."""
    kept = window.settings.preferences
    if (code, colours) != (language(), kept.colours):
        kept.language, kept.colours = code, colours
        kept.save()
        window.rebuild_wanted.emit(code)


def ask_who(window: Any) -> None:
    """Let another person say their name: changes are signed with it from here on."""
    words = _("Changes are signed with this name. It is no protection: anybody at this laptop can change it.")
    dialog = Dialog(window, _("Who am I"), words, _("Use this name"))
    line = _ask_name(dialog, window)
    if shown(dialog):
        _sign(window, line.text())


def _ask_name(dialog: Dialog, window: Any) -> Line:
    line = dialog.ask(_("Your name"), text=window.store.author)
    line.setFocus()
    line.selectAll()
    dialog.checked_by(lambda: "" if line.text().strip() else _("A name is needed"))
    return line


def _sign(window: Any, name: str) -> None:
    window.store.author = window.settings.preferences.name = name.strip()
    window.settings.preferences.save()


def ask_settings(window: Any) -> None:
    """What this person chose on this laptop: the name that signs changes, the window's language and colours."""
    words = _("These belong to you on this laptop; they are kept beside the database, not in it.")
    dialog = Dialog(window, _("Settings"), words, _("Use them"))
    line, box = _ask_name(dialog, window), _language_box()
    dialog.put(_("Language of the window"), box)
    colours = ChoiceBox(_("Colours"))
    for code, name in CHOICES.items():
        colours.addItem(_(name), code)
    colours.setCurrentIndex(max(0, colours.findData(window.settings.preferences.colours)))
    dialog.put(_("Colours"), colours)
    dialog.explain(_("The size of the text follows the settings of your computer."))
    if shown(dialog):
        _sign(window, line.text())
        _wear(window, box.currentData(), colours.currentData())


def show_whereabouts(window: Any) -> None:
    """Say where the database and its backups stand, and open their folder."""
    from iopd_desktop.store import backups

    path = window.store.path
    kept = backups.listed(path)
    dialog = Dialog(window, _("Where is my data"))
    size = _("{size} MB").format(size=number(round(path.stat().st_size / 2**20, 1)))
    facts(
        dialog,
        [
            (_("Database"), str(path)),
            (_("Size"), size),
            (_("Encrypted"), _("yes") if window.store.encrypted else _("no")),
            (_("Backups"), _("{count} in {folder}").format(count=number(len(kept)), folder=backups.folder(path))),
            (_("Last backup"), f"{kept[0].at.astimezone():%Y-%m-%d %H:%M}" if kept else _("none yet")),
        ],
    )
    if window.store.synchronised:
        dialog.explain(_("The folder is synchronised by {place}: move the database out of it.").format(
            place=window.store.synchronised))  # fmt: skip
    folder = QUrl.fromLocalFile(str(path.parent))
    dialog.offer(button(_("Open folder"), lambda: QDesktopServices.openUrl(folder), icon="folder"))
    shown(dialog)


def show_changes(window: Any) -> None:
    """The last steps of all, each of which can be taken back by itself."""
    dialog = Dialog(window, _("Last changes of all"), _("Each is a step that can be taken back by itself."))

    def take_back(step: str) -> Callable[[], None]:
        def act() -> None:
            dialog.accept()
            window.taking_back.undo(step)

        return act

    rows = []
    for step in window.store.history(limit=100):
        words = ngettext("{count} record", "{count} records", step.rows).format(count=number(step.rows))
        deed = button(_("Take back"), take_back(step.step), look="link", name=f"{_('Take back')}: {step.title}")
        if step.act != "work" or step.undone:
            deed.hide()
        rows.append((f"{step.at.astimezone():%Y-%m-%d %H:%M}" if step.at else "", step.author, step.title, words, deed))
    table(dialog, rows, _("Last changes of all"), 680)
    shown(dialog)


def show_drafts(window: Any) -> None:
    """What was typed and cannot be saved yet, with the way to each."""
    waiting = window.office.records.typed.waiting()
    words = _("Each waits for something to be mended or filled in.") if waiting else _("Everything is saved.")
    dialog = Dialog(window, _("What is not saved yet"), words)
    rows = []
    for draft in waiting:
        record = by_kind(draft.kind)
        title = window.office.records.title(draft.kind, draft.id) if draft.id else _("new")
        names = ", ".join(record.fields[name].label for name in draft.fields if name in record.fields)

        def go(draft: Draft = draft) -> None:
            dialog.accept()
            window.go(draft.kind, draft.id or "")

        rows.append((_(record.label), title, names, button(_("Go there"), go, look="link")))
    if rows:
        table(dialog, rows, _("What is not saved yet"))
    shown(dialog)


def show_help(window: Any) -> None:
    """What the tab in view is for, in a few sentences."""
    tab = window.view.tab
    dialog = Dialog(window, _(tab.label))
    for paragraph in _(tab.help).split("\n"):
        dialog.explain(paragraph)
    shown(dialog)


def show_keys(window: Any) -> None:
    """Every key and what it does."""
    dialog = Dialog(window, _("Keys"))
    table(dialog, window.menus.keys(), _("Keys"))
    shown(dialog)


def facts(dialog: Dialog, *columns: Sequence[tuple[str, str]]) -> None:
    """Add names and what is known of each to a dialog, in one column or in several beside each other."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(16))
    for beside, told in enumerate(columns):
        for place, (name, words) in enumerate(told):
            grid.addWidget(label(name, "small", "text2"), place, 2 * beside)
            said = label(words, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(said, place, 2 * beside + 1)
        grid.setColumnStretch(2 * beside + 1, 1)
    dialog.body.addLayout(grid)


def table(dialog: Dialog, rows: Sequence[Sequence[str | QWidget]], name: str, width: float = 520) -> None:
    """Add rows that scroll to a dialog; `name` is what a screen reader says of them. Long words wrap."""
    wide = min(px(width), dialog.screen().availableGeometry().width() - px(80))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setAccessibleName(name)
    area.setMinimumWidth(wide)
    inside = ground(QWidget(), "surface")
    column, grid = QVBoxLayout(inside), QGridLayout()
    column.setContentsMargins(0, 0, px(8), 0)
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(0)
    shares = _shares(rows)
    for place, row in enumerate(rows):
        for across, cell in enumerate(row):
            if isinstance(cell, str):
                one: QWidget = label(cell, "small", wrap=across in shares)
                one.setContentsMargins(0, px(4), 0, px(4))
            else:
                one = cell
            grid.addWidget(one, place, across, Qt.AlignmentFlag(0) if across in shares else _AT_START)
        fields = any(isinstance(cell, ChoiceBox) for cell in row)
        grid.setRowMinimumHeight(place, px(34 if fields else 25))
    for across, share in shares.items():
        grid.setColumnStretch(across, share)
    column.addLayout(grid)
    column.addStretch(1)
    area.setWidget(inside)
    height = inside.heightForWidth(wide - px(20))
    area.setMinimumHeight(min(px(320), max(px(50), height)))
    dialog.grow(area)


def _shares(rows: Sequence[Sequence[str | QWidget]]) -> dict[int, int]:
    """The columns that wrap, all with long words or the widest, and their shares of the room that is left."""
    longest = [max(len(cell) if isinstance(cell, str) else 0 for cell in column) for column in zip(*rows, strict=False)]
    least = min(_WRAPS, max(longest, default=0))
    return {across: min(count, 2 * _WRAPS) for across, count in enumerate(longest) if count >= least}
