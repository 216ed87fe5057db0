"""QR codes: every mask is laid out as the encoder itself would, and the one chosen is the easiest to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.barcode import qrencoder

from iopd_desktop.reports.page.qr_code import lost_points, qr_matrix

TEXTS = ("IOPD:B:4TK9QF2XM", "IOPD:1:0f3a9c:e012:3:K", "x" * 150, "")


def encoded(text, mask):
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QR8bitByte(text))
    code.version = code.calculate_version()
    code.makeImpl(False, mask)
    return tuple(tuple(map(bool, row)) for row in code.modules)


def as_rows(matrix):
    return tuple(int("".join("01"[dark] for dark in row), 2) for row in matrix)


def plainly_counted(matrix):
    """The points of ISO/IEC 18004, square by square."""
    count, points = len(matrix), 0
    for lines in (matrix, tuple(zip(*matrix, strict=True))):
        for line in lines:
            run = 1
            for place in range(1, count + 1):
                if place < count and line[place] == line[place - 1]:
                    run += 1
                else:
                    points += run - 2 if run >= 5 else 0
                    run = 1
            text = "".join("01"[dark] for dark in line)
            for place in range(count):
                points += 40 * (text[place : place + 11] in ("10111010000", "00001011101"))
    for i in range(count - 1):
        for j in range(count - 1):
            points += 3 * (len({matrix[i + a][j + b] for a in (0, 1) for b in (0, 1)}) == 1)
    dark = sum(map(sum, matrix))
    return points + 10 * int(abs(dark * 20 / count**2 - 10))


@pytest.mark.parametrize("text", TEXTS)
def test_the_chosen_mask_is_one_of_the_encoders_own_and_loses_the_fewest_points(text):
    masks = [encoded(text, mask) for mask in range(8)]
    assert qr_matrix(text) in masks
    assert plainly_counted(qr_matrix(text)) == min(map(plainly_counted, masks))


@given(st.integers(8, 25).flatmap(lambda count: st.lists(
    st.lists(st.booleans(), min_size=count, max_size=count), min_size=count, max_size=count
)))  # fmt: skip
def test_points_are_those_counted_square_by_square(matrix):
    assert lost_points(as_rows(matrix), len(matrix)) == plainly_counted(matrix)
