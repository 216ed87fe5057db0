"""Texts with a form: texts in languages, e-mail, telephone, link on the web."""

import re
from collections.abc import Mapping
from typing import Any

from iopd_desktop.models.kinds.base import Kind, Look, Text
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import LANGUAGES, _, fold, language

# One label of a domain is at most 63 long: bounded repeats keep the match linear on hostile text.
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\[\]\\.]{1,63}(\.[^\s@<>,;:\"()\[\]\\.]{1,63}){1,8}")
_PHONE = re.compile(r"\+?[0-9 ()./\-]{3,40}( ?(x|ext\.?|int\.?) ?[0-9]{1,8})?", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)


class Texts(Kind):
    """A text in languages: code -> {"text": ..., "by": "person" or "machine"}.

    Each language changes and merges on its own; a machine's text never stands over a person's.
    """

    name = "texts"
    stored = "json"
    wide = True
    keyed = True

    def __init__(self, label: str, *, long: bool = False, **more: str) -> None:
        super().__init__(label, **more)
        self.long = long

    def clean(self, value: Any) -> dict[str, dict[str, str]]:
        if isinstance(value, str):
            value = {language(): value}
        if not isinstance(value, Mapping):
            raise BadValue(_("{field}: texts by language are expected").format(field=self.shown_label()))
        clean: dict[str, dict[str, str]] = {}
        for code in sorted(value):
            said = value[code]
            said = {"text": said, "by": "person"} if isinstance(said, str) else said
            if said is None or not said.get("text"):
                continue
            if code not in LANGUAGES and not re.fullmatch(r"[a-z]{2,3}", code):
                raise BadValue(_("{field}: “{code}” is not a language").format(field=self.shown_label(), code=code))
            by = said.get("by", "person")
            if by not in ("person", "machine"):
                raise BadValue(_("{field}: a text is made by a person or a machine").format(field=self.shown_label()))
            clean[code] = {"text": Text(self.label).clean(said["text"]), "by": by}
        return clean

    def parse(self, text: str, look: Look | None = None) -> Any:
        return self.clean({language(): text}) if text.strip() else None

    def format(self, value: Any, look: Look | None = None) -> str:
        return chosen(value)[0]

    def search_text(self, value: Any) -> str:
        return " ".join(said["text"] for said in (value or {}).values())

    def sort_key(self, value: Any) -> Any:
        # The key is stored once for all readers: English first, then the order of our languages.
        return fold(chosen(value, "en")[0]) if value else None

    def parts(self, value: Any) -> dict[str, Any]:
        return {"/" + code: said for code, said in (value or {}).items()}

    def whole(self, parts: Mapping[str, Any]) -> Any:
        return {path[1:]: said for path, said in sorted(parts.items()) if said} or None


def chosen(value: Mapping[str, Mapping[str, str]] | None, wanted: str | None = None) -> tuple[str, str]:
    """The text for a reader and its language: the wanted one, else one made by a person, else any."""
    if not value:
        return "", ""
    first = wanted or language()
    order = sorted(
        value, key=lambda c: (c != first, value[c]["by"] != "person", LANGUAGES.index(c) if c in LANGUAGES else 9, c)
    )
    return value[order[0]]["text"], order[0]


class Email(Text):
    """One e-mail address, checked by its form alone (no look-up)."""

    name = "email"

    def clean(self, value: Any) -> str:
        text = super().clean(value).strip()
        if len(text) > 254 or not _EMAIL.fullmatch(text):
            raise BadValue(_("“{text}” is not an e-mail address, such as name@example.org").format(text=text[:60]))
        return text


class Phone(Text):
    """A telephone number as it is dialled, with its country's +number."""

    name = "phone"

    def clean(self, value: Any) -> str:
        text = super().clean(value).strip()
        if not _PHONE.fullmatch(text) or sum(c.isdigit() for c in text) < 3:
            raise BadValue(_("“{text}” is not a telephone number, such as +34 555 01 02 03").format(text=text[:60]))
        return text


class Url(Text):
    """A link on the web; a missing https:// is added, other schemes are refused."""

    name = "url"

    def clean(self, value: Any) -> str:
        text = super().clean(value).strip()
        whole = text if "://" in text[:12] else "https://" + text
        if not _URL.fullmatch(whole) or "." not in whole.split("://", 1)[1].split("/", 1)[0]:
            raise BadValue(_("“{text}” is not a web address, such as www.example.org").format(text=text[:60]))
        return whole
