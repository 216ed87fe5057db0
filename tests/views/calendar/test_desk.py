"""The event desk: letters, arrows, Enter, a scanner, walk-ins, undo, and what stays behind the passphrase."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton

from iopd_desktop.actions.attending import attendance
from iopd_desktop.actions.badge_codes import code_of
from iopd_desktop.actions.presets import seed_wordings
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Consent, Organ, Organisation, Wording
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.store import Store
from iopd_desktop.views.calendar.desk.hit_list import found_in
from iopd_desktop.views.calendar.desk.sheet_entry import SheetEntry
from iopd_desktop.views.calendar.desk.slip_entry import SlipEntry
from iopd_desktop.views.calendar.desk.window import DeskWindow
from iopd_desktop.views.kit.qt_words import QtWords
from iopd_desktop.words import speak
from tests.views.calendar.hall import notice, office

NAMES = ("Maria do Carmo Antunes", "Mariam Ouédraogo", "Ana-Maria Ilieșu", "Μαρία Παπαδάκη", "Tomasz Wiśniewski")


@pytest.fixture
def event(planned):
    """An assembly with five people registered, the fourth of whom has cancelled."""
    with planned.work("Make") as work:
        seed_wordings(work)
        organ = work.add(Organ, {"name": {"en": "Assembly"}, "quorum": 1})
        made = work.add(Event, {"title": {"en": "Assembly in Valongo"}, "organ": organ})
        body = work.add(Organisation, {"name": "Vila Exemplo", "membership": "associate"})
        for place, name in enumerate(NAMES):
            work.add(
                Registration,
                {"event": made, "name": name, "member": body if place == 0 else None, "email": f"p{place}@example.org",
                 "state": "cancelled" if place == 3 else "registered", "country": "PT"},
            )  # fmt: skip
    return made


@pytest.fixture
def desk(qtbot, planned, event):
    made = DeskWindow(office(planned), event, author="Ada")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shut()


@pytest.fixture
def large(qapp, qtbot, planned, event):
    """The desk in French at twice the text, in what a small screen leaves to a window with a frame."""
    usual, twice = QFont(qapp.font()), QFont(qapp.font())
    twice.setPixelSize(26)
    qapp.setFont(twice)
    speak("fr")
    keys = QtWords(qapp)
    qapp.installTranslator(keys)
    made = DeskWindow(office(planned), event, author="Ada")
    qtbot.addWidget(made)
    made.resize(1366, 728)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shut()
    qapp.removeTranslator(keys)
    qapp.setFont(usual)


def test_at_twice_the_text_three_people_are_in_sight_under_a_notice(qtbot, large):
    for sought in ("Tomasz", "Mariam", "Ana"):
        typed(qtbot, large, sought, Qt.Key.Key_Return)
    typed(qtbot, large, "mar")
    large.queue.stop("Maria do Carmo Antunes ne veut pas de photographies")
    qtbot.waitUntil(lambda: large.queue.hits.height() >= 3 * large.queue.hits.rows.high)
    assert large.size() == QSize(1366, 728)
    assert large.minimumSizeHint().boundedTo(large.size()) == large.minimumSizeHint()
    undo = [each for each in large.last.findChildren(QPushButton) if each.isVisible()]
    assert [each.accessibleName().rpartition(", ")[2] for each in undo] == ["Ana-Maria Ilieșu"]
    typed(qtbot, large, "mar", Qt.Key.Key_Escape)
    large.resize(1366, 1300)
    qtbot.waitUntil(lambda: len([each for each in large.last.findChildren(QPushButton) if each.isVisible()]) == 3)


def test_what_is_wrong_with_a_walk_in_stands_under_the_fields_in_sight(qtbot, large):
    large.form.given.setText("Ada")
    large.form.email.setText("ada")
    large.form.enter()
    qtbot.waitUntil(large.form.wrong.isVisible)
    assert large.form.wrong.y() < min(box.y() for box in large.form.consents.values())


def test_keys_are_told_as_they_stand_on_the_keyboard(qtbot, large):
    assert "Ctrl+Entrée" in [each.text() for each in large.form.findChildren(QLabel)]


def typed(qtbot, desk, text, *keys):
    desk.queue.field.clear()
    if text.isascii():
        qtbot.keyClicks(desk.queue.field, text)
    else:  # the test's keyboard has no such letters
        desk.queue.field.setText(text)
        desk.queue.seek(text)
    for key in keys:
        qtbot.keyClick(desk.queue.field, key)


def counts(store, event):
    with store.read() as read:
        return attendance(read, event)


def names(desk):
    return [guest.name for guest in desk.queue.hits.rows.guests]


def test_letters_find_in_every_script_and_the_arrows_and_enter_check_in(qtbot, planned, event, desk):
    typed(qtbot, desk, "mari")
    assert names(desk) == ["Maria do Carmo Antunes", "Mariam Ouédraogo", "Ana-Maria Ilieșu"]
    qtbot.keyClick(desk.queue.field, Qt.Key.Key_Down)
    qtbot.keyClick(desk.queue.field, Qt.Key.Key_Return)
    assert counts(planned, event).here == 1
    assert (desk.queue.field.text(), desk.queue.field.hasFocus()) == ("", True)
    typed(qtbot, desk, "μαρια")
    assert names(desk) == ["Μαρία Παπαδάκη"]
    typed(qtbot, desk, "ouedraogo")
    assert desk.queue.hits.rows.current.state == "here"


def test_a_scan_and_enter_check_in_without_a_look_and_a_second_one_stops_the_hand(qtbot, planned, event, desk):
    with planned.read() as read:
        id = read.all(Registration, {"event": event, "name": "Tomasz Wiśniewski"})[0]["id"]
    for _turn in range(2):
        typed(qtbot, desk, f"IOPD:B:{code_of(id)}", Qt.Key.Key_Return)
    assert counts(planned, event).here == 1
    assert "Tomasz Wiśniewski is in since" in notice(desk)
    typed(qtbot, desk, "IOPD:B:000000009", Qt.Key.Key_Return)
    assert "no badge of ours" in notice(desk)
    assert counts(planned, event).here == 1


@pytest.mark.parametrize("prefix", ["IOPD:S:", "iopd:c:"])
def test_a_paper_that_is_scanned_at_the_desk_opens_where_it_is_entered(qtbot, monkeypatch, desk, prefix):
    opened = []
    monkeypatch.setattr("iopd_desktop.views.calendar.desk.paper.shown", opened.append)
    typed(qtbot, desk, f"{prefix}000000000", Qt.Key.Key_Return)
    (entry,) = opened
    assert isinstance(entry, SheetEntry if prefix == "IOPD:S:" else SlipEntry)
    assert entry.code.text() == f"{prefix}000000000"
    assert entry._wrong.text(), "such a paper was never printed, and that is said at once"
    assert desk.queue.field.text() == ""


def test_who_cancelled_comes_in_by_a_second_enter(qtbot, planned, event, desk):
    typed(qtbot, desk, "παπ", Qt.Key.Key_Return)
    assert "has cancelled" in notice(desk)
    assert counts(planned, event).here == 0
    qtbot.keyClick(desk.queue.field, Qt.Key.Key_Return)
    assert counts(planned, event).here == 1


def test_out_again_by_ctrl_enter_and_each_deed_has_its_undo(qtbot, planned, event, desk):
    typed(qtbot, desk, "tomasz", Qt.Key.Key_Return)
    typed(qtbot, desk, "antunes", Qt.Key.Key_Return)
    typed(qtbot, desk, "tomasz")
    qtbot.keyClick(desk.queue.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.deed for one in desk.last._done] == ["Checked out", "Checked in", "Checked in"]
    desk._undo(desk.last._done[1].step)
    assert counts(planned, event).here == 1
    assert counts(planned, event).quorum.here == 0
    typed(qtbot, desk, "antunes")
    assert desk.queue.hits.rows.current.state == "registered"


def test_a_walk_in_takes_six_fields_and_the_keyboard_alone(qtbot, planned, event, desk):
    form = desk.form
    typed(qtbot, desk, "marie okonjo")
    desk._walk_in()
    assert (form.given.text(), form.family.text()) == ("marie", "okonjo")
    for line, text in ((form.given, "Marie"), (form.family, "Okonjo"), (form.organisation, "Vila Exemplo"),
                       (form.email, "marie@example.org")):  # fmt: skip
        line.clear()
        qtbot.keyClicks(line, text)
    assert form.language.currentData() == "en"
    form.country.setCurrentIndex(form.country.findData("NG"))
    assert not any(box.isChecked() for box in form.consents.values())
    qtbot.keyClick(form.consents["newsletter"], Qt.Key.Key_Space)
    qtbot.keyClick(form.email, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = counts(planned, event)
    assert (found.here, found.walk_ins, found.members_here) == (1, 1, 1)
    with planned.read() as read:
        (consent,) = read.all(Consent)
        assert read.get(Wording, consent["wording"])["language"] == "en"
    assert (form.name(), form.consents["newsletter"].isChecked()) == ("", False)
    typed(qtbot, desk, "okonjo")
    assert names(desk) == ["Marie Okonjo"]


def test_a_double_is_said_while_it_is_typed_and_can_be_taken_instead(qtbot, planned, event, desk):
    qtbot.keyClicks(desk.form.given, "Somebody")
    qtbot.keyClicks(desk.form.email, "P4@example.org")
    (hint,) = desk.form._likely._all
    assert "Tomasz Wiśniewski" in hint.sentence
    hint.act()
    assert counts(planned, event).here == 1
    assert counts(planned, event).walk_ins == 0


def test_a_wrong_address_is_said_and_nothing_is_kept(qtbot, planned, event, desk):
    qtbot.keyClicks(desk.form.given, "Marie")
    qtbot.keyClicks(desk.form.email, "no address")
    desk.form.enter()
    assert counts(planned, event).walk_ins == 0
    assert desk.form.given.text() == "Marie"


def test_visitors_see_nothing_of_others_and_are_thanked_even_if_they_are_known(qtbot, planned, event, desk):
    desk._open_kiosk()
    kiosk = desk.kiosk
    kiosk.speak("fr")
    assert kiosk.form.deed.text() == "M’inscrire"
    qtbot.keyClicks(kiosk.form.given, "Tomasz")
    qtbot.keyClicks(kiosk.form.email, "p4@example.org")
    assert not kiosk.form._likely._all
    kiosk.form.enter()
    assert "Tomasz" in kiosk._thanks.text()
    assert counts(planned, event).walk_ins == 0


def test_the_program_stays_behind_the_passphrase(qtbot, tmp_path, monkeypatch):
    path = tmp_path / "locked.iopd"
    with Store.create(path, "correct horse", author="Ada") as store:
        with store.work("Make") as work:
            event = work.add(Event, {"title": {"en": "Webinar"}})
        made = DeskWindow(office(store), event)
        qtbot.addWidget(made)
        answers = iter(("wrong", "correct horse"))

        def answer(dialog):
            from iopd_desktop.views.kit.lines import Line

            dialog.findChild(Line).setText(next(answers))
            dialog.try_it()
            return dialog.result() == 1

        monkeypatch.setattr("iopd_desktop.views.calendar.desk.leaving.shown", answer)
        made.show()
        made.close()
        assert made.isVisible()
        with qtbot.waitSignal(made.closed):
            made.close()


@pytest.mark.parametrize("language", ["es", "fr", "ca", "pt"])
def test_the_desk_speaks_every_language(qtbot, planned, event, language):
    speak(language)
    made = DeskWindow(office(planned), event)
    qtbot.addWidget(made)
    assert made.form.deed.text() != "Add and check in"
    made.shut()


@pytest.mark.parametrize(
    ("name", "sought", "places"),
    [("Ana-Maria Ilieșu", ["mari"], [(4, 8)]), ("Ștefan Șerban", ["se"], [(7, 9)]), ("Straße", ["strass"], [(0, 5)]),
     ("عائشة", ["عا"], []), ("Mario", [], [])],
)  # fmt: skip
def test_the_letters_sought_are_underlined_where_they_begin_a_word(name, sought, places):
    assert found_in(name, sought) == places
