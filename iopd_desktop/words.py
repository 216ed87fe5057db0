"""The program's words: translation, and the names, dates and numbers of a reader's language.

The window, a document and a record may each speak another language, so the current one is a context
variable: `speak` sets it for the program, `speaking` for one document. So is the day: a sample network lives on
a day of its own.
"""

import gettext as _gettext
import json
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from itertools import filterfalse
from typing import TYPE_CHECKING

from iopd_desktop import paths
from iopd_desktop.country_names import LOCALES, countries

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("en", "es", "fr", "ca", "pt")
LANGUAGE_OWN_NAMES = {"en": "English", "es": "Español", "fr": "Français", "ca": "Català", "pt": "Português"}
# Babel's own, told here because the counts of the first window are painted before Babel is loaded.
_THOUSANDS = {"en": ",", "es": ".", "fr": "\u202f", "ca": ".", "pt": "\u00a0"}
_FOLDED = str.maketrans(
    {"ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe",
     "ı": "i", "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d"}
)

_LONG_NAME = 120

_language: ContextVar[str] = ContextVar("language", default="en")
_day: ContextVar[date | None] = ContextVar("day", default=None)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "mark, translate later"
    """Mark a text for translation where it stands in a table; `_` translates it when it is shown."""
    return text


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    if language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("iopd", paths.brought("translations"), [language], fallback=True)


def _(text: str) -> str:
    """`text` in the current language (an empty text stays empty)."""
    return _catalogue(_language.get()).gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a text that goes with `count` in the current language."""
    return _catalogue(_language.get()).ngettext(one, many, count)


def language() -> str:
    """The current language's code."""
    return _language.get()


def speak(code: str) -> None:
    """Set the language from here on; an unknown code falls back to English."""
    _language.set(code if code in LANGUAGES else "en")


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for the length of a block, as a document for its reader does."""
    token = _language.set(code if code in LANGUAGES else "en")
    try:
        yield
    finally:
        _language.reset(token)


def today() -> date:
    """What day it is at the desk: the calendar's own, or the one on which a sample network lives."""
    return _day.get() or date.today()


def now() -> datetime:
    """What time it is at the desk, in UTC; on a sample network's day, at the present time of day."""
    moment, lived = datetime.now(UTC), _day.get()
    return datetime.combine(lived, moment.timetz()) if lived else moment


def live_on(day: date | None) -> None:
    """Let it be another day from here on; None is the calendar's own again."""
    _day.set(day)


@contextmanager
def living_on(day: date | None) -> Iterator[None]:
    """Let it be another day for the length of a block."""
    token = _day.set(day)
    try:
        yield
    finally:
        _day.reset(token)


def locale(code: str | None = None) -> "Locale":
    """Babel's locale for a language of ours (Portugal's Portuguese, Britain's English)."""
    return _locale(code or _language.get())


@cache
def _locale(code: str) -> "Locale":
    from babel import Locale

    return Locale.parse(LOCALES.get(code, code))


def fold(text: str) -> str:
    """The key by which names are sorted and found: without case, marks and ligatures (NFKD, casefold)."""
    if text.isascii():
        return text.casefold()
    return _folded_name(text) if len(text) < _LONG_NAME else _folded(text)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return "".join(filterfalse(unicodedata.combining, plain)).casefold()


@lru_cache(maxsize=10_000)
def _folded_name(name: str) -> str:
    """A name is folded several times on its way into a database: for its order, its search, and its doubles."""
    return _folded(name)


def country_name(code: str) -> str:
    """The country's name in the current language; a code that nobody knows is shown as it is."""
    return country_names().get(code) or str(locale().territories.get(code, code))


def country_names() -> dict[str, str]:
    """Code to name of every country, in the current language."""
    return _country_names(_language.get())


@cache
def _country_names(code: str) -> dict[str, str]:
    # Compiled beside the catalogue, because the first window shows countries before Babel is loaded.
    kept = paths.brought("translations") / code / "countries.json"
    return dict(json.loads(kept.read_text("utf-8"))) if kept.exists() else countries(code)


def language_name(code: str) -> str:
    """A language's name in the current language, with a capital as for a list."""
    name = str(locale().languages.get(code, code))
    return name[:1].upper() + name[1:]


def day(value: date, form: str = "long") -> str:
    """A day as the reader writes it; `form` is one of Babel's short, medium, long, full."""
    from babel.dates import format_date

    return format_date(value, form, locale=locale())


def number(value: float) -> str:
    """A number with the reader's separators."""
    if isinstance(value, int):
        return f"{value:,}".replace(",", _THOUSANDS[_language.get()])
    from babel.numbers import format_decimal

    return format_decimal(value, locale=locale())


def decimal(value: float, places: int) -> str:
    """A number with so many decimal places, none left out, as the reader writes it."""
    from babel.numbers import format_decimal

    return format_decimal(value, "#,##0" + ("." + "0" * places if places else ""), locale=locale())
