"""Saved views: what is sought, filtered, sorted and shown on a list, kept in the database under a name."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from iopd_desktop.actions.ready_views import ready_for, ready_view
from iopd_desktop.models.kinds import Flag
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.tab import Sheet
from iopd_desktop.words import _


@dataclass(frozen=True)
class ViewState:
    """The state of a list that a view keeps; `ready` names the view of the program's own that it goes on from."""

    search: str = ""
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    order: tuple[tuple[str, bool], ...] = ()
    columns: tuple[str, ...] = ()
    ready: str = ""

    def written(self, sheet: Sheet) -> str:
        """As it is kept, with the kind and the condition of its page, so that commands need no window to read it."""
        page = {"kind": sheet.record.kind, "where": [[one.field, one.test, one.value] for one in sheet.where]}
        state = {"search": self.search, "values": dict(self.values), "order": self.order, "columns": self.columns}
        if self.ready:
            state["ready"] = self.ready
        return json.dumps(page | state, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "ViewState":
        """From what was kept; anything unknown is left out."""
        try:
            kept = json.loads(text)
            values = tuple((str(name), tuple(map(str, codes))) for name, codes in kept.get("values", {}).items())
            order = tuple((str(name), bool(down)) for name, down in kept.get("order", []))
            return cls(str(kept.get("search", "")), values, order, tuple(map(str, kept.get("columns", []))),
                       str(kept.get("ready", "")))  # fmt: skip
        except (ValueError, TypeError, AttributeError):
            return cls()

    def listing(self, sheet: Sheet) -> Listing:
        """What the view lists on its page."""
        known = sheet.record.fields
        filters = tuple(
            Filter(name, "in", [int(code) for code in codes] if isinstance(known[name].kind, Flag) else list(codes))
            for name, codes in self.values
            if name in known and codes
        )
        ready = ready_view(self.ready)
        filters += ready.filters() if ready else ()
        order = tuple((name, down) for name, down in self.order if name in known)
        plain = sheet.listing()
        return Listing(plain.kind, self.search, (*plain.where, *filters), order or plain.order)


def place_of(tab: str, sheet: Sheet) -> str:
    """The name under which the views of a page are kept."""
    return f"{tab}/{sheet.name}"


READY = "ready:"
"""What the id of a view of the program's own begins with."""
Shown = tuple[str, str, str, ViewState]


def views_of(records: Records, places: Sequence[str]) -> list[Shown]:
    """The views of some pages, a person's own first, by name: id, name, place and state of each."""
    kept = records.all("view", {"of": list(places)}, "name")
    own = [(view["id"], view["name"], view["of"], ViewState.read(view["listing"])) for view in kept]
    ready = [(READY + one.name, _(one.label), one.place, ViewState(ready=one.name)) for one in ready_for(places)]
    return [*own, *ready]
