"""What the kit asks of the store: short reads, and titled changes that can be undone."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from iopd_desktop.actions.entering import change, enter
from iopd_desktop.models import by_kind
from iopd_desktop.store import listing as lists
from iopd_desktop.store.listing import Hit, Listing
from iopd_desktop.store.reading import Told
from iopd_desktop.store.store import Store
from iopd_desktop.views.kit.typed import Typed
from iopd_desktop.words import _, ngettext, number


class Records:
    """Reads and changes for lists, forms and editors; it is also the `Look` that names linked records."""

    def __init__(self, store: Store, typed: Typed | None = None) -> None:
        self.store, self.typed = store, typed or Typed(store)

    def order(self, listing: Listing, limit: int | None = None) -> "array[int]":
        """The row numbers of a list in its order."""
        with self.store.read() as reader:
            return lists.order(reader, listing, limit)

    def narrowed(self, listing: Listing, unsought: "array[int]") -> "array[int]":
        """The row numbers of a list in its order, from the order that it has without its search."""
        with self.store.read() as reader:
            return lists.narrowed(reader, listing, unsought)

    def count(self, listing: Listing) -> int:
        """How many rows a list has."""
        with self.store.read() as reader:
            return lists.count(reader, listing)

    def page(self, kind: str, numbers: Iterable[int], fields: Sequence[str]) -> dict[int, dict[str, Any]]:
        """The values of some rows by number, each with its id."""
        with self.store.read() as reader:
            return lists.page(reader, kind, numbers, fields)

    def number_of(self, kind: str, id: str) -> int | None:
        """The row number of a record."""
        with self.store.read() as reader:
            return lists.number_of(reader, kind, id)

    def seek(self, kind: str, id: str) -> dict[str, Any] | None:
        """A record's values, or None where it is gone."""
        with self.store.read() as reader:
            return reader.seek(by_kind(kind), id)

    def all(self, kind: str, where: Mapping[str, Any] | None = None, order: str = "") -> list[dict[str, Any]]:
        """The records whose fields equal `where`."""
        with self.store.read() as reader:
            return reader.all(by_kind(kind), where, order or ())

    def title(self, kind: str, id: str) -> str:
        """How a record is called."""
        with self.store.read() as reader:
            return reader.title(kind, id)

    def titles(self, kind: str, ids: Iterable[str]) -> dict[str, str]:
        """The titles of many records, by id."""
        with self.store.read() as reader:
            return reader.titles(kind, ids)

    def find(self, kind: str, title: str) -> str | None:
        """The id of the one record that is called so."""
        with self.store.read() as reader:
            return reader.find(kind, title)

    def offers(self, kind: str, text: str, limit: int = 12) -> list[tuple[str, str]]:
        """The first records of a kind that a typed text finds: (id, title) each."""
        record = by_kind(kind)
        by = next((name for name in record.titled if name in record.fields and record.fields[name].sorted), "")
        with self.store.read() as reader:
            sought = Listing(kind, text, (), ((by, False),) if by else ())
            numbers = lists.order(reader, sought, limit)
            ids = [row["id"] for row in _in_order(lists.page(reader, kind, numbers, ()), numbers)]
            named = reader.titles(kind, ids)
        return [(id, named.get(id, "")) for id in ids]

    def terms(self, vocabulary: str) -> list[tuple[str, str]]:
        """The terms of a vocabulary that are in use, in its own order: (id, words) each."""
        with self.store.read() as reader:
            lists_of_terms = reader.all(by_kind("vocabulary"), {"code": vocabulary})
            found = reader.all(by_kind("term"), {"vocabulary": [each["id"] for each in lists_of_terms]}, "rank")
        term = by_kind("term")
        return [(each["id"], term.called(each)) for each in found if not each["retired"]]

    def anywhere(self, text: str, limit: int = 30) -> list[Hit]:
        """Records of any kind that a typed text finds."""
        with self.store.read() as reader:
            return lists.anywhere(reader, text, limit)

    def add(self, kind: str, values: Mapping[str, Any], title: str = "") -> str:
        """A new record, as one undoable step; BadValue where something is wrong or missing."""
        record = by_kind(kind)
        with self.store.work(title or _("New {kind}").format(kind=_(record.label).lower())) as work:
            return enter(work, record, dict(values))

    def edit(self, kind: str, id: str, values: Mapping[str, Any], title: str = "") -> None:
        """Change fields of a record, as one undoable step."""
        record = by_kind(kind)
        with self.store.work(title or _("Edit {kind}").format(kind=_(record.label).lower())) as work:
            change(work, record, id, dict(values))

    def remove(self, kind: str, ids: Sequence[str], told: Told | None = None) -> str:
        """Remove records as one undoable step; gives the words for what was done."""
        record, count = by_kind(kind), len(ids)
        title = ngettext("Remove {count} {kind}", "Remove {count} {kind}", count).format(
            count=number(count), kind=_(record.label if count == 1 else record.plural).lower()
        )
        with self.store.work(title) as work:
            work.remove_many(record, ids, told)
        return title

    def history(self, kind: str, id: str) -> list[Any]:
        """What happened to a record, the latest first."""
        return list(self.store.history(kind, id))

    def put_back(self, kind: str, id: str, path: str, old: Any) -> None:
        """Put an old value of one path back, as a step of its own."""
        name, slash, part = path.partition("/")
        made, values = by_kind(kind).fields[name], self.seek(kind, id)
        if values is None:
            return
        pieces = made.kind.parts(values[name])
        pieces[slash + part] = old
        whole = made.kind.whole(pieces)
        self.edit(kind, id, {name: whole}, _("Put back {field}").format(field=made.label))

    def listen(self, callback: Callable[[set[str]], None]) -> Callable[[], None]:
        """Call back with the kinds that each step changed; gives the function that stops it."""
        return self.store.listen(callback)


def _in_order(rows: Mapping[int, dict[str, Any]], numbers: Iterable[int]) -> list[dict[str, Any]]:
    return [rows[n] for n in numbers if n in rows]
