"""However a conflict is entered, by form, command or file, the nomination is taken back from its juror."""

import csv

import pytest

from iopd_desktop.actions import assigning
from iopd_desktop.actions.importing import import_file
from iopd_desktop.cli import main
from iopd_desktop.exchange.formats import format_named
from iopd_desktop.models.awards import Assignment, Conflict
from iopd_desktop.views.kit.records import Records
from tests.actions import juries


def in_the_form(store, told, _folder):
    values = dict(told)
    reason = values.pop("reason")
    id = Records(store).add("conflict", {**values, "reason": "?"})
    Records(store).edit("conflict", id, {"reason": reason})


def by_command(store, told, _folder):
    words = ["--database", str(store.path), "add", "conflict", *(f"{name}={value}" for name, value in told.items())]
    assert main(words) == 0


def from_a_file(store, told, folder):
    path = folder / "conflicts.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([list(told), list(told.values())])
    assert len(import_file(store, path, format_named("csv"), Conflict).new) == 1


@pytest.mark.parametrize("way", [in_the_form, by_command, from_a_file], ids=lambda way: way.__name__)
def test_a_conflict_takes_the_reading_back_and_undo_gives_it_again(store, tmp_path, way):
    with store.work("Set up") as work:
        _edition, _criteria, nominations, jurors = juries.whole(work, 2, 2)
        for nomination in nominations:
            assigning.assign(work, nomination, jurors[0])
    way(store, {"nomination": nominations[0], "juror": jurors[0], "reason": "Cousin of the mayor"}, tmp_path)
    with store.read() as read:
        assert [row["nomination"] for row in read.all(Assignment)] == [nominations[1]]
        assert [row["reason"] for row in read.all(Conflict)] == ["Cousin of the mayor"]
    while store.next_undo()[0].title != "Set up":
        store.undo()
    with store.read() as read:
        assert (read.count(Assignment), read.count(Conflict)) == (2, 0)
