"""Values that point at other rows: a record, or files."""

import re
from typing import Any

from iopd_desktop.models.kinds.base import Kind, Look
from iopd_desktop.models.kinds.choices import Several
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Link(Kind):
    """The id of one record of another kind, shown as its title. `to` may be "*": any kind, as kind:id."""

    name = "link"

    def __init__(self, label: str, to: str, **more: str) -> None:
        super().__init__(label, **more)
        self.to = to

    def clean(self, value: Any) -> str:
        pattern = value.rpartition(":")[2] if self.to == "*" and isinstance(value, str) else value
        if not isinstance(pattern, str) or not _ID.fullmatch(pattern):
            raise BadValue(_("{field}: a record is expected").format(field=self.shown_label()))
        return str(value)

    def parse(self, text: str, look: Look | None = None) -> str | None:
        wanted = text.strip()
        if not wanted or _ID.fullmatch(wanted) or look is None or self.to == "*":
            return self.clean(wanted) if wanted else None
        found = look.find(self.to, wanted)
        if found is None:
            raise BadValue(
                _("{field}: nothing is called “{text}”").format(field=self.shown_label(), text=wanted[:80])
            )
        return found

    def format(self, value: Any, look: Look | None = None) -> str:
        if not value:
            return ""
        kind, _colon, id = value.rpartition(":") if self.to == "*" else (self.to, "", value)
        return look.title(kind, id) if look else str(value)

    def search_text(self, value: Any) -> str:
        return ""


class Files(Several):
    """The ids of attached files; their bytes stand apart, once for each content."""

    name = "files"
    wide = True

    def parse(self, text: str, look: Look | None = None) -> list[str] | None:
        return self.clean([piece.strip() for piece in text.split(";") if piece.strip()]) or None

    def format(self, value: Any, look: Look | None = None) -> str:
        return "; ".join(look.title("file", id) if look else id for id in value or ())

    def search_text(self, value: Any) -> str:
        return ""
