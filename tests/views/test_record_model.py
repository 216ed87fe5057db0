"""The model under a list reads only what is seen, and speaks in the reader's words."""

from dataclasses import replace

from PySide6.QtCore import Qt

from iopd_desktop.models.members import Organisation, Person
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.views.kit.columns import Counted, columns
from iopd_desktop.views.kit.marks import STATES
from iopd_desktop.views.kit.record_model import CELL, ID, PAGE, RecordModel
from iopd_desktop.views.kit.row_order import FIRST

BY_NAME = Listing("organisation", "", (), (("name", False),))


def texts(model, column=0):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_qt_finds_no_fault_with_the_model(qtmodeltester, records, cities):
    model = RecordModel(records, "organisation", columns(Organisation))
    model.show(BY_NAME)

    qtmodeltester.check(model, force_py=True)

    assert model.rowCount() == 3


def test_a_list_is_filtered_sorted_and_named_in_words(records, cities):
    model = RecordModel(records, "organisation", columns(Organisation, ("name", "country")))
    model.show(Listing("organisation", "", (Filter("country", "in", ["ES", "FR"]),), (("name", True),)))

    assert texts(model) == ["Commune Example", "Aldea Example"]
    assert texts(model, 1) == ["France", "Spain"]
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Country: France"
    assert model.index(1, 0).data(ID) == cities[0]


def test_a_linked_record_is_shown_by_its_title(records, cities):
    records.add("person", {"family_name": "Example", "organisation": cities[1]})
    model = RecordModel(records, "person", columns(Person, ("family_name", "organisation")))
    model.show(Listing("person"))

    assert texts(model, 1) == ["Bairro Example"]


def test_a_state_has_a_shape_beside_its_word(records, cities):
    model = RecordModel(records, "organisation", columns(Organisation, ("name", "stage"), marks={"stage": STATES}))
    model.show(BY_NAME)

    assert [model.index(row, 1).data(CELL).mark for row in range(3)] == [
        ("disc", "ok"), ("half", "warn"), ("dash", "text3"),
    ]  # fmt: skip


def test_a_counted_column_is_asked_once_for_a_page(records, cities):
    asked = []

    def count(reader, ids):
        asked.append(len(ids))
        return {cities[0]: 2}

    model = RecordModel(
        records, "organisation", columns(Organisation, ("name",), [Counted("hints", "Hints", count, "hints")])
    )
    model.show(BY_NAME)

    assert texts(model, 1) == ["2", "", ""]
    assert asked == [3]
    assert model.index(0, 1).data(CELL).mark == ("triangle", "warn")


def test_only_the_pages_in_view_are_read(records, store):
    with store.work("Many") as work:
        work.add_many(Organisation, [{"name": f"Example {n:04}"} for n in range(3 * PAGE)])
    model = RecordModel(records, "organisation", columns(Organisation, ("name",)))
    model.show(BY_NAME)
    model.complete()

    assert model.index(2 * PAGE + 1, 0).data() == f"Example {2 * PAGE + 1:04}"
    assert list(model._pages) == [2]


def test_a_long_list_is_there_at_once_and_whole_a_moment_later(records, store, qtbot):
    with store.work("Many") as work:
        work.add_many(Organisation, [{"name": f"Example {n:04}"} for n in range(FIRST + 70)])
    model = RecordModel(records, "organisation", columns(Organisation, ("name",)))
    with qtbot.waitSignal(model.begun):
        model.show(BY_NAME)
    assert (model.rowCount(), model.order.whole) == (FIRST, False)
    with qtbot.waitSignals([model.rowsInserted, model.completed]):
        model.complete()

    assert model.index(FIRST + 69, 0).data() == f"Example {FIRST + 69:04}"


def test_a_search_typed_before_a_long_list_is_whole_finds_rows_of_all(records, store):
    with store.work("Many") as work:
        work.add_many(Organisation, [{"name": f"Example {n:04}"} for n in range(FIRST)] + [{"name": "Zaragoza"}])
    model = RecordModel(records, "organisation", columns(Organisation, ("name",)))
    model.show(BY_NAME)
    for typed in ("z", "zar", "zar", "zaragoza"):
        model.show(replace(BY_NAME, search=typed))
        assert texts(model) == ["Zaragoza"]
    records.edit("organisation", model.id_at(0), {"name": "Osca"})
    model.reload()

    assert texts(model) == []


def test_a_cell_is_edited_in_place_as_a_step_of_its_own(records, store, cities):
    model = RecordModel(records, "organisation", columns(Organisation, ("name", "city")))
    model.show(BY_NAME)

    assert model.setData(model.index(0, 1), "Aldeia")
    assert records.seek("organisation", cities[0])["city"] == "Aldeia"
    store.undo()
    assert records.seek("organisation", cities[0])["city"] == "Aldea"


def test_a_refused_edit_is_told_and_changes_nothing(records, qtbot, cities):
    model = RecordModel(records, "organisation", columns(Organisation, ("name",)))
    model.show(BY_NAME)

    with qtbot.waitSignal(model.refused) as told:
        assert not model.setData(model.index(0, 0), "")

    assert "Name" in told.args[0]
    assert records.seek("organisation", cities[0])["name"] == "Aldea Example"


def test_long_and_many_valued_fields_are_left_to_the_form(records, cities):
    model = RecordModel(records, "organisation", columns(Organisation, ("name", "notes", "languages")))
    model.show(BY_NAME)

    editable = [bool(model.flags(model.index(0, n)) & Qt.ItemFlag.ItemIsEditable) for n in range(3)]

    assert editable == [True, False, False]


def test_the_ids_of_many_rows_are_read_without_their_pages(store, records):
    with store.work("Many") as work:
        work.add_many(Organisation, [{"name": f"Town {n:04}"} for n in range(3 * PAGE)])
    model = RecordModel(records, "organisation", columns(Organisation))
    model.show(BY_NAME)
    model.complete()

    assert model.ids_at(range(3 * PAGE)) == [model.id_at(place) for place in range(3 * PAGE)]
    assert len(set(model.ids_at(range(1, 2 * PAGE)))) == 2 * PAGE - 1
