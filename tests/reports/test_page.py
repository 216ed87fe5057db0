"""The page itself: fonts by glyph, directions, line breaks, tables that split, figures, fields, pictures."""

from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import (
    Cell,
    Column,
    Ink,
    Page,
    Row,
    Running,
    Table,
    Text,
    faces,
    measures,
    setting,
    writing,
)
from iopd_desktop.reports.page.faces import face_for
from tests.reports import seen

WIDTH = measures.TEXT_WIDTH


def printed(tmp_path, *blocks, foot=""):
    """A file with some blocks, and what it could not print."""
    page = Page(Running("Document", "p. {page} of {pages}", foot))
    page.title, page.author = "Title", "Author"
    for block in blocks:
        page.add(block)
    page.settle()
    path = tmp_path / "page.pdf"
    with path.open("wb") as out:
        ink = Ink(out, "en")
        page.paint(ink)
        ink.close()
    return path, ink.missing


def shown(text, **style):
    """The lines of a text as they are drawn, letters from the left."""
    made = setting.lines(text, measures.BODY, style.pop("width", WIDTH), **style)
    return ["".join(run.text for run in line.runs) for line in made]


@pytest.mark.parametrize("text", ["Łódź", "Ελλάδα", "Санкт", "القاهرة", "नागरिक", "北京市", "서울시", "くじ", "עיר"])
@pytest.mark.parametrize("weight", ["regular", "bold", "italic"])
def test_every_script_of_the_network_has_a_font_in_every_weight(text, weight):
    assert writing.runs(text, weight).missing == ""
    assert all(face_for(char, weight) for char in text)


def test_markup_is_printed_and_never_obeyed(tmp_path):
    text = "Tom <tom@example.org> & <b>bold <img src='/etc/hostname'/> &amp; {page}"
    path, _missing = printed(tmp_path, paper.paragraph(text))
    assert text in seen.text(path)


def test_control_characters_and_overrides_leave_no_trace():
    assert writing.plain("a\x00b\x1b[31m \u202eevil\u202c \ufeffc\u200bd") == ["ab[31m evil cd"]
    assert writing.plain("one\r\ntwo\u2028three\x85") == ["one", "two", "three", ""]
    assert writing.plain("\ud800") == ["?"]


@given(st.text(max_size=60))
def test_no_text_stops_the_press(text):
    made = setting.lines(text, measures.BODY, 90, turns=True)
    assert made
    assert all(line.width >= 0 for line in made)


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=30))
def test_no_word_is_lost_and_no_line_is_too_long(words):
    made = setting.lines(" ".join(words), measures.BODY, 100)
    assert " ".join("".join(run.text for run in line.runs) for line in made).replace("\u00a0", " ").split() == words
    assert all(line.width * measures.BODY.size / 1000 <= 101 for line in made)


def test_a_word_wider_than_its_column_is_cut_not_lost():
    made = setting.lines("W" * 400, measures.BODY, 80)
    assert sum(len(run.text) for line in made for run in line.runs) == 400
    assert all(line.width * measures.BODY.size / 1000 <= 80.5 for line in made)


def test_han_breaks_between_its_letters_but_not_before_a_stop():
    made = shown("社区议事厅" * 12 + "。" + "社区" * 20, width=120)
    assert len(made) > 3
    assert "".join(made).replace(" ", "") == "社区议事厅" * 12 + "。" + "社区" * 20
    assert not any(line.startswith("。") for line in made)


def test_an_arabic_name_stays_whole_in_a_latin_line_with_its_brackets():
    (line,) = shown("Fatima Zahra (فاطمة الزهراء), élue")
    assert line.startswith("Fatima Zahra (")
    assert line.endswith("), élue")
    first, second = (writing.visual(word, from_right=False) for word in ("فاطمة", "الزهراء"))
    assert line.index(second) < line.index(first)


def test_an_arabic_paragraph_stands_at_the_right_and_keeps_latin_words_and_brackets():
    text = "وعلى المجلس (Conseil) أن يعلل كل رفض كتابة"
    (line,) = setting.lines(text, measures.ARABIC, WIDTH, turns=True)
    drawn = "".join(run.text for run in line.runs)
    assert line.from_right
    assert "(Conseil)" in drawn
    assert drawn.index(writing.visual("أن", from_right=True)) < drawn.index("(Conseil)")
    assert not setting.lines(text, measures.ARABIC, WIDTH)[0].from_right


def test_a_place_in_two_scripts_reads_from_the_left():
    assert not setting.lines("سوق الخميس Souk el-Khemis", measures.BODY, WIDTH, turns=True)[0].from_right


def test_devanagari_is_shaped():
    (run,) = writing.runs("नागरिक", "regular").runs
    assert run.face.shaped
    assert run.width < sum(writing.runs(char, "regular").width for char in "नागरिक") + 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("15 May 2024", "15\u00a0May 2024"),
        ("8 % of it", "8\u00a0% of it"),
        ("see p. 3", "see p.\u00a03"),
        ("Pourquoi ?", "Pourquoi\u202f?"),
        ("« mot »", "«\u202fmot\u202f»"),
        ("a text of more than forty letters that ends well", "a text of more than forty letters that ends\u00a0well"),
    ],
)
def test_spaces_that_should_not_end_a_line_are_kept(typed, kept):
    assert writing.glued(typed) == kept


def test_a_missing_character_is_marked_and_told_with_its_record(tmp_path):
    page = Page(Running())
    page.subject = "Riba Alta"
    page.add(paper.paragraph("private \ue123 use"))
    page.settle()
    ink = Ink(BytesIO(), "en")
    page.paint(ink)
    assert ink.missing == {"\ue123": {"Riba Alta"}}


