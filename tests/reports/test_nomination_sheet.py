"""Nomination sheets on paper: translations beside the original, state, a page of its own for each, every script."""

from iopd_desktop.models.awards import Nomination
from tests.actions import juries
from tests.reports import seen
from tests.reports.conftest import printed
from tests.reports.made_up import ARABIC, ENGLISH, FRENCH


def test_each_nomination_begins_a_page_and_says_how_many_it_has(network, tmp_path):
    made = printed(network, tmp_path, "nomination-sheet")
    pages = seen.pages(made.paths[0])
    assert not made.missing
    for number in range(11):
        assert any(f"18-{number:03d}, 1/" in page for page in pages)
    words = " ".join(pages)
    for said in ("Original (French)", "Translation into English (by a machine)", "Status", "Received", "Eligible"):
        assert said in words
    assert made.disclosure["count"] == 11


def test_three_languages_stand_two_by_two_and_one_alone(store, tmp_path):
    with store.work("Set up") as work:
        of = juries.edition(work)
        texts = {"ar": ARABIC, "fr": FRENCH, "en": ENGLISH}
        juries.nomination(work, of, 1, title={"ar": "مجلس الشباب"}, language="ar", summary=texts)
    made = printed(store, tmp_path, "nomination-sheet", edition=90, nomination="90-001")
    words = seen.text(made.paths[0])
    order = [words.index(f"{said})") for said in ("Original (Arabic",)]
    order += [words.index(said) for said in ("Translation into English", "Translation into French")]
    assert order == sorted(order)
    assert "Tissaliwine" in words


def test_a_nomination_without_texts_and_with_a_very_long_one(store, tmp_path):
    with store.work("Set up") as work:
        of = juries.edition(work)
        juries.nomination(work, of, 1)
        long = juries.nomination(work, of, 2, title={"en": "An endless title " * 12})
        work.edit(Nomination, long, {"summary": {"en": "word " * 3_000, "fr": "mot " * 2_000}})
    words = seen.text(printed(store, tmp_path, "nomination-sheet", edition=90).paths[0])
    assert "No text was sent with this entry." in words
    assert words.count("word word") > 1_400
