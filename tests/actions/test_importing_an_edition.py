"""A list of nominations comes in on the page of one edition, where others have the same codes and numbers."""

from iopd_desktop.actions.importing import import_file
from iopd_desktop.exchange.formats import format_named
from iopd_desktop.models.awards import Category, Edition, Nomination


def test_nominations_of_the_edition_in_view_find_its_categories_and_are_known_again(store, tmp_path):
    with store.work("Two editions") as work:
        ids = [work.add(Edition, {"number": n, "year": 2006 + n, "name": {"en": f"{n}th"}}) for n in (18, 19)]
        found = {id: work.add(Category, {"edition": id, "code": "A", "name": {"en": "Care"}}) for id in ids}
    path = tmp_path / "call.csv"
    path.write_text("No.,Title,Category\n042,Assembly,A\n", encoding="utf-8")

    def brought(edition):
        made = import_file(store, path, format_named("csv"), Nomination, fresh={"edition": edition})
        return len(made.new), len(made.changed), made.same, len(made.refused)

    assert [brought(edition) for edition in ids] == [(1, 0, 0, 0), (1, 0, 0, 0)]
    with store.read() as read:
        assert {(one["edition"], one["category"]) for one in read.all(Nomination)} == set(found.items())
    assert brought(ids[1]) == (0, 0, 1, 0)