def test_a_machine_without_fonts_still_prints(tmp_path, monkeypatch):
    caches = (faces._file, faces._face, faces.face_for, writing.runs, writing.word, setting._set)
    monkeypatch.setattr(faces, "_folders", lambda: iter(()))
    for one in caches:
        one.cache_clear()
    try:
        text = paper.paragraph("北京市 서울 – καλημέρα")
        path, missing = printed(tmp_path, paper.title("Ajuntament de Riba Alta"), text)
        assert "Ajuntament de Riba Alta" in seen.text(path)
        assert "北" not in missing
        assert "서" not in missing
        assert "κ" in missing
    finally:
        for one in caches:
            one.cache_clear()


def test_a_table_goes_on_under_its_head_and_says_so(tmp_path):
    rows = [Row((str(i), "A name")) for i in range(60)]
    table = Table((Column("No.", 20), Column("Name")), rows, goes_on="The rest: next page")
    path, _missing = printed(tmp_path, paper.title("List"), table)
    pages = seen.pages(path)
    assert len(pages) == 2
    assert all("No. Name" in page for page in pages)
    assert "The rest: next page" in pages[0]
    assert "The rest" not in pages[1]


def test_a_row_higher_than_a_page_is_cut_at_a_line(tmp_path):
    table = Table((Column("No.", 20), Column("Name")), [Row(("1", "word " * 6_000)), Row(("2", "the last row"))])
    path, _missing = printed(tmp_path, table)
    words = seen.text(path)
    assert words.count("word") == 6_000
    assert "the last row" in words


def test_a_heading_is_not_left_alone_at_the_foot(tmp_path):
    fill = [paper.Gap(measures.TEXT_BOTTOM - measures.TEXT_TOP - 45), paper.paragraph("Before.")]
    path, _missing = printed(tmp_path, *fill, paper.section("Heading"), paper.paragraph("line " * 200))
    first, second = seen.pages(path)
    assert "Heading" not in first
    assert "Heading" in second


def test_totals_are_the_true_ones_and_margins_are_mirrored(tmp_path):
    path, _missing = printed(tmp_path, *(paper.paragraph("word " * 900) for _i in range(4)), foot="Destroy by 1 May")
    pages = seen.pages(path)
    assert all(f"p. {i} of {len(pages)}" in page and "Destroy by" in page for i, page in enumerate(pages, start=1))
    document = pypdfium2.PdfDocument(path)
    edges = [round(min(letter.left for letter in seen.letters(page)) / seen.MM) for page in document][:2]
    document.close()
    assert edges == [25, 18]


def test_long_heads_are_set_smaller_or_in_two_lines_before_they_are_cut(tmp_path):
    long = "Prioridad D. Aprendizaje: cooperación descentralizada y acciones conjuntas"
    turned = "Evaluación y rendición de cuentas"

    def paint(ink, x, y, _width):
        ink.turned(turned, x + 20, y + 80, measures.TABLE_HEAD, room=100)

    words = seen.text(printed(tmp_path, paper.band(long, "Tareas 18 a 22"), paper.Drawing(90, paint))[0])
    assert long in words
    assert "…" not in words
    assert all(word in words for word in turned.split())


def test_figures_say_their_numbers(tmp_path):
    blocks = (
        paper.key_figures([("1,024", "members", "12 more than in 2023")]),
        paper.bars([("Africa", 80, 90), ("Europe", 120, 110), ("Asia-Pacific", 3, 3)], ("Others", 7, None)),
        paper.parts([("Done", 1), ("In hand", 4), ("None", 0)]),
    )
    words = seen.text(printed(tmp_path, *blocks)[0])
    assert words.index("Europe") < words.index("Africa") < words.index("Others")
    for said in ("1,024", "members", "+10", "−10", "same", "Done", "In hand"):
        assert said in words
    assert "None" not in words


def test_a_choice_and_a_picture_stand_on_the_page(tmp_path):
    content = BytesIO()
    Image.new("RGB", (40, 20), "#000000").save(content, "PNG")

    def paint(ink, x, y, width):
        paper.choice(ink, x, y, 100, 16, "role", "Role", [("Speaker", "s"), ("Guest", "g")])
        ink.picture(content.getvalue(), x, y + 40, 80, 80)
        ink.picture(b"no picture", x + 100, y + 40, 80, 80)

    path, _missing = printed(tmp_path, paper.Drawing(200, paint), paper.paragraph("end"))
    assert seen.fields(path)["role"]["/TU"] == "Role"
    assert seen.fields(path)["role"].get("/V") in (None, "")
    image = seen.picture(path, 0)
    left, top = 25, 28 + 40 / seen.MM
    assert seen.darkness(image, left + 2, top + 2, 20, 8) > 0.95
    assert seen.darkness(image, left + 38, top + 3, 20, 8) < 0.05


def test_columns_are_filled_one_after_the_other(tmp_path):
    page = Page(Running())
    page.columns(2)
    for i in range(40):
        page.add(Text(f"entry {i}", measures.BODY, above=13))
    page.settle()
    xs = {round(item[1]) for item in page.leaves[0].items}
    assert len(xs) == 2
    assert len(page.leaves) == 1


def test_cells_of_different_sizes_share_one_baseline(tmp_path):
    rows = [Row((Cell("Big", measures.TITLE), Cell("small", measures.NOTE)))]
    path, _missing = printed(tmp_path, Table((Column("", 40), Column("")), rows, headed=False))
    document = pypdfium2.PdfDocument(path)
    low = {letter.text: letter.bottom for letter in seen.letters(document[0]) if letter.text in "Bm"}
    document.close()
    assert low["B"] == pytest.approx(low["m"], abs=0.6)
