"""What a kind of field knows: its words, and how a plain value is cleaned, read, shown and taken apart."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _, fold

LONGEST = 1_000_000
_HALF = re.compile("[\ud800-\udfff]")


class Look(Protocol):
    """What a link needs to become words and back: the titles of records."""

    def title(self, kind: str, id: str) -> str:
        """The title of a record, or an empty text where it is not there."""

    def find(self, kind: str, title: str) -> str | None:
        """The id of the one record with this title or id; BadValue where several have it."""


class Kind:
    """A kind of value. Values are plain (JSON): what is stored, journalled and handed between rooms.

    `name` names the kind for scripts; `stored` is the column's type (text, integer, real or json);
    `wide` asks for the whole width of a form; `derived` are columns computed from the value.
    """

    name: ClassVar[str]
    stored: ClassVar[str] = "text"
    wide: ClassVar[bool] = False
    derived: ClassVar[tuple[str, ...]] = ()
    keyed: ClassVar[bool] = False

    def __init__(self, label: str, *, help: str = "", example: str = "") -> None:
        self.label = label
        self.help = help
        self.example = example

    def shown_label(self) -> str:
        """The label in the current language."""
        return _(self.label)

    def empty(self, value: Any) -> bool:
        """Whether nothing is said."""
        return value is None or (not value and isinstance(value, str | list | dict))

    def clean(self, value: Any) -> Any:
        """The value as it is stored, or BadValue with a sentence."""
        return value

    def parse(self, text: str, look: Look | None = None) -> Any:
        """The value that a written text means (a cell of a spreadsheet, an argument), or BadValue."""
        return self.clean(text.strip()) if text.strip() else None

    def format(self, value: Any, look: Look | None = None) -> str:
        """The value in the reader's words; an empty value is an empty text."""
        return "" if self.empty(value) else str(value)

    def written(self, value: Any, look: Look | None = None) -> str:
        """The value as an exact text that `parse` reads back, for files."""
        return self.format(value, look)

    def search_text(self, value: Any) -> str:
        """What the search finds a value by."""
        return self.format(value)

    def sort_key(self, value: Any) -> Any:
        """What a list is sorted by: one stored key, the same in window, command line and paper."""
        return fold(value) if isinstance(value, str) else value

    def derive(self, value: Any) -> tuple[Any, ...]:
        """The values of the derived columns."""
        return ()

    def parts(self, value: Any) -> dict[str, Any]:
        """The pieces that change and merge on their own, by the end of their path."""
        return {"": value}

    def whole(self, parts: Mapping[str, Any]) -> Any:
        """The value that pieces make; the reverse of `parts`."""
        return parts.get("")


class Text(Kind):
    """A short text in one line."""

    name = "text"

    def clean(self, value: Any) -> str:
        if not isinstance(value, str):
            raise BadValue(_("{field}: a text is expected").format(field=self.shown_label()))
        if len(value) > LONGEST:
            raise BadValue(
                _("{field}: {count} characters are more than can be kept").format(
                    field=self.shown_label(), count=len(value)
                )
            )
        if not value.isascii() and _HALF.search(value):
            raise BadValue(_("{field}: the text holds half a character").format(field=self.shown_label()))
        return value

    def search_text(self, value: Any) -> str:
        return str(value)


class LongText(Text):
    """A text of several lines."""

    name = "long_text"
    wide = True


class Flag(Kind):
    """Yes or no."""

    name = "flag"
    stored = "integer"
    _YES = frozenset(("1", "true", "yes", "y", "x", "sí", "si", "s", "oui", "o", "sim", "vrai", "verdadero", "cert"))
    _NO = frozenset(("0", "false", "no", "n", "non", "não", "nao", "faux", "falso", "fals"))

    def clean(self, value: Any) -> bool:
        if value in (0, 1):
            return bool(value)
        raise BadValue(_("{field}: yes or no is expected").format(field=self.shown_label()))

    def parse(self, text: str, look: Look | None = None) -> bool | None:
        word = text.strip().casefold()
        if not word:
            return None
        if word in self._YES or word == _("yes").casefold():
            return True
        if word in self._NO or word == _("no").casefold():
            return False
        raise BadValue(_("{field}: “{text}” is neither yes nor no").format(field=self.shown_label(), text=word[:60]))

    def format(self, value: Any, look: Look | None = None) -> str:
        return "" if value is None else _("yes") if value else _("no")

    def search_text(self, value: Any) -> str:
        return ""
