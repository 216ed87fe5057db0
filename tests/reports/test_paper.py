"""What holds for every report: glyphs, frames, sizes, page totals, outline, feet, fields, bytes; with worst cases."""

import re
from functools import cache

import pypdfium2
import pytest
from pypdf import PdfReader

from iopd_desktop.models import awards, members
from iopd_desktop.models.refusal import Refused
from iopd_desktop.reports import REPORTS, report_named
from iopd_desktop.store.store import Store
from tests.reports import seen
from tests.reports.conftest import fill, printed

NAMES = [report.name for report in REPORTS]
LONG = "The United Association of the Very Small Municipalities of the Upper Valley, the Seven Lakes and the North Sea"
WORST = (
    LONG, "مجلس الشباب في المدينة القديمة", "社区议事厅和居民代表会议", "주민 회의와 시민 배심원단",
    "वडा नागरिक सभा र सहभागिता",
)  # fmt: skip
SEVEN = "Room 12\nParticipation Office\nSecond Floor\nHarbour Road 101\nBarangay San Isidro\nMeridia\n1234"
SIZES = ("none", "one", "many")
PARTED = ("jury-packet", "convocation")
"""Papers of parts for one reader each, in their language, whose pages are counted from 1 again."""
HOLDS = ("Holds personal data", "Contient des données personnelles", "Contiene datos personales")
DESTROY = ("Destroy", "À détruire", "Destrúyase", "Destruir")


def worst(store):
    """Names in every script, an address of seven lines, a person of two family names and one with no Latin form."""
    fill(store, WORST)
    with store.work("Worst") as work:
        for row in work.all(members.Organisation):
            work.edit(members.Organisation, row["id"], {"address": SEVEN})
        place = work.all(members.Organisation, {"name": LONG})[0]["id"]
        for given, family in (("María del Carmen", "Rodríguez-Villanueva y García de la Concepción"), ("晓雨", "陈")):
            person = work.add(members.Person, {"given_name": given, "family_name": family, "organisation": place})
            work.add(members.Consent, {"person": person, "purpose": "directory", "date": "2024-01-01"})
            work.add(members.ContactPoint, {"person": person, "value": "a-very-long-name.of-somebody@example.org"})


@pytest.fixture(scope="session")
def pressed(tmp_path_factory, planned_database):
    """Make every report of a size once: size and name to what was made, None where it is refused."""
    folder = tmp_path_factory.mktemp("pressed")

    @cache
    def database(size):
        path = folder / f"{size}.iopd"
        path.write_bytes(planned_database)
        with Store.open(path, author="Template") as opened:
            if size == "one":
                fill(opened, places=1)
            elif size == "many":
                worst(opened)
        return path

    @cache
    def made(size, name, again=False):
        out = folder / f"{size}-{again}"
        out.mkdir(exist_ok=True)
        with Store.open(database(size), author="Template") as opened:
            options = {}
            if name == "jury-packet" and size != "none":
                with opened.read() as read:
                    options["juror"] = read.all(awards.Juror)[0]["id"]
            try:
                return printed(opened, out, name, **options)
            except Refused:
                return None

    return made


@cache
def looked_at(path):
    """Each page: its size, its letters, and the boxes of its lines."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [(page.get_size(), list(seen.letters(page)), seen.boxes(page)) for page in document]
    finally:
        document.close()


every = pytest.mark.parametrize("name", NAMES)
sizes = pytest.mark.parametrize("size", SIZES)


@every
@sizes
def test_a_report_is_made_or_refused_with_a_sentence(pressed, name, size):
    made = pressed(size, name)
    assert made is None or made.pages
    assert made or size == "none" or name == "practice-sheet"


@every
@sizes
def test_every_character_has_a_glyph(pressed, name, size):
    made = pressed(size, name)
    assert not made or not [sentence for sentence in made.missing if "U+" in sentence]


@every
@sizes
def test_every_letter_stands_in_its_frame_and_is_big_enough(pressed, name, size):
    for path in (made.paths if (made := pressed(size, name)) else ()):
        for number, ((wide, high), letters, _boxes) in enumerate(looked_at(path), start=1):
            left, right = frame(name, path, number, wide)
            for letter in letters:
                told = f"{path.name}, page {number}: {letter}"
                assert left - 1 <= letter.left, told
                assert letter.right <= right + 1, told
                assert 5 * seen.MM <= letter.top <= letter.bottom + 1 <= high - 4 * seen.MM, told
                assert letter.size > 6.45, told


def frame(name, path, number, wide):
    """The edges of the text: labels keep 5 mm, fixed sheets 10 mm, every other page its two margins."""
    if report_named(name).labels:
        return 5 * seen.MM, wide - 5 * seen.MM
    if name in PARTED:
        return 18 * seen.MM, wide - 18 * seen.MM
    left = (25 if number % 2 else 18) * seen.MM
    return left, left + wide - 43 * seen.MM


@every
@sizes
def test_no_line_is_printed_over_another(pressed, name, size):
    for path in (made.paths if (made := pressed(size, name)) else ()):
        for number, (_size, _letters, boxes) in enumerate(looked_at(path), start=1):
            over = [(first.text, second.text) for first, second in seen.overprinted(boxes)]
            assert over == [], f"{path.name}, page {number}"


@every
@sizes
def test_every_page_says_which_of_how_many(pressed, name, size):
    if report_named(name).labels:
        return
    for path in (made.paths if (made := pressed(size, name)) else ()):
        parts, told = 0, iter(seen.pages(path))
        for page in told:
            whole = max(map(int, re.findall(r"\b1/(\d+)", page)))
            assert all(f"{i}/{whole}" in next(told, "") for i in range(2, whole + 1))
            parts += 1
        assert parts == 1 or name in PARTED


@every
@sizes
def test_a_file_says_what_it_is(pressed, name, size):
    for path in (made.paths if (made := pressed(size, name)) else ()):
        reader = PdfReader(path)
        assert reader.metadata.title
        assert reader.metadata.author
        assert reader.outline
        assert reader.root_object["/Lang"] == "en"


@every
def test_what_names_persons_says_at_every_foot_when_it_is_destroyed(pressed, name):
    made = pressed("many", name)
    if not made.disclosure or report_named(name).labels:
        return
    for path in made.paths:
        for page in seen.pages(path):
            assert any(words in page for words in HOLDS)
            assert any(words in page for words in DESTROY)


@every
def test_two_builds_give_the_same_bytes(pressed, name):
    first, second = pressed("many", name), pressed("many", name, again=True)
    assert [path.read_bytes() for path in first.paths] == [path.read_bytes() for path in second.paths]


@every
def test_fields_have_plain_names_tooltips_and_no_value(pressed, name):
    for path in pressed("many", name).paths:
        for field, told in seen.fields(path).items():
            assert re.fullmatch(r"[A-Za-z0-9_]+", field)
            assert told.get("/TU")
            assert field == "meta_packet" or told.get("/V") in (None, "", "/Off")
