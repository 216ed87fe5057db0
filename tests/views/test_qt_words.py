"""What Qt says by itself, in keys, context menus and file dialogs, reads like the rest of the window."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from iopd_desktop import words
from iopd_desktop.views.kit.qt_words import QtWords


@pytest.fixture
def spoken(qapp):
    """Speak a language in our words and in Qt's; English again afterwards."""
    made = []

    def speak(code):
        words.speak(code)
        made.append(QtWords(qapp))
        qapp.installTranslator(made[-1])

    yield speak
    for one in made:
        qapp.removeTranslator(one)
    words.speak("en")


@pytest.mark.parametrize(
    ("code", "said"), [("en", "Ctrl+Shift+Del"), ("es", "Ctrl+Mayús+Supr"), ("fr", "Ctrl+Maj+Suppr")]
)
def test_keys_are_named_as_they_stand_on_the_keyboard(spoken, code, said):
    spoken(code)
    assert QKeySequence("Ctrl+Shift+Del").toString(QKeySequence.SequenceFormat.NativeText) == said


def test_a_file_dialog_speaks_of_files_as_the_window_does(spoken, qtbot, tmp_path):
    spoken("es")
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    told = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Buscar en:", "Nombre del archivo:", "Tipo de archivo:"} <= told


def test_the_menu_of_a_field_speaks_and_what_is_not_told_by_us_comes_from_qt(spoken, qtbot):
    spoken("es")
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()][:2] == [
        "Deshacer", "Rehacer"
    ]  # fmt: skip
    menu.deleteLater()
    assert QCoreApplication.translate("QScrollBar", "Scroll here") == "Desplazar hasta aquí"
    assert QCoreApplication.translate("QScrollBar", "Nobody translates this") == "Nobody translates this"


def test_a_document_in_another_language_does_not_change_the_keys(spoken):
    spoken("es")
    with words.speaking("en"):
        assert QKeySequence("Shift+F1").toString(QKeySequence.SequenceFormat.NativeText) == "Mayús+F1"
