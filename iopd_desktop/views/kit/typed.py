"""What was typed and cannot be saved yet: a draft in the database, or in the window alone while the disk takes none."""

from typing import Any

from iopd_desktop.models import Record, by_kind
from iopd_desktop.models.kinds.base import Look
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store import drafts
from iopd_desktop.store.drafts import Draft
from iopd_desktop.store.store import Store
from iopd_desktop.words import _


class Typed:
    """Keeps drafts for the forms of a window. What the database refuses stays here, and is tried again later."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._here: dict[tuple[str, str | None], Draft] = {}

    def keep(self, draft: Draft) -> None:
        """Keep a draft in the place of the former one of its record; Refused where the disk does not take it.

        It is kept here then, until `again` brings it to the database or the window closes.
        """
        self._here[draft.kind, draft.id] = draft
        drafts.keep(self._store, draft)
        del self._here[draft.kind, draft.id]

    def of(self, kind: str, id: str | None) -> dict[str, Any]:
        """What was typed into a record's form, field by field; `id` is None for a new record."""
        if here := self._here.get((kind, id)):
            return here.fields
        return next((draft.fields for draft in drafts.found(self._store, kind) if draft.id == id), {})

    def waiting(self) -> list[Draft]:
        """Everything that waits to be finished."""
        there = [draft for draft in drafts.found(self._store) if (draft.kind, draft.id) not in self._here]
        return [*there, *(draft for draft in self._here.values() if draft.fields)]

    def again(self) -> str:
        """Try once more what the disk has refused; the reason where it still does, or an empty text."""
        try:
            for draft in tuple(self._here.values()):
                self.keep(draft)
        except Refused as refused:
            return str(refused)
        return ""

    def here(self) -> list[Draft]:
        """What stands in this window alone and would be lost with it."""
        return [draft for draft in self._here.values() if draft.fields]


def in_words(draft: Draft, look: Look) -> list[tuple[str, str]]:
    """What was typed, as people read it: the record, then each field with its text."""
    record = by_kind(draft.kind)
    title = (look.title(draft.kind, draft.id) if draft.id else "") or _("new")
    lines = [(_(record.label), title)]
    return lines + [(record.fields[name].label, _text(record, name, value, look)) for name, value in _filled(draft)]


def _filled(draft: Draft) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in draft.fields.items() if value is not None]


def _text(record: type[Record], name: str, value: Any, look: Look) -> str:
    if isinstance(value, dict) and "typed" in value:
        return str(value["typed"])
    return record.fields[name].kind.format(value, look)
