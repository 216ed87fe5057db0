"""Every text of every page comes from the catalogue: with one that turns its texts, no plain word is left.

The records speak Greek, so any Latin word outside the turned texts is one that nobody marked.
"""

import gettext
import re

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from iopd_desktop import words
from iopd_desktop.actions.libraries import libraries
from iopd_desktop.actions.network import ours, seed_network
from iopd_desktop.models.awards import Category, Criterion, Edition, Juror, Nomination, Phase
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.desk import Network
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.members import Consent, Contact, Organ, Organisation, Person
from iopd_desktop.models.repository import Practice, Term, Vocabulary
from iopd_desktop.models.tasks import Objective, Plan, Priority, Task
from iopd_desktop.views.first_start import FirstStart
from iopd_desktop.views.kit.exchange import LIST_EXCHANGE, REPORT
from iopd_desktop.views.kit.preview import Preview
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.main_window import MainWindow
from iopd_desktop.views.tabs import TABS
from tests.views.looks import cut, texts

NAME = "Δοκιμή"
TURN = str.maketrans("AEIOUaeioucnst", "ÁÉÍÓÚáéíóúćńśť")
TURNED = re.compile(r"⟦[^⟦⟧]*(⟧|…$)")
PLACE = re.compile(r"(\{[^{}]*\})")
WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
MONTHS, DAYS = words.locale("en").months["format"], words.locale("en").days["format"]
# What no catalogue turns: names of the program, keys, zones, and Babel's months, days, languages and countries.
KNOWN = {"IOPD", "Desktop", "Ctrl", "Shift", "Alt", "Esc", "Enter", "Return", "Del", "PgUp", "PgDown"}
KNOWN |= {"UTC", "Europe", "Madrid"}
KNOWN |= {*words.LANGUAGES, *words.LANGUAGE_OWN_NAMES.values(), *map(words.language_name, words.LANGUAGES)}
KNOWN |= {name for kind in (MONTHS, DAYS) for width in ("wide", "abbreviated") for name in kind[width].values()}
COUNTRIES = frozenset(words.country_names().values())


