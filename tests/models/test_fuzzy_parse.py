"""Dates as people type them in five languages, and as the work plan words them."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iopd_desktop.models.fuzzy_lexicon import lexicon
from iopd_desktop.models.fuzzy_parse import parse
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import LANGUAGES


def read(text, language="en"):
    return parse(text, language=language, year=2024).edtf


@pytest.mark.parametrize(
    ("edtf", "wordings"),
    [
        ("2024-01", ["January", "enero", "janvier", "gener", "janeiro"]),
        ("[2024-01,2024-02]", ["January or February", "enero o febrero", "janvier ou février", "gener o febrer",
                               "janeiro ou fevereiro"]),
        ("2024-05/2024-06", ["May-June", "mayo-junio", "mai-juin", "maig-juny", "maio-junho"]),
        ("[2024-05..2024-06]", ["some time in May-June", "en algún momento de mayo o junio", "courant mai-juin",
                                "en algun moment de maig o juny", "algures em maio ou junho"]),
        ("2024-05-15", ["15 May deadline", "15 de mayo, plazo", "date limite 15 mai", "termini: 15 de maig",
                        "prazo 15 de maio"]),
        ("2024-05-15/2024-05-18", ["15-18 May", "del 15 al 18 de mayo", "du 15 au 18 mai", "del 15 al 18 de maig",
                                   "de 15 a 18 de maio"]),
        ("2024-05-31", ["31 May", "31 de mayo", "31 mai", "31 de maig", "31 de maio"]),
        ("2024-09-15?", ["15 September ... ?", "15 de septiembre ?", "15 septembre ?", "15 de setembre ?",
                         "15 de setembro?"]),
        ("{2024-10-17..2024-10-19}", ["17, 18 and 19 October", "17, 18 y 19 de octubre", "17, 18 et 19 octobre",
                                      "17, 18 i 19 d’octubre", "17, 18 e 19 de outubro"]),
        ("2024-07", ["July", "julio", "juillet", "juliol", "julho"]),
        ("2024-08", ["August", "agosto", "août", "agost", "agosto"]),
    ],
)  # fmt: skip
def test_the_work_plan_in_five_languages(edtf, wordings):
    for language, wording in zip(LANGUAGES, wordings, strict=True):
        assert read(wording, language) == edtf, wording
        assert read(wording, "en") == edtf, f"{wording} typed in an English window"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("15 to 18 May", "2024-05-15/2024-05-18"),
        ("May 15–18, 2025", "2025-05-15/2025-05-18"),
        ("30 May - 2 June", "2024-05-30/2024-06-02"),
        ("December 2024-January 2025", "2024-12/2025-01"),
        ("December-January", "2024-12/2025-01"),
        ("15 December to 10 January 2025", "2024-12-15/2025-01-10"),
        ("December or January", "[2024-12,2025-01]"),
        ("May 2024 to June 2025", "2024-05/2025-06"),
        ("2024-2026", "2024/2026"),
        ("between 15 and 18 May", "[2024-05-15..2024-05-18]"),
        ("entre le 15 et le 18 mai", "[2024-05-15..2024-05-18]"),
        ("January (Preparation for the launch)", "2024-01"),
    ],
)
def test_ranges(text, edtf):
    assert read(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("septiembre u octubre", "[2024-09,2024-10]"),
        ("July / August", "[2024-07,2024-08]"),
        ("7/8 October", "[2024-10-07,2024-10-08]"),
        ("15-18 May or 22-25 May", "[2024-05-15..2024-05-18,2024-05-22..2024-05-25]"),
        ("2024 or 2025", "[2024,2025]"),
        ("October 17, 18 and 19, 2025", "{2025-10-17..2025-10-19}"),
        ("Friday 17 and Saturday 18 May", "{2024-05-17,2024-05-18}"),
        ("17-19 and 25 October", "{2024-10-17..2024-10-19,2024-10-25}"),
        ("3, 10 May; 7 June", "{2024-05-03,2024-05-10,2024-06-07}"),
    ],
)
def test_choices_and_lists(text, edtf):
    assert read(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-05-15", "2024-05-15"),
        ("2024-05", "2024-05"),
        ("15/05/2024", "2024-05-15"),
        ("15.05.2024", "2024-05-15"),
        ("15-05-2024", "2024-05-15"),
        ("5/6/24", "2024-06-05"),
        ("15/05", "2024-05-15"),
        ("15-18/05/2025", "2025-05-15/2025-05-18"),
        ("2023", "2023"),
        ("Wed 15th May 2024", "2024-05-15"),
        ("[2024-05..2024-06]", "[2024-05..2024-06]"),
        ("2024-05-15/2024-05-18", "2024-05-15/2024-05-18"),
        ("2024-09-15?", "2024-09-15?"),
    ],
)
def test_numbers_and_edtf(text, edtf):
    assert read(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("15 May (to be confirmed)", "2024-05-15?"),
        ("15 de mayo por confirmar", "2024-05-15?"),
        ("peut-être le 15 mai", "2024-05-15?"),
        ("potser el 15 de maig", "2024-05-15?"),
        ("15 de maio, a confirmar", "2024-05-15?"),
        ("January or February?", "[2024-01?,2024-02?]"),
        ("about 15 May", "2024-05-15~"),
        ("c. May 2024", "2024-05~"),
        ("~15 May", "2024-05-15~"),
        ("hacia el 15 de mayo", "2024-05-15~"),
        ("vers le 15 mai", "2024-05-15~"),
        ("al voltant del 15 de maig", "2024-05-15~"),
        ("por volta de 15 de maio", "2024-05-15~"),
    ],
)
def test_doubts(text, edtf):
    assert read(text) == edtf


@pytest.mark.parametrize(
    ("edtf", "texts"),
    [
        ("[2024-05-01..2024-05-10]", ["early May", "principios de mayo", "début mai", "principis de maig",
                                      "início de maio"]),
        ("[2024-05-11..2024-05-20]", ["mid-May", "a mediados de mayo", "mi-mai", "mitjans de maig", "meados de maio"]),
        ("[2024-05-21..2024-05-31]", ["end of May", "a finales de mayo", "fin mai", "finals de maig", "fim de maio"]),
        ("[2024-03..2024-05]", ["spring", "primavera", "printemps 2024", "primavera", "primavera de 2024"]),
        ("[2024-12..2025-02]", ["winter 2024-2025", "invierno", "hiver", "hivern", "inverno"]),
        ("[2025-01..2025-03]", ["Q1 2025", "primer trimestre de 2025", "1er trimestre 2025", "1r trimestre del 2025",
                                "1.º trimestre de 2025"]),
        ("[2024-10..2024-12]", ["4th quarter", "T4", "T4 2024", "4t trimestre", "último trimestre"]),
        ("[2024-07..2024-12]", ["second half of 2024", "segundo semestre", "S2 2024", "segon semestre",
                                "2.º semestre"]),
        ("[2024-05-16..2024-05-31]", ["second half of May", "segunda quincena de mayo", "2e quinzaine de mai",
                                      "segona quinzena de maig", "segunda quinzena de maio"]),
        ("[2024-05-01..2024-05-07]", ["first week of May", "primera semana de mayo", "première semaine de mai",
                                      "primera setmana de maig", "primeira semana de maio"]),
        ("[2024-09..2024-12]", ["late 2024", "finales de 2024", "fin 2024", "finals del 2024", "fim de 2024"]),
    ],
)  # fmt: skip
def test_parts_of_months_and_years_in_five_languages(edtf, texts):
    for language, text in zip(LANGUAGES, texts, strict=True):
        assert read(text, language) == edtf, text


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "mar. 14 mai", "2024-05-14"),
        ("es", "mar-abr", "2024-03/2024-04"),
        ("pt", "segunda-feira, 13 de maio", "2024-05-13"),
        ("pt", "sexta, 17 de maio", "2024-05-17"),
        ("pt", "enero o febrero", "[2024-01,2024-02]"),
        ("pt", "do dia 15 ao dia 18 de maio", "2024-05-15/2024-05-18"),
        ("es", "el dos de mayo", "2024-05-02"),
        ("es", "mayo, pendiente de confirmar", "2024-05?"),
        ("es", "a primeros de mayo", "[2024-05-01..2024-05-10]"),
        ("es", "en torno a mayo", "2024-05~"),
        ("es", "algún día de mayo", "2024-05"),
        ("fr", "du 1er au 3 mai", "2024-05-01/2024-05-03"),
        ("fr", "début mai - mi-juin", "[2024-05-01..2024-06-20]"),
    ],
)
def test_a_word_that_two_languages_share_is_taken_in_the_reader_s_own(language, text, edtf):
    assert read(text, language) == edtf


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_is_known_long_and_short(language):
    from babel.dates import get_month_names

    for width in ("wide", "abbreviated"):
        for month, name in get_month_names(width, "stand-alone", language).items():
            assert read(f"3 {name} 2024", language) == f"2024-{month:02}-03"


def test_counted_days_are_held_against_the_named_ones():
    assert read("15–18 May 2024, four days") == "2024-05-15/2024-05-18"
    assert read("15 May, 3 days") == "2024-05-15/2024-05-17"
    with pytest.raises(BadValue, match="4 days, not 5"):
        read("15-18 May, five days")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hello", "“hello”"),
        ("15 May at the harbour", "“harbour”"),
        ("", "No date"),
        ("?", "No date"),
        ("TBD", "No date"),
        ("15", "Which month"),
        ("31 June", "2024-06-31"),
        ("29 February 2023", "2023-02-29"),
        ("18-15 May", "before"),
        ("15 or 16 and 17 May", "“And” and “or”"),
        ("15 16 May", "one too many"),
        ("mañana por la tarde", "“mañana” is not understood"),
        ("15-18-20 May", "one beginning"),
        ("15 May or", "end of this date"),
        ("until 15 May", "beginning of this date"),
        ("Q5", "Which part"),
        ("May, " * 100, "too long"),
        ("٣ مايو", "not understood"),
    ],
)
def test_what_cannot_be_read_is_said(text, why):
    with pytest.raises(BadValue, match=why):
        read(text)


def test_the_wording_is_kept_as_typed():
    assert parse("  15 September ... ?", language="en", year=2024).wording == "  15 September ... ?"


_SIGNS = [*"-–/,.?~()[]{}'&", "..", "15", "31", "2024", "1er", "2024-05", "99999"]
_WORDS = st.sampled_from([*sorted(lexicon("en")), *_SIGNS])


@settings(max_examples=400, deadline=None)
@given(st.text() | st.lists(_WORDS, max_size=12).map(" ".join), st.sampled_from([*LANGUAGES, "xx"]))
def test_any_text_is_a_date_or_a_refusal(text, language):
    said = ""
    try:
        fuzzy = parse(text, language=language, year=2024)
        said = fuzzy.edtf if fuzzy.earliest <= fuzzy.latest else ""
    except BadValue as refused:
        said = str(refused)
    assert said.strip()


@pytest.mark.parametrize("length", [3_900, 100_000])
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1, ",
        "1 May, ",
        "Q",
        "1.",
        "to be ",
        "1/",
        "1-",
        "may ",
        "?",
        "[",
        "(",
        "a",
        "é",
        "15 to ",
        "2024-05-15,",
        " ",
    ],
)
def test_much_text_takes_little_work(piece, length):
    calls = 0

    def count(*_event):
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        with pytest.raises(BadValue):
            read(piece * (length // len(piece)))
    finally:
        sys.setprofile(None)
    assert calls < 400 * length  # it grows with the text, not with its square

