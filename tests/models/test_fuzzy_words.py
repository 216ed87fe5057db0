"""How fuzzy dates are said, and that what is said is read back as the same date."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_parse import parse
from iopd_desktop.models.fuzzy_words import reading, short
from iopd_desktop.words import LANGUAGES
from tests.models.fuzzy_dates import dates


@pytest.mark.parametrize(
    ("edtf", "full", "cell"),
    [
        ("2024-05-15", "15 May 2024", "15 May"),
        ("2024-05-15/2024-05-18", "15–18 May 2024, four days", "15–18 May"),
        ("2024-05-30/2024-06-02", "30 May – 2 June 2024, four days", "30 May – 2 Jun"),
        ("2024-12-15/2025-01-10", "15 December 2024 – 10 January 2025, 27 days", "15 Dec 2024 – 10 Jan 2025"),
        ("2024-05/2024-06", "May–June 2024", "May–June"),
        ("[2024-05..2024-06]", "some time in May–June 2024", "May–June"),
        ("[2024-05-01..2024-05-10]", "between 1 and 10 May 2024", "1–10 May"),
        ("[2024-01,2024-02]", "January or February 2024", "Jan or Feb"),
        ("2024-05", "some time in May 2024", "May"),
        ("2024", "some time in 2024", "2024"),
        ("2024-09-15?", "15 September 2024, to be confirmed", "15 September ?"),
        ("2024-09~", "about September 2024", "~September"),
        ("{2024-10-17..2024-10-19}", "17, 18 and 19 October 2024, three days", "17–19 October"),
        ("[2024-05-15..2024-05-18,2024-05-22..2024-05-25]", "15–18 or 22–25 May 2024", "15–18 or 22–25 May"),
    ],
)
def test_said_in_full_and_short(edtf, full, cell):
    fuzzy = FuzzyDate.from_edtf(edtf)

    assert reading(fuzzy, "en") == full
    assert short(fuzzy, "en") == cell


def test_on_paper_months_stay_whole():
    fuzzy = FuzzyDate.from_edtf("2024-09-15?")

    assert (short(fuzzy, "es"), short(fuzzy, "es", roomy=True)) == ("15 sept ?", "15 de septiembre ?")


@pytest.mark.parametrize(
    ("language", "edtf", "said"),
    [
        ("es", "[2024-09,2024-10]", "septiembre u octubre de 2024"),
        ("fr", "{2024-05-01,2024-05-08}", "1er et 8 mai 2024"),
        ("ca", "[2024-04,2024-05]", "abril o maig del 2024"),
        ("ca", "2024-10-17", "17 d’octubre del 2024"),
        ("pt", "2024-05-15/2024-05-18", "15–18 de maio de 2024"),
    ],
)
def test_said_as_the_language_says_it(language, edtf, said):
    assert reading(FuzzyDate.from_edtf(edtf), language).startswith(said)


@pytest.mark.parametrize(
    ("language", "said", "edtf"),
    [
        ("es", "entre el 1 y el 10 de mayo de 2024, por confirmar", "[2024-05-01?..2024-05-10?]"),
        ("es", "en algún momento de mayo–junio de 2024, aproximadamente", "[2024-05~..2024-06~]"),
        ("fr", "entre le 1er et le 10 mai 2024, environ, à confirmer", "[2024-05-01%..2024-05-10%]"),
        ("fr", "1er–7 janvier 2023, sept jours", "2023-01-01/2023-01-07"),
        ("ca", "maig–juny del 2024, en algun moment, per confirmar", "[2024-05?..2024-06?]"),
        ("ca", "1–7 de gener del 2023, set dies", "2023-01-01/2023-01-07"),
        ("pt", "algures em maio de 2024, a confirmar", "2024-05?"),
        ("pt", "17, 18 e 19 de outubro de 2024, três dias", "{2024-10-17..2024-10-19}"),
    ],
)
def test_what_the_translations_say_is_read(language, said, edtf):
    assert parse(said, language=language, year=1999).edtf == edtf


def test_a_cell_names_the_year_only_where_it_is_not_the_expected_one():
    spring = FuzzyDate.from_edtf("2025-05-15")

    assert short(spring, "en", year=2025) == "15 May"
    assert short(spring, "en", year=2024) == "15 May 2025"
    assert short(FuzzyDate.from_edtf("2024-12/2025-01"), "pt", year=2024) == "dez. 2024 – jan. 2025"


@settings(max_examples=300, deadline=None)
@given(dates, st.sampled_from(LANGUAGES))
def test_what_is_said_is_read_back_as_the_same_date(fuzzy, language):
    assert parse(reading(fuzzy, language), language=language, year=1999).edtf == fuzzy.edtf


@pytest.mark.parametrize("language", LANGUAGES)
@given(fuzzy=dates)
@settings(max_examples=30, deadline=None)
def test_a_cell_is_never_empty(language, fuzzy):
    assert short(fuzzy, language).strip(" ?~")
