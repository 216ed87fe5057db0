"""An editor for every field of every record gives back exactly what it was shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from iopd_desktop.models import RECORDS
from iopd_desktop.models.members import Organisation, Person
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.models.repository import Practice
from iopd_desktop.views.kit.editors import editor_for
from iopd_desktop.views.kit.lines import Line

SHOWN = {
    "text": "Rua do Exemplo, 3 & <b>", "long_text": "One\nTwo", "email": "ana@example.org", "phone": "+34 555 01 02 03",
    "url": "https://example.org", "country": "PT", "day": "2024-05-15",
    "instant": "2024-05-15T12:00:00Z", "number": 7, "flag": True,
    "moment": {"at": "2024-05-15T12:00", "zone": "Europe/Madrid"}, "money": {"amount": "12.50", "currency": "EUR"},
    "texts": {"es": {"text": "Hola", "by": "machine"}, "fr": {"text": "Bonjour", "by": "person"}},
    "fuzzy_date": {"wording": "15-18 May 2024", "edtf": "2024-05-15/2024-05-18", "earliest": "2024-05-15",
                   "latest": "2024-05-18", "certainty": "fixed"},
}  # fmt: skip


def sample(made):
    kind = made.kind
    if kind.name == "choice":
        return next(iter(kind.choices))
    if kind.name == "choices":
        return sorted(kind.choices)[:2]
    if kind.name == "number":
        return max(kind.least or 0, 1)
    return SHOWN.get(kind.name)


RECORD = pytest.mark.parametrize("record", RECORDS, ids=[each.kind for each in RECORDS])


@RECORD
def test_what_is_shown_comes_back_unchanged(qtbot, records, record):
    for made in record.fields.values():
        editor = editor_for(made, records)
        qtbot.addWidget(editor)

        for value in (None, sample(made), None):
            editor.show_value(value)
            assert (made.name, editor.value(), editor.changed()) == (made.name, value, False)


@RECORD
def test_every_part_that_takes_the_keyboard_has_a_name(qtbot, records, record):
    for made in record.fields.values():
        editor = editor_for(made, records)
        qtbot.addWidget(editor)
        editor.show_value(sample(made))
        inside = [w for w in editor.findChildren(QWidget) if w.window() is editor]  # a list that drops is named then
        focusable = [w for w in inside if w.focusPolicy() != Qt.FocusPolicy.NoFocus]

        assert [(made.name, type(w).__name__) for w in focusable if not w.accessibleName()] == []
        assert editor.focusProxy() is not None


def test_a_date_says_how_it_was_understood(qtbot, records):
    editor = editor_for(Organisation.fields["since"], records)
    qtbot.addWidget(editor)
    editor.show_value(None)
    editor.year = 2024

    with qtbot.waitSignal(editor.understood):
        QTest.keyClicks(editor.line, "17, 18 and 19 October")

    assert "three days" in editor._reading.text()
    assert editor.value()["earliest"] == "2024-10-17"


def test_what_cannot_be_read_is_refused_with_a_sentence(qtbot, records):
    editor = editor_for(Organisation.fields["email"], records)
    qtbot.addWidget(editor)
    editor.show_value("ana@example.org")
    editor.line.setText("not an address")

    assert editor.changed()
    with pytest.raises(BadValue, match="not an e-mail address"):
        editor.value()


def test_each_language_keeps_its_text_and_its_maker(qtbot, records):
    editor = editor_for(Practice.fields["title"], records)
    qtbot.addWidget(editor)
    editor.show_value({"en": {"text": "Assembly", "by": "person"}, "es": {"text": "Asamblea", "by": "machine"}})
    editor._codes["es"].click()
    editor._field.setText("La asamblea")
    editor._codes["fr"].click()
    editor._field.setText("L'assemblée")

    assert editor.value() == {
        "en": {"text": "Assembly", "by": "person"},
        "es": {"text": "La asamblea", "by": "person"},
        "fr": {"text": "L'assemblée", "by": "person"},
    }
    assert "machine" not in editor._codes["es"].accessibleName() or editor._codes["es"].by == "machine"


def test_a_link_is_made_in_place(qtbot, records):
    editor = editor_for(Person.fields["organisation"], records)
    qtbot.addWidget(editor)
    editor.show_value(None)

    with qtbot.waitSignal(editor.left):
        editor._make("Vila Example")

    assert records.title("organisation", editor.value()) == "Vila Example"
    assert "Vila Example" in editor.focusProxy().accessibleName()


def test_a_title_that_is_too_long_for_its_field_ends_in_dots(qtbot, records):
    editor = editor_for(Person.fields["organisation"], records)
    qtbot.addWidget(editor)
    editor._make("Association of the municipalities of the example river and of its banks")
    editor.resize(260, 40)
    editor.show()
    shown = editor._button
    whole = shown.grab().toImage()
    shown.setText(shown.text()[:9] + "…")
    dotted = [shown.grab().toImage() == whole]
    for length in range(10, 40):
        shown.setText("Association of the municipalities of the"[:length].rstrip() + "…")
        dotted.append(shown.grab().toImage() == whole)
    assert any(dotted)


def test_a_fixed_link_cannot_be_emptied_but_leads_on(qtbot, records):
    editor = editor_for(Person.fields["organisation"], records)
    qtbot.addWidget(editor)
    editor._make("Vila Example")
    assert not editor._clear.isHidden()
    editor.set_fixed(True)
    editor.show_value(editor.value())
    assert (editor._clear.isHidden(), editor._go.isEnabled(), editor.focusProxy().isEnabled()) == (True, True, False)
    editor.set_fixed(False)
    assert (editor._clear.isHidden(), editor.focusProxy().isEnabled()) == (False, True)


def test_the_palettes_key_and_an_untouched_undo_are_left_to_the_program(qtbot, records):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    line = Line("Name")
    qtbot.addWidget(line)

    def kept(key):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        line.event(event)
        return event.isAccepted()

    assert not kept(Qt.Key.Key_K)
    assert not kept(Qt.Key.Key_Z)
    QTest.keyClicks(line, "typed")
    assert kept(Qt.Key.Key_Z)
