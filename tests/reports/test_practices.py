"""The repository on paper: only what is published, in the reader's language or said not to be; true indexes."""

import re

import pytest
from pypdf import PdfReader

from iopd_desktop.actions.practice_reads import catalogue
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.repository import Practice, Term
from iopd_desktop.reports import make, report_named
from iopd_desktop.words import speaking, today
from tests.reports import seen
from tests.reports.conftest import printed


@pytest.fixture
def published(planned):
    """Three published practices and a draft."""
    with planned.work("Practices") as work:
        terms = {Term.called(row): row["id"] for row in work.all(Term)}
        themes = [row["id"] for row in work.all(Term, order="rank") if row["id"] in terms.values()]
        for place, (title, country, stage) in enumerate(
            (("Assembly of the river", "ES", "published"), ("Budget of the schools", "FR", "published"),
             ("Draft of a draft", "FR", "candidate"))
        ):  # fmt: skip
            work.add(
                Practice,
                {"title": {"en": title}, "country": country, "stage": stage, "place": "Riba", "source": "A secret note",
                 "themes": [themes[place % 2]], "summary": {"en": {"text": f"Summary {place}", "by": "machine"}}},
            )  # fmt: skip
        work.add(
            Practice,
            {"title": {"ar": "مجلس الشباب"}, "summary": {"ar": "يقرر مجلس الشباب في ميزانية الحي."}, "country": "TN",
             "stage": "published"},
        )  # fmt: skip
    return planned


def test_the_catalogue_holds_what_is_published_and_nothing_else(published, tmp_path):
    made = printed(published, tmp_path, "practice-catalogue")
    words = seen.text(made.paths[0])
    assert "3 practices from the repository" in words
    assert "Assembly of the river" in words
    assert "Draft of a draft" not in words
    assert "A secret note" not in words
    assert any("not published" in sentence for sentence in made.missing)


def test_a_text_in_another_language_and_one_by_a_machine_are_said_to_be(published, tmp_path):
    words = seen.text(printed(published, tmp_path, "practice-catalogue").paths[0])
    assert "In Arabic: there is no translation yet." in words
    assert words.count("Translated by a machine") == 2
    with speaking("es"):
        spanish = seen.text(printed(published, tmp_path, "practice-catalogue", "es").paths[0])
    assert "Assembly of the river" in spanish
    assert "Assembly of the river" in words


def test_the_indexes_and_the_contents_tell_true_pages(published, tmp_path):
    pages = seen.pages(printed(published, tmp_path, "practice-catalogue").paths[0])
    stands = next(i for i, page in enumerate(pages, start=1) if "Summary 0" in page)
    countries = next(page for page in pages if "Spain" in page and "Tunisia" in page and "Summary" not in page)
    assert re.search(rf"Assembly of the river\W*{stands}\b", countries)
    contents = next(page for page in pages if "Contents" in page)
    assert f"Countries {pages.index(countries) + 1}" in re.sub(r"[\s.·]+", " ", contents)


def test_the_outline_has_chapters_with_their_practices(published, tmp_path):
    path = printed(published, tmp_path, "practice-catalogue", by="region").paths[0]
    outline = PdfReader(path).outline
    assert {"Africa", "Europe"} <= {item.title for item in outline if not isinstance(item, list)}
    inner = [item.title for part in outline if isinstance(part, list) for item in part]
    assert "Assembly of the river" in inner


def test_a_practice_of_several_themes_stands_once_and_is_found_under_each(published):
    with published.work("Both") as work:
        one = work.all(Practice, {"country": "ES"})[0]
        themes = sorted({theme for row in work.all(Practice) for theme in row["themes"] or ()})
        work.edit(Practice, one["id"], {"themes": themes})
    with published.read() as read:
        told = catalogue(read, on=today())
    assert [practice.id for practice in told.practices].count(one["id"]) == 1
    topics = [name for name, some in told.topics if any(practice.id == one["id"] for practice in some)]
    assert len(topics) == len(themes) == 2


def test_a_sheet_of_a_draft_says_that_it_is_one(published, tmp_path):
    with published.read() as read:
        for title, draft in (("Draft of a draft", True), ("Assembly of the river", False)):
            made = make(report_named("practice-sheet"), read, tmp_path / "sheet.pdf", "en", practice=title)
            words = seen.text(made.paths[0])
            assert title in words
            assert ("Not published yet" in words) is draft
            assert "A secret note" not in words


def test_a_practice_that_is_not_there_is_refused(published, tmp_path):
    with pytest.raises(Refused):
        printed(published, tmp_path, "practice-sheet", practice="No such practice")


def test_an_empty_repository_says_so(planned, tmp_path):
    assert "No practice is published yet." in seen.text(printed(planned, tmp_path, "practice-catalogue").paths[0])
