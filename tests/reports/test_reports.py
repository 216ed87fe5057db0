"""Reports from a small network: totals, languages, same bytes, consent, nasty texts, what is left when one stops."""

from datetime import date

import pytest
from pypdf import PdfReader

from iopd_desktop.models import awards
from iopd_desktop.models.desk import Disclosure
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.reports import (
    REPORTS,
    calendar_year,
    jury_packet,
    make,
    member_directory,
    record,
    work_plan,
)
from iopd_desktop.words import LANGUAGES
from tests.nasty import LONG, NASTY, SHORT
from tests.reports import seen
from tests.reports.conftest import fill, printed

NAMES = [report.name for report in REPORTS]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_says_what_it_is_and_in_which_language(network, tmp_path, name, language):
    options = {"juror": _first_juror(network)} if name == "jury-packet" else {}
    for path in printed(network, tmp_path, name, language, **options).paths:
        reader = PdfReader(path)
        assert reader.metadata.title
        assert reader.metadata.author
        assert reader.outline
        if name != "jury-packet":
            assert reader.root_object["/Lang"] == language


@pytest.mark.parametrize("name", NAMES)
def test_no_text_breaks_a_report(planned, tmp_path, name):
    fill(planned, [text for text in NASTY if text.strip()])
    options = {"juror": _first_juror(planned)} if name == "jury-packet" else {}
    made = printed(planned, tmp_path, name, **options)
    assert made.pages
    for path in made.paths:
        assert PdfReader(path).pages
    words = seen.text(made.paths[0])
    if name == "member-directory":
        for text in ("<tom@example.org>", "<b>never closed", "=1+1", "{name} {0} %s", "Муниципалитет Пример", "Łódź"):
            assert text in words


def _first_juror(store):
    with store.read() as read:
        return read.all(awards.Juror)[0]["id"]


def test_a_text_without_end_is_printed_to_its_end(planned, tmp_path):
    nominations = fill(planned)
    with planned.work("Long") as work:
        work.edit(awards.Nomination, nominations[0], {"summary": {"fr": LONG[0] + "the end"}, "description": None})
    words = seen.text(printed(planned, tmp_path, "jury-packet").paths[0])
    assert words.count("word word") >= 9_000
    assert "the end" in words


def test_a_character_without_a_font_is_named_with_its_record(planned, tmp_path):
    nominations = fill(planned)
    with planned.work("Odd") as work:
        work.edit(awards.Nomination, nominations[0], {"summary": {"fr": "private \ue123 use"}, "place": "Riba Alta"})
    made = printed(planned, tmp_path, "jury-packet")
    assert any("U+E123" in sentence and "Riba Alta" in sentence for sentence in made.missing)


def test_scripts_of_the_network_all_have_a_font(planned, tmp_path):
    fill(planned, [text for text in SHORT if text.isprintable() and not text.isspace()])
    missing = printed(planned, tmp_path, "member-directory").missing
    assert not [sentence for sentence in missing if any(script in sentence for script in "ąłñçПбعلنगर市예")]


def test_only_consent_brings_a_contact_into_the_directory(network, tmp_path):
    words = seen.text(printed(network, tmp_path, "member-directory").paths[0])
    assert "Open Person 0" in words
    assert "open0@example.org" in words
    assert "Closed Person 0" not in words
    assert "closed0@example.org" not in words
    assert "office@example.org" not in words
    before = seen.text(printed(network, tmp_path, "member-directory", as_of="2023-12-31").paths[0])
    assert "Open Person" not in before
    assert "Contact not published" in before


def test_a_report_of_nothing_says_so(store, tmp_path):
    words = seen.text(printed(store, tmp_path, "member-directory").paths[0])
    assert "There are no members yet." in words
    assert seen.text(printed(store, tmp_path, "calendar-year").paths[0]).count("no entry yet") == 12
    for name in ("work-plan", "jury-packet"):
        with pytest.raises(Refused):
            printed(store, tmp_path, name)


