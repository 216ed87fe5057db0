"""After the language is switched no text of the former one is left: on no page, in no menu, in nothing that Qt says."""

import re

from babel import Locale
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from iopd_desktop import words
from iopd_desktop.views.kit.record_page import RecordPage
from tests.answers import answering
from tests.views.looks import cells, texts

PLACE = re.compile(r"\{[^{}]*\}|%\d")
SHORTEST = 3
SCROLLING = ("Scroll here", "Left edge", "Right edge", "Top", "Bottom", "Page up", "Page down", "Scroll left")
BRAZILIAN = re.compile("salvar|arquivo|exclu|padrões|rolar|digite|gravação|tela|usuário|meu computador", re.IGNORECASE)


def said_in(code):
    """Every text of a language's catalogue, and Babel's names of countries, months and days in it."""
    found = {text for key, text in words._catalogue(code)._catalog.items() if key}
    locale = Locale.parse(code)
    found |= {locale.territories[land] for land in words.country_names() if land in locale.territories}
    for kind in (locale.months, locale.days):
        found |= {name for width in ("wide", "abbreviated") for name in kind["stand-alone"][width].values()}
    return found


def former(one, other):
    """A test for texts that are of one language and not of the other: whole, or with something put in their places."""
    only = said_in(one) - said_in(other)
    filled = [text for text in only if PLACE.search(text) and len(re.sub(r"\W", "", PLACE.sub("", text))) >= SHORTEST]
    shapes = re.compile("|".join("(.+)".join(map(re.escape, PLACE.split(text))) for text in filled), re.DOTALL)
    return lambda text: text in only or shapes.fullmatch(text)


def walked(window, painted, gather=texts):
    """What each page of each tab says, and the sections of its form, and the palette, each with its name."""
    for tab, view in window.tabs.items():
        for page in view.list.names():
            window.show_tab(tab, page)
            for _turn in range(4):  # the list is painted before its form is made
                QApplication.processEvents()
            painted.clear()
            window.grab()
            yield f"{tab}/{page}", {*gather(window.page), *painted}
            yield f"{tab}/{page}", {action.text() for _command, action in window.menus.commands()}
            if isinstance(window.page, RecordPage):
                yield f"{tab}/{page}", sections(window.page.form, gather)
        yield tab, set(gather(window))
    for typed in ("", ">", "a"):
        window.palette_.open(typed)
        yield f"palette {typed}", {*gather(window.palette_), *cells(window.palette_._list.model())}
    window.palette_.close_palette()


def sections(form, gather):
    """What the parts of a form say, each turned to."""
    found = set()
    for name in list(form._tabs._tabs)[1:]:
        form.turn_to(name)
        found.update(gather(form))
    return found


def choose(language):
    """An answer to the dialog that asks for the window's language."""

    def act(dialog):
        box = dialog.findChild(QComboBox)
        box.setCurrentIndex(box.findData(language))
        dialog.deed.click()

    return act


def qts_own():
    """What Qt itself says in message boxes, file dialogs, and in the menu of a field."""
    box, field, files = QMessageBox(), QLineEdit(), QFileDialog()
    box.setStandardButtons(QMessageBox.StandardButton(0x0BFFFC00))  # every button there is
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    menu = field.createStandardContextMenu()
    found = {button.text() for button in (*box.buttons(), *files.findChildren(QPushButton))}
    found |= {label.text() for label in files.findChildren(QLabel)} | {files.windowTitle()}
    found |= {action.text().split("\t")[0] for action in menu.actions()}
    found |= {QCoreApplication.translate("QScrollBar", each) for each in SCROLLING}
    for each in (box, field, files, menu):
        each.deleteLater()
    return {text.replace("&", "") for text in found if text}


def left_over(pages, is_former):
    """The texts of the former language, each with the pages where it stands."""
    found = {}
    for page, said in pages:
        for text in said:
            if is_former(text.replace("&", "")):
                found.setdefault(text, []).append(page)
    return found


def test_no_text_of_the_former_language_stays(program, qtbot, sample_path, painted):
    """Every page is painted in French first, so that whatever keeps a text has it."""
    program.speak("fr")
    assert program.open(sample_path, None)
    is_former, before, spoken = former("fr", "es"), program.window, qts_own()
    french = list(walked(before, painted, lambda _window: ()))
    _heard, _timer = answering(choose("es"))
    before.run("language")
    qtbot.waitUntil(lambda: program.window not in (None, before))
    pages = list(walked(program.window, painted))

    assert [name for name, _said in pages] == [name for name, _said in french]
    assert len(left_over(french, is_former)) > 100
    assert left_over(pages, is_former) == {}
    assert spoken & qts_own() <= {"No"}


def test_qt_speaks_the_portuguese_of_portugal(program):
    program.speak("pt")
    spoken = qts_own()
    assert {"Guardar", "Guardar tudo", "Deslocar até aqui", "Nome do ficheiro:", "Procurar em:"} <= spoken
    assert [text for text in spoken if BRAZILIAN.search(text)] == []