class Turned(gettext.NullTranslations):
    """A catalogue that sets every line between brackets, longer by a third, with marks on its letters."""

    def gettext(self, message: str) -> str:
        return "\n".join(self._turned(line) for line in message.split("\n"))

    def _turned(self, line: str) -> str:
        parts = PLACE.split(line)
        longer = "ż" * min(len(line) // 3, 12)
        return "⟦" + "".join(p if p.startswith("{") else p.translate(TURN) for p in parts) + longer + "⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def fill(store):
    """One record of most kinds, in Greek letters and figures, by somebody with a Greek name."""
    store.author = NAME
    said, when = {"en": {"text": NAME, "by": "person"}}, FuzzyDate.from_edtf("2024").plain()
    with store.work(NAME) as work:
        seed_network(work)
        work.edit(Network, ours(work)["id"], {"name": said, "acronym": said})
        city = work.add(Organisation, {"name": NAME, "membership": "associate", "stage": "active"})
        who = work.add(Person, {"family_name": NAME, "organisation": city})
        work.add(Contact, {"organisation": city, "date": "2024-05-15", "subject": NAME})
        work.add(Consent, {"person": who, "purpose": "newsletter", "date": "2024-05-15"})
        work.add(Organ, {"name": NAME})
        work.add(Practice, {"title": said, "stage": "candidate", "begins": when})
        work.add(Term, {"vocabulary": work.add(Vocabulary, {"code": "1", "name": said}), "name": said})
        edition = {"edition": work.add(Edition, {"number": 18, "year": 2024, "name": said})}
        for record in (Phase, Category, Criterion):
            work.add(record, {**edition, "name": said})
        work.add(Nomination, {**edition, "title": said, "number": "1"})
        work.add(Juror, {**edition, "name": NAME})
        work.add(Event, {"title": said, "date": when, "moment": {"at": "2024-05-15T12:00", "zone": "UTC"}})
        plan = {"plan": work.add(Plan, {"year": 2024, "title": said})}
        work.add(Objective, {**plan, "number": 1, "text": said})
        priority = work.add(Priority, {**plan, "code": "1", "name": said})
        for values in ({"repeats": "quarterly"}, {"status": "doing", "due": when}):
            work.add(Task, {**plan, "priority": priority, "text": said, "owner": NAME, **values})


def plain(found):
    """The texts in which a word stands outside what the catalogue turned."""
    left = set()
    for text in found:
        rest, before = text, ""
        while rest != before:
            rest, before = TURNED.sub("", rest), rest
        if set(WORD.findall(rest)) - KNOWN and text not in COUNTRIES:
            left.add(text)
    return sorted(left)


@pytest.fixture
def turned(monkeypatch):
    """The program speaks the turned catalogue in every language."""
    monkeypatch.setattr(words, "_catalogue", lambda _language: Turned())


def test_no_page_says_a_word_that_is_not_marked(turned, qtbot, store, painted):
    fill(store)
    window = MainWindow(store, TABS, Settings(), ordinary=LIST_EXCHANGE, commands=(REPORT,))
    qtbot.addWidget(window, before_close_func=lambda each: each.put_away())
    window.resize(1366, 768)
    window.show()
    found = {}
    for tab, view in window.tabs.items():
        for page in view.list.names():
            window.show_tab(tab, page)
            for _ in range(5):  # the list is painted before its form is made
                QApplication.processEvents()
            painted.clear()
            window.grab()
            if said := plain(texts(window)) + plain(painted) + cut(window):
                found[tab, page] = said

    assert found == {}


TELLING = {"help", "keys", "about", "whereabouts", "history", "drafts", "check"}
"""Commands without three dots that open a dialog."""
SILENT = {"palette", "checklist", "follow", "new-database", "open-database", "import", "registrations",
          "rename-view"}
"""Commands with three dots that open none of ours: a list to pick from, the first page, a file to choose."""
FURTHER = {"deal": 2, "mailing": 2, "organ-roster": 2}
"""Commands of which the dialogs are gone through, to so many in all: what comes after them is looked at too."""


def dialogs(window):
    """Each command that opens a dialog, on the first page that offers it; help on each tab."""
    asked = set()
    for tab, view in window.tabs.items():
        for page in view.list.names():
            window.show_tab(tab, page)
            for _turn in range(4):
                QApplication.processEvents()
            for command, action in window.menus.commands():
                name = f"{tab} help" if command.name == "help" else command.name
                asks = (command.label.endswith("…") and command.name not in SILENT) or command.name in TELLING
                if asks and action.isEnabled() and name not in asked:
                    asked.add(name)
                    yield name, command.name


def test_no_dialog_says_a_word_that_is_not_marked_or_cuts_a_longer_one(turned, qtbot, store):
    fill(store)
    window = MainWindow(store, TABS, Settings(), ordinary=LIST_EXCHANGE, commands=(REPORT,))
    qtbot.addWidget(window, before_close_func=lambda each: each.put_away())
    window.resize(1366, 768)
    window.show()
    given = [store.path.parent, *(part for one in libraries() for part in (one.name, one.licence))]
    told = re.compile("|".join([*(re.escape(str(each)) for each in given), r"\.pdf$"]))
    found, opened, asked = {}, [], []
    looking = QTimer(interval=1)

    def look_at(dialog):
        opened.append(name)
        if said := [each for each in plain(texts(dialog)) if not told.search(each)] + cut(dialog):
            found[name, opened.count(name)] = said

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.isVisible():
            look_at(dialog)
            if opened.count(name) < FURTHER.get(name, 0):
                dialog.deed.click()
            else:
                dialog.reject()

    looking.timeout.connect(look)
    looking.start()
    for name, command in dialogs(window):
        asked.append(name)
        window.run(command)
        qtbot.waitUntil(lambda: not window.jobs.busy)
        for preview in [each for each in QApplication.topLevelWidgets() if isinstance(each, Preview)]:
            look_at(preview)
            preview.close()
            preview.deleteLater()
    looking.stop()

    assert found == {}
    assert list(dict.fromkeys(opened)) == asked
    assert {each: opened.count(each) for each in FURTHER} == FURTHER


def test_the_first_start_says_no_word_that_is_not_marked(turned, qtbot):
    start = FirstStart()
    qtbot.addWidget(start)
    start.show()

    assert plain(texts(start)) == []
