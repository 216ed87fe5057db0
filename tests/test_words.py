"""Words, names and numbers in the reader's language."""

import json
import subprocess
import sys

import pytest
from babel.numbers import format_decimal

from iopd_desktop import paths
from iopd_desktop.country_names import countries
from iopd_desktop.words import LANGUAGES, country_names, locale, number, speaking


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [0, 999, 1000, -1234, 12_345, 1_234_567, 12.5, -0.25])
def test_numbers_are_written_as_babel_writes_them(language: str, value: float) -> None:
    with speaking(language):
        assert number(value) == format_decimal(value, locale=locale())


def test_a_count_is_told_before_babel_is_loaded() -> None:
    program = "import sys; from iopd_desktop.words import number; print(number(12345), 'babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["12,345", "False"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_countries_that_are_compiled_are_those_of_babel(language: str) -> None:
    compiled = paths.brought("translations") / language / "countries.json"

    assert json.loads(compiled.read_text("utf-8")) == countries(language)
    with speaking(language):
        assert country_names()["DE"] == locale().territories["DE"]
        assert "EU" not in country_names()


def test_countries_are_told_before_babel_is_loaded() -> None:
    told = "print(country_name('PT'), 'babel' in sys.modules)"
    program = f"import sys; from iopd_desktop.words import country_name; {told}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["Portugal", "False"]
