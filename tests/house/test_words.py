"""The texts that people read: marked so that they can be translated, and the promised catalogues complete."""

import ast
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests.house.tree import called, program
from tools import catalogues

MARKS = {"_", "N_", "ngettext"}


@pytest.fixture(scope="module")
def texts() -> Catalog:
    return catalogues.gathered()


@pytest.mark.parametrize("language", catalogues.COMPLETE)
def test_the_catalogue_is_complete_and_true_to_the_program(language: str, texts: Catalog) -> None:
    assert list(catalogues.faults(language, texts)) == []


def test_texts_are_marked_whole_and_filled_in_after_translation() -> None:
    wrong = [
        f"{source.path}:{call.lineno}"
        for source in program()
        for call in source.calls()
        if called(call) in MARKS
        for argument in call.args[:2]
        if _put_together(argument)
    ]
    assert wrong == []


def test_every_marked_text_is_gathered(texts: Catalog) -> None:
    """Babel does not look into the braces of an f-string: a text that stands only there is never translated."""
    missed = [
        f"{source.path}:{call.lineno}: {argument.value}"
        for source in program()
        for call in source.calls()
        if called(call) in MARKS
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant) and argument.value and argument.value not in texts
    ]
    assert missed == []


def test_one_place_says_what_day_it_is() -> None:
    """A sample network lives on a day of its own: who asks the calendar instead would live beside it."""
    asked = [
        f"{source.path}:{call.lineno}" for source in program() for call in source.calls() if called(call) == "today"
        and isinstance(call.func, ast.Attribute)
    ]  # fmt: skip
    assert asked == [next(place for place in asked if place.startswith("iopd_desktop/words.py"))]


def _put_together(argument: ast.expr) -> bool:
    """Whether a text was filled in before it could be found in a catalogue."""
    formatted = isinstance(argument, ast.Call) and called(argument) == "format"
    return formatted or isinstance(argument, ast.JoinedStr | ast.BinOp)


def test_every_kind_of_fault_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    (tmp_path / "same-as-english.toml").write_text("fr = []")
    told = Catalog(locale="fr")
    told.add("Members", "Members")
    told.add("{name} was removed", "{nom} a disparu")
    told.add(("{n} day", "{n} days"), ("un jour", "{n} jours"))
    told.add("Gone", "Parti")
    told.add("Empty", "")
    catalogues.write("fr", told)
    wanted = Catalog()
    for text in ("Members", "{name} was removed", ("{n} day", "{n} days"), "Empty", "New"):
        wanted.add(text)

    faults = "\n".join(catalogues.faults("fr", wanted))

    for sign in ("'New'", "other placeholders than ['name']", "no longer says 'Gone'", "not translated: 'Empty'",
                 "equal to the English"):
        assert sign in faults
    assert "jour" not in faults


def test_a_catalogue_is_compiled_where_gettext_looks_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    told = Catalog(locale="fr")
    told.add("Members", "Membres")
    catalogues.write("fr", told)
    catalogues.compile_all()
    compiled = (tmp_path / "fr" / "LC_MESSAGES" / "iopd.mo").read_bytes()
    assert b"Membres" in compiled


def test_french_and_catalan_are_printed_with_their_own_spaces_and_apostrophes() -> None:
    typed = "« {name} » n'est pas là : l'avez-vous vu ?"
    printed = "«\u202f{name}\u202f» n’est pas là\u202f: l’avez-vous vu\u202f?"
    assert catalogues.tidied("fr", typed) == printed
    assert catalogues.tidied("fr", printed) == printed
    assert catalogues.tidied("ca", "d'{event} a l'arxiu: 'si'") == "d’{event} a l’arxiu: 'si'"
    assert catalogues.tidied("es", typed) == typed
    untidy = [
        (language, form)
        for language in catalogues.COMPLETE
        for message in catalogues.messages(catalogues.read(language))
        for form in catalogues.forms(message)
        if form != catalogues.tidied(language, form)
    ]
    assert untidy == []
