"""Words, names and numbers in the reader's language."""

import subprocess
import sys

import pytest
from babel.numbers import format_decimal

from iopd_desktop.words import LANGUAGES, locale, number, speaking


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [0, 999, 1000, -1234, 12_345, 1_234_567, 12.5, -0.25])
def test_numbers_are_written_as_babel_writes_them(language: str, value: float) -> None:
    with speaking(language):
        assert number(value) == format_decimal(value, locale=locale())


def test_a_count_is_told_before_babel_is_loaded() -> None:
    program = "import sys; from iopd_desktop.words import number; print(number(12345), 'babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["12,345", "False"]
