"""Words, names and numbers in the reader's language."""

import json
import subprocess
import sys
from collections import Counter

import pytest
from babel.numbers import format_decimal

from iopd_desktop import paths
from iopd_desktop.country_names import countries
from iopd_desktop.models import RECORDS
from iopd_desktop.models.kinds import Choice
from iopd_desktop.reports import REPORTS
from iopd_desktop.views.tabs import TABS
from iopd_desktop.words import LANGUAGES, _, country_names, locale, number, speaking


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_side_by_side_has_names_of_its_own(language: str) -> None:
    """Two fields of a form, two choices of a field or two pages of a tab that are called the same cannot be told."""
    with speaking(language):
        groups = [[made.label for made in record.fields.values()] for record in RECORDS]
        groups += [[_(label) for label in record.sections.values()] for record in RECORDS]
        kinds = [made.kind for record in RECORDS for made in record.fields.values()]
        groups += [[_(label) for label in kind.choices.values()] for kind in kinds if isinstance(kind, Choice)]
        groups += [[_(record.plural) for record in RECORDS], [_(report.label) for report in REPORTS]]
        groups += [[_(page.label) for page in tab.pages] for tab in TABS]
    doubled = [[name for name, count in Counter(group).items() if count > 1] for group in groups]
    assert [names for names in doubled if names] == []
