"""A program at which somebody types, until it is killed: one member saved, one field that cannot be, one new member."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from iopd_desktop.app import Program


def type_and_wait(path: Path) -> None:
    """Type, say so, and wait for whatever comes."""
    application = QApplication([])
    program = Program(application)
    assert program.open(path, None)
    window = program.window
    id = window.office.records.add("organisation", {"name": "Riba"})
    window.go("organisation", id)
    form = window.page.form
    form.show_id(id)
    form.fields.rows["email"].editor.type_text("nobody at")
    form.fields.rows["email"].editor.left.emit()
    form.begin()
    form.fields.rows["city"].editor.type_text("Alta")
    form.fields.rows["city"].editor.left.emit()
    print("typed", flush=True)
    application.exec()


if __name__ == "__main__":
    type_and_wait(Path(sys.argv[1]))
