"""What there is: the kinds of records and their fields. Plain Python, no library."""

from iopd_desktop.models import awards, calendar, desk, members, missions, registrations, repository, tasks
from iopd_desktop.models.base import Problems, Record, Values

RECORDS: tuple[type[Record], ...] = (
    *members.RECORDS, *repository.RECORDS, *awards.RECORDS, *calendar.RECORDS,
    *registrations.RECORDS, *missions.RECORDS, *tasks.RECORDS, *desk.RECORDS,
)  # fmt: skip

_BY_KIND = {record.kind: record for record in RECORDS}


def by_kind(kind: str) -> type[Record]:
    """The record class of a kind; KeyError where there is none."""
    return _BY_KIND[kind]


def parts_of(whole: type[Record]) -> list[tuple[type[Record], str]]:
    """The kinds of records that are parts of `whole`, each with the name of its link."""
    return [
        (record, name)
        for record in RECORDS
        for name, made in record.fields.items()
        if made.part and getattr(made.kind, "to", "") == whole.kind
    ]


__all__ = ["RECORDS", "Problems", "Record", "Values", "by_kind", "parts_of"]
