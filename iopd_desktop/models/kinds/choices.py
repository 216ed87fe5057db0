"""Values chosen from a list: choices told in the model, countries, terms of vocabularies that staff edit."""

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

from iopd_desktop import words
from iopd_desktop.models.kinds.base import Kind, Look
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _, fold


class Choice(Kind):
    """One of a few codes, each with a label and, for lists, a short label.

    Where nobody chose, another field of the record, `implied_by`, may say what is meant.
    """

    name = "choice"
    implied_by: ClassVar[str] = ""

    def __init__(
        self, label: str, choices: Mapping[str, str], *, short: Mapping[str, str] | None = None, **more: str
    ) -> None:
        super().__init__(label, **more)
        self.choices = dict(choices)
        self.short = {**self.choices, **(short or {})}

    def clean(self, value: Any) -> str:
        if value not in self.choices:
            raise BadValue(
                _("{field}: “{text}” is not one of {choices}").format(
                    field=self.shown_label(), text=str(value)[:60], choices=", ".join(map(_, self.choices.values()))
                )
            )
        return str(value)

    def parse(self, text: str, look: Look | None = None) -> str | None:
        return _read(self, self.choices, text)

    def format(self, value: Any, look: Look | None = None) -> str:
        return "" if value is None else _(self.choices.get(value, str(value)))

    def implying(self, code: str) -> tuple[str, ...]:
        """The values of `implied_by` that mean a code."""
        return ()

    def short_label(self, value: Any) -> str:
        """The word for a column of a list."""
        return "" if value is None else _(self.short.get(value, str(value)))


class Several(Kind):
    """Values that keep a set of keys; each key changes and merges on its own."""

    stored = "json"
    keyed = True

    def clean(self, value: Any) -> list[str]:
        if not isinstance(value, list | tuple | set | frozenset) or not all(isinstance(v, str) for v in value):
            raise BadValue(_("{field}: a list is expected").format(field=self.shown_label()))
        return sorted(set(value))

    def parts(self, value: Any) -> dict[str, Any]:
        return {"/" + key: True for key in value or ()}

    def whole(self, parts: Mapping[str, Any]) -> Any:
        return sorted(path[1:] for path, there in parts.items() if there) or None

    def sort_key(self, value: Any) -> Any:
        return fold(self.format(value))


class Choices(Several):
    """Any number of codes of a list."""

    name = "choices"

    def __init__(self, label: str, choices: Mapping[str, str], **more: str) -> None:
        super().__init__(label, **more)
        self.choices = dict(choices)

    def clean(self, value: Any) -> list[str]:
        clean = super().clean(value)
        for code in clean:
            if code not in self.choices:
                raise BadValue(
                    _("{field}: “{text}” is not one of {choices}").format(
                        field=self.shown_label(), text=code[:60], choices=", ".join(map(_, self.choices.values()))
                    )
                )
        return clean

    def parse(self, text: str, look: Look | None = None) -> list[str] | None:
        found = [_read(self, self.choices, piece) for piece in _pieces(text)]
        return self.clean([code for code in found if code]) if found else None

    def format(self, value: Any, look: Look | None = None) -> str:
        return ", ".join(_(self.choices.get(code, code)) for code in value or ())


class Terms(Several):
    """Any number of terms of one vocabulary; the terms are records that staff edit."""

    name = "terms"

    def __init__(self, label: str, vocabulary: str, **more: str) -> None:
        super().__init__(label, **more)
        self.vocabulary = vocabulary

    def parse(self, text: str, look: Look | None = None) -> list[str] | None:
        pieces = _pieces(text)
        if not pieces or look is None:
            return pieces or None
        found = []
        for piece in pieces:
            term = look.find("term", piece)
            if term is None:
                raise BadValue(
                    _("{field}: no term is called “{text}”").format(field=self.shown_label(), text=piece[:60])
                )
            found.append(term)
        return self.clean(found)

    def format(self, value: Any, look: Look | None = None) -> str:
        return "; ".join(look.title("term", term) if look else term for term in value or ())

    def search_text(self, value: Any) -> str:
        return ""


class Country(Kind):
    """A country by its ISO 3166-1 alpha-2 code; the name comes from Babel."""

    name = "country"

    def clean(self, value: Any) -> str:
        code = str(value).upper()
        if code not in words.country_names():
            raise BadValue(
                _("{field}: “{text}” is not a country").format(field=self.shown_label(), text=str(value)[:60])
            )
        return code

    def parse(self, text: str, look: Look | None = None) -> str | None:
        wanted = text.strip()
        if not wanted:
            return None
        if len(wanted) == 2:
            return self.clean(wanted)
        key = fold(wanted)
        for language in (words.language(), *words.LANGUAGES):
            with words.speaking(language):
                for code, name in words.country_names().items():
                    if fold(name) == key:
                        return code
        return self.clean(wanted)

    def format(self, value: Any, look: Look | None = None) -> str:
        return words.country_name(value) if value else ""

    def sort_key(self, value: Any) -> Any:
        return _country_key(value) if value else None


@cache
def _country_key(code: str) -> str:
    """The key is stored once for all readers: by the English name."""
    with words.speaking("en"):
        return fold(words.country_name(code))


def _pieces(text: str) -> list[str]:
    """The items of a written list: by semicolons or lines, else by commas."""
    parts = text.replace("\n", ";").split(";") if ";" in text or "\n" in text else text.split(",")
    return [part.strip() for part in parts if part.strip()]


def _read(kind: Kind, choices: Mapping[str, str], text: str) -> str | None:
    wanted = fold(text.strip())
    if not wanted:
        return None
    for code, label in choices.items():
        if wanted in (fold(code), fold(label), fold(_(label))):
            return code
    for language in words.LANGUAGES:
        with words.speaking(language):
            for code, label in choices.items():
                if wanted == fold(_(label)):
                    return code
    return kind.clean(text.strip()) and None
