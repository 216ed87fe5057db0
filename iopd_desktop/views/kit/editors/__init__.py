"""An editor for each kind of field: what a person types into becomes a plain value."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Choice, Country, Files, Flag, Fuzzy, Link, Moment, Several
from iopd_desktop.views.kit.editors.base import Editor
from iopd_desktop.views.kit.editors.dates import FuzzyEditor, MomentEditor
from iopd_desktop.views.kit.editors.links import FilesEditor, LinkEditor
from iopd_desktop.views.kit.editors.picked import ChoiceEditor, CountryEditor, FlagEditor, SeveralEditor
from iopd_desktop.views.kit.editors.written import written_editor
from iopd_desktop.views.kit.filter_row import offers_of
from iopd_desktop.views.kit.records import Records

_PLAIN: tuple[tuple[type, type[Editor]], ...] = (
    (Country, CountryEditor), (Choice, ChoiceEditor), (Flag, FlagEditor), (Fuzzy, FuzzyEditor), (Moment, MomentEditor),
)  # fmt: skip


def editor_for(
    made: Field, records: Records, parent: QWidget | None = None, attach: Callable[[Path], str] | None = None
) -> Editor:
    """The editor of a field. `attach` keeps a file's bytes and gives the id of its row."""
    kind = made.kind
    if isinstance(kind, Link):
        return LinkEditor(made, records, parent)
    if isinstance(kind, Files):
        return FilesEditor(made, records, attach, parent)
    if isinstance(kind, Several):
        return SeveralEditor(made, offers_of(made, records), parent)
    return next((editor for known, editor in _PLAIN if isinstance(kind, known)), written_editor(kind))(made, parent)


__all__ = ["Editor", "editor_for"]
