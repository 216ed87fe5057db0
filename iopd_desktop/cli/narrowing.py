"""The options by which a command is told which list: kind, view, search, conditions."""

import argparse
from collections.abc import Collection

from iopd_desktop.actions.lists import Wanted, field_known, kind_named, narrowed, view_named
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _

LIST_OPTIONS = ("kind", "view", "search", "where", "fields")


def narrowing(made: argparse.ArgumentParser) -> None:
    """Add the options that narrow the records of a kind."""
    made.add_argument("--view", metavar=_("NAME"), help=_("a saved view"))
    made.add_argument("--search", metavar=_("TEXT"), default="", help=_("words that are sought"))
    made.add_argument(
        "--where", metavar="F=V", action="append", default=[], help=_("a condition: F=V, F!=V, F>=V, F<=V, or F=")
    )


def list_options(made: argparse.ArgumentParser) -> None:
    """Add the options that name a whole list: its kind, what narrows it, its columns."""
    made.add_argument("--kind", metavar=_("KIND"), help=_("the kind of records, where no view says it"))
    narrowing(made)
    made.add_argument("--fields", metavar="F,F", default="", help=_("these fields only, in this order"))


def wanted_list(reader: Reader, told: argparse.Namespace, kinds: Collection[str]) -> Wanted | None:
    """The list that such options name, of the first of some kinds where no other is named; None where none is.

    Refused for a kind or a field that there is not, and for a view that there is not.
    """
    if not (told.kind or told.view or told.search or told.where or told.fields):
        return None
    if told.kind:
        record = kind_named(told.kind)
    elif told.view:
        record = view_named(reader, told.view).listing.record
    elif kinds:
        record = kind_named(next(iter(kinds)))
    else:
        raise Refused(_("Of which kind? Give --kind or --view"))
    wanted = narrowed(reader, record, told.view, told.search, told.where)
    names = [name.strip() for name in told.fields.split(",") if name.strip()]
    return wanted.showing([field_known(record, name) for name in names]) if names else wanted
