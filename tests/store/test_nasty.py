"""Texts that have broken other programs, through every text field of every record: kept exactly, found, taken back."""

import pytest

from iopd_desktop.models import RECORDS
from iopd_desktop.models.base import cleaned
from iopd_desktop.models.kinds import LongText, Text, Texts
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.store import listing
from iopd_desktop.store.listing import Listing
from iopd_desktop.store.store import Store
from tests.nasty import NASTY

SOMEBODY = "00000000-0000-7000-8000-000000000000"


def right(kind):
    """Some value that a kind takes."""
    if kind.name == "choice":
        return next(iter(kind.choices))
    return {"link": SOMEBODY, "number": min(2000, kind.most or 2000) if kind.name == "number" else 0,
            "day": "2024-05-15", "instant": "2024-05-15T12:00:00Z"}[kind.name]  # fmt: skip


def filled(record, text):
    """A record with the text in every field that takes any text, and something right in the other required ones."""
    values = {}
    for name, made in record.fields.items():
        if type(made.kind) in (Text, LongText):
            values[name] = text
        elif isinstance(made.kind, Texts):
            values[name] = {"en": text, "fr": {"text": text, "by": "machine"}}
        elif made.required and made.default is None:
            values[name] = right(made.kind)
    if "to" in record.fields:
        values["to"] = f"task:{SOMEBODY}"
    for name in ("organisation", "person"):
        if name in record.fields and record.fields[name].kind.name == "link":
            values[name] = SOMEBODY
    return values


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:24]))
def test_nothing_is_lost_and_nothing_is_executed(store, text):
    kept = {}
    with store.work("Add") as work:
        for record in RECORDS:
            values = filled(record, text)
            try:
                id = work.add(record, values)
            except BadValue:
                continue  # a rule of the record, such as the form of an address
            kept[record, id] = cleaned(record, values)
    path = store.path
    store.close()
    with Store.open(path, author="Ada") as again, again.read() as reader:
        for (record, id), values in kept.items():
            found = reader.get(record, id)
            assert {name: found[name] for name in values} == values
            assert isinstance(record.called(found, reader), str)
            typed = text.split()[0][:60] if text.split() else text
            listing.order(reader, Listing(record.kind, typed))
        listing.anywhere(reader, text)
    with Store.open(path, author="Ada") as again:
        assert len(kept) > len(RECORDS) * 2 / 3
        assert [problem for problem in again.check() if problem.grave] == []
        again.history()


def test_half_a_character_is_refused_with_a_sentence(store):
    with pytest.raises(BadValue, match="half a character"), store.work("Add") as work:
        work.add(RECORDS[0], {"name": "a\ud800", "type": "local"})