def test_the_calendar_reads_like_part_4(planned, tmp_path):
    words = seen.text(printed(planned, tmp_path, "calendar-year").paths[0])
    for line in (
        "Coordinating committee meetings (January or February)",
        "15 May: Deadline for nominations for the OIDP Award",
        "15-18 May: Global Forum on Modern Direct Democracy, Bucharest",
        "ALDA General Assembly in Barcelona (May-June)",
        "15 September: Democracy Day - virtual meeting OIDP ?",
        "IOPD Conference and Assembly in Valongo 17, 18 and 19 October",
    ):
        assert line in words


def test_the_plan_prints_every_word_of_its_parts(planned, tmp_path):
    words = seen.text(printed(planned, tmp_path, "work-plan").paths[0])
    with planned.read() as read:
        tree = work_plan.rows(read, year=2024).tree
    told = [tree.title, *tree.paragraphs("part2_text"), *tree.paragraphs("part4_before"), "TBD"]
    told += [text for _place, text in tree.objectives]
    told += [one.description for one in tree.priorities]
    told += [task.text for one in tree.priorities for task in one.tasks]
    told += [item.text for one in tree.priorities for task in one.tasks for item in task.items]
    for text in told:
        assert " ".join(text.split()) in words


class Stop(Exception):
    """The person pressed Cancel."""


def test_a_cancelled_report_leaves_nothing(network, tmp_path):
    def told(done, whole):
        if done > 20:
            raise Stop

    out = tmp_path / "packets"
    with network.read() as read, pytest.raises(Stop):
        make(jury_packet.REPORT, read, out, "en", told=told, edition=18)
    assert not out.exists()


def test_progress_is_told_page_by_page(network, tmp_path):
    heard = []
    with network.read() as read:
        out = tmp_path / "year.pdf"
        made = make(calendar_year.REPORT, read, out, "en", told=lambda *at: heard.append(at), year=2024)
    assert heard == [(0, 1)]
    assert made.pages == 1


def test_the_plan_of_a_year_without_one_is_refused(planned, tmp_path):
    with pytest.raises(Refused, match="1999"):
        printed(planned, tmp_path, "work-plan", year=1999)


def test_a_directory_is_good_for_a_year_even_on_a_leap_day(network, tmp_path):
    words = seen.text(printed(network, tmp_path, "member-directory", as_of=date(2024, 2, 29).isoformat()).paths[0])
    assert "28 February 2025" in words
    assert member_directory.REPORT.personal


def test_what_leaves_about_persons_is_recorded(network, tmp_path):
    made = printed(network, tmp_path, "member-directory")
    record(network, made, date(2024, 4, 2), "Ada Example")
    record(network, printed(network, tmp_path, "calendar-year"), date(2024, 4, 2), "Ada Example")
    record(network, printed(network, tmp_path, "member-directory", as_of="2023-01-01"), date(2024, 4, 2), "Ada")
    with network.read() as read:
        (told,) = read.all(Disclosure)
    assert (told["count"], told["left_out"], told["date"]) == (2, 2, "2024-04-02")
    assert "31 March 2024" in told["what"]


@pytest.mark.parametrize("name", [report.name for report in REPORTS if report.personal])
def test_every_report_about_persons_says_what_it_discloses(network, tmp_path, name):
    told = printed(network, tmp_path, name).disclosure
    assert told["purpose"]
    assert told["basis"]
    assert told["count"] > 0


def test_a_column_that_goes_on_says_of_what(planned, tmp_path):
    fill(planned, [f"Municipality {i:03d}" for i in range(60)])
    pages = seen.pages(printed(planned, tmp_path, "member-directory").paths[0])
    assert len(pages) > 2
    assert all("continued" in page for page in pages[1:])


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("work-plan", {"year": "next"}),
        ("work-plan", {"as_of": "yesterday"}),
        ("calendar-year", {"audience": "nobody"}),
        ("calendar-year", {"colour": "red"}),
        ("jury-packet", {"edition": None}),
        ("jury-packet", {"edition": 18, "phase": "jury9"}),
    ],
)
def test_an_option_that_cannot_be_read_is_refused_with_its_name(network, tmp_path, name, options):
    with pytest.raises(BadValue, match=r"\w"):
        printed(network, tmp_path, name, **options)
    assert not list(tmp_path.glob("*.pdf"))


def test_options_may_come_as_typed(network, tmp_path):
    assert printed(network, tmp_path, "calendar-year", year="2024").pages == 1
