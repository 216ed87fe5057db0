"""A finished document is shown page by page, kept where the person says, and printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from iopd_desktop.views.kit.preview import Preview

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 9 0 R/Resources<<>>>>"


@pytest.fixture
def document(tmp_path):
    """A PDF of three pages, each with a black square in its upper half."""
    drawn = b"200 600 150 150 re f"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>", PAGE, PAGE, PAGE,
        b"<<>>", b"<<>>", b"<<>>", b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
    ]  # fmt: skip
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    path = tmp_path / "packet.pdf"
    path.write_bytes(bytes(out))
    return path


@pytest.fixture
def preview(qtbot, document):
    made = Preview(document)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_pages_are_seen(preview):
    image = preview.pages.viewport().grab().toImage()
    width = preview.pages._width()
    left = (preview.pages.viewport().width() - width) // 2
    scale = width / 595

    assert image.pixelColor(left + round(275 * scale), 12 + round(170 * scale)).lightness() < 40
    assert image.pixelColor(left + round(100 * scale), 12 + round(170 * scale)).lightness() > 200
    assert preview._place.text() == "1 of 3"


def test_keys_turn_the_pages(preview):
    QTest.keyClick(preview.pages, Qt.Key.Key_End)
    assert preview._place.text() == "3 of 3"

    QTest.keyClick(preview.pages, Qt.Key.Key_Home)
    assert preview._place.text() == "1 of 3"


def test_a_copy_is_kept_where_the_person_says(preview, document, tmp_path):
    preview.save_as(tmp_path / "kept.pdf")

    assert (tmp_path / "kept.pdf").read_bytes() == document.read_bytes()


def test_a_place_that_cannot_be_written_is_said_over_the_pages(preview, tmp_path):
    preview.save_as(tmp_path / "no folder" / "kept.pdf")

    assert not preview._wrong.isHidden()


def test_chosen_pages_are_printed(preview, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)

    preview.print_on(printer, 2, 3)

    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 2
