"""Files come in: a verdict for each line, one step to undo, and every kind of record read back as it was written."""

import csv

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iopd_desktop import words
from iopd_desktop.actions.exporting import export
from iopd_desktop.actions.importing import import_file
from iopd_desktop.actions.lists import Wanted
from iopd_desktop.exchange.formats import format_named
from iopd_desktop.models import RECORDS, by_kind
from iopd_desktop.models.awards import Category, Edition, Nomination
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import ContactPoint, Organisation, Person
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.repository import Practice
from iopd_desktop.models.tasks import Task
from iopd_desktop.store import backups
from iopd_desktop.store.listing import Listing, count
from iopd_desktop.store.store import Store
from tests.nasty import NASTY, SHORT

# kinds that name records of kinds that come after them
LAST = ("practice", "nomination", "juror", "conflict", "assignment", "score", "target", "event",
        "preparation", "session", "speaking", "registration", "check_in", "answer", "delegate", "met", "relation",
        "seat")  # fmt: skip
CSV, TABLES = format_named("csv"), ("csv", "xlsx", "json")


@pytest.fixture
def bring(store, tmp_path):
    """Import lines of a CSV file: bring(record, headings, *lines)."""

    def imported(record, headings, *lines, **more):
        path = tmp_path / "in.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([headings, *lines])
        return import_file(store, path, CSV, record, **more)

    return imported


def everything(store, record):
    with store.read() as reader:
        return {values["id"]: values for values in reader.all(record)}


def verdict(made):
    return len(made.new), len(made.changed), made.same, [(one.line, one.reason) for one in made.refused]


def test_lines_are_new_then_the_same_then_changed_then_refused(store, bring):
    headings = ["Name", "City", "Country", "Inhabitants"]
    assert verdict(bring(Organisation, headings, ["Riba Alta", "Riba", "Spain", "12 000"])) == (1, 0, 0, [])
    assert verdict(bring(Organisation, headings, ["riba alta", "Riba", "ES", "12000"])) == (0, 1, 0, [])
    assert verdict(bring(Organisation, headings, ["riba alta", "Riba", "es", ""])) == (0, 0, 1, [])
    made = bring(Organisation, headings, ["Vila Clara", "Vila", "Atlantis", "x"], ["", "Nowhere", "PT", ""])
    assert (made.new, made.changed) == ([], [])
    (first, why), (second, missing) = [(one.line, one.reason) for one in made.refused]
    assert (first, second) == (2, 3)
    assert "“Atlantis” is not a country" in why
    assert "“x” is not a number" in why
    assert missing == "“Name” is needed"
    (only,) = everything(store, Organisation).values()
    assert (only["name"], only["city"], only["country"], only["population"]) == ("riba alta", "Riba", "ES", 12000)


def test_the_good_lines_come_in_as_one_step_that_is_taken_back_whole(store, bring):
    bring(Organisation, ["name"], ["Old"])
    made = bring(Organisation, ["name", "city"], ["Old", "Here"], ["New", "There"], ["", "Nowhere"])
    assert verdict(made)[:3] == (1, 1, 0)
    assert store.undo().title == "Import in.csv into organisations"
    (old,) = everything(store, Organisation).values()
    assert (old["name"], old["city"]) == ("Old", None)


def test_a_dry_run_changes_nothing_and_makes_no_backup(store, bring):
    assert verdict(bring(Organisation, ["name"], ["Riba"], dry_run=True)) == (1, 0, 0, [])
    assert everything(store, Organisation) == {}
    assert backups.listed(store.path) == []


def test_a_backup_is_made_before(store, bring):
    bring(Organisation, ["name"], ["Riba"])
    (made,) = backups.listed(store.path)
    assert made.why == "import"
    with Store.open(made.path) as before:
        assert everything(before, Organisation) == {}


def test_refused_lines_go_to_a_file_with_their_reasons_and_can_be_mended(store, bring, tmp_path):
    refused = tmp_path / "refused.csv"
    bring(Organisation, ["Name", "Country"], ["Good", "PT"], ["Bad, but kept", "Atlantis"], refused_to=refused)
    with refused.open(encoding="utf-8", newline="") as file:
        headings, (name, country, reason) = csv.reader(file)
    assert (headings, name, country) == (["Name", "Country", "Reason"], "Bad, but kept", "Atlantis")
    assert "is not a country" in reason
    refused.write_text(refused.read_text("utf-8").replace("Atlantis", "PT", 1), "utf-8")
    made = import_file(store, refused, CSV, Organisation)
    assert (verdict(made), made.ignored) == ((1, 0, 0, []), ["Reason"])


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_headings_are_known_in_every_language(store, bring, language):
    with words.speaking(language):
        headings = [Organisation.fields[name].label for name in ("name", "country", "membership", "metropolis")]
        cells = ["Riba", words.country_name("BR"), Organisation.fields["membership"].kind.format("promoter"), "1"]
    assert verdict(bring(Organisation, headings, cells)) == (1, 0, 0, [])
    (only,) = everything(store, Organisation).values()
    assert (only["country"], only["membership"], only["metropolis"]) == ("BR", "promoter", True)


def test_a_file_without_a_known_heading_is_refused(bring):
    with pytest.raises(Refused, match="No column is known"):
        bring(Organisation, ["Foo", "Bar"], ["a", "b"])


def test_two_columns_that_mean_the_same_are_refused(bring):
    with pytest.raises(Refused, match="“name” and “Nom”"):
        bring(Organisation, ["name", "Nom"], ["a", "b"])


def test_lines_about_the_same_record_are_not_taken_twice(bring):
    made = bring(Organisation, ["name", "country"], ["Riba", "ES"], ["RIBA ", "ES"], ["Riba", "PT"])
    assert verdict(made) == (2, 0, 0, [(3, "Line 2 is about the same record")])


def test_a_line_with_more_cells_than_headings_is_refused(bring):
    assert verdict(bring(Organisation, ["name"], ["Riba", "what?"], ["Vila", ""]))[3] == [
        (2, "The line has more cells than there are headings")
    ]


def test_persons_are_known_by_their_address_and_linked_by_title(store, bring):
    bring(Organisation, ["name"], ["Riba Alta"], ["Vila Clara"])
    headings = ["given_name", "family_name", "organisation", "E-mail", "Telephone"]
    made = bring(
        Person, headings, ["Ada", "Example", "riba alta", "ada@example.org", ""],
        ["Bo", "Example", "Nowhere", "bo@example.org", ""], ["Cy", "Example", "", "not an address", ""],
    )  # fmt: skip
    assert verdict(made)[:3] == (1, 0, 0)
    assert [one.line for one in made.refused] == [3, 4]
    assert "nothing is called “Nowhere”" in made.refused[0].reason
    made = bring(Person, headings, ["Ada", "Example-Lee", "Vila Clara", "ADA@example.org", "+34 555 01 02 03"])
    assert verdict(made) == (0, 1, 0, [])
    (ada,) = everything(store, Person).values()
    points = sorted((point["means"], point["value"]) for point in everything(store, ContactPoint).values())
    assert ada["family_name"] == "Example-Lee"
    assert points == [("email", "ada@example.org"), ("phone", "+34 555 01 02 03")]


def test_nominations_are_known_by_number_and_edition_and_find_the_category_of_their_edition(store, bring):
    with store.work("Two editions") as work:
        ids = [work.add(Edition, {"number": n, "year": 2006 + n, "name": {"en": f"{n}th"}}) for n in (18, 19)]
        found = {id: work.add(Category, {"edition": id, "code": "A", "name": {"en": "Care"}}) for id in ids}
    headings = ["number", "title/en", "Title (fr)", "category"]
    made = bring(Nomination, headings, ["042", "Assembly", "Assemblée", "Care"], given={"edition": "19"})
    assert verdict(made) == (1, 0, 0, [])
    made = bring(Nomination, [*headings, "edition"], ["042", "", "L’assemblée", "A", "19th"])
    assert verdict(made) == (0, 1, 0, [])
    (only,) = everything(store, Nomination).values()
    assert (only["edition"], only["category"]) == (ids[1], found[ids[1]])
    assert {code: said["text"] for code, said in only["title"].items()} == {"en": "Assembly", "fr": "L’assemblée"}
    made = bring(Nomination, ["Title", "Language"], ["Feria", "es"], ["Fair", ""], given={"edition": "18"})
    assert [list(one.values["title"]) for one in made.new] == [["es"], ["en"]]  # as each line tells


def test_a_name_of_several_records_is_not_guessed(store, bring):
    bring(Organisation, ["name", "country"], ["Riba", "ES"], ["Riba", "PT"])
    made = bring(Person, ["family_name", "organisation"], ["Example", "Riba"])
    assert "is the name of 2 records" in made.refused[0].reason


def test_a_machines_text_does_not_replace_a_persons(store, bring):
    with store.work("Practice") as work:
        work.add(Practice, {"title": {"en": "Assembly", "fr": {"text": "Assemblée", "by": "person"}}, "country": "FR"})
    headings = ["title/en", "title/fr", "title/fr/by", "title/es", "title/es/by", "country"]
    bring(Practice, headings, ["Assembly", "Réunion", "machine", "Asamblea", "machine", "FR"])
    (only,) = everything(store, Practice).values()
    assert only["title"]["fr"] == {"text": "Assemblée", "by": "person"}
    assert only["title"]["es"] == {"text": "Asamblea", "by": "machine"}


def test_dates_are_read_as_people_write_them(store, bring):
    made = bring(Event, ["title/en", "date"], ["Call", "January or February 2024"], ["Vote", "soon"])
    assert [one.line for one in made.refused] == [3]
    (call,) = everything(store, Event).values()
    assert (call["date"]["earliest"], call["date"]["latest"]) == ("2024-01-01", "2024-02-29")
    assert call["date"]["wording"] == "January or February 2024"


def test_stopping_leaves_nothing_behind(store, bring):
    def stop(done, whole):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring(Organisation, ["name"], ["Riba"], told=stop)
    assert everything(store, Organisation) == {}


@pytest.mark.parametrize("format", TABLES)
def test_a_whole_plan_goes_out_and_comes_into_another_database(planned, store, tmp_path, format):
    """Ids, trees, links, dates with wordings and texts in languages are the same there."""
    path = tmp_path / f"out.{format}"
    for kind in ("vocabulary", "term", "organ", "edition", "phase", "plan", "priority", "group", "task", "target",
                 "event"):  # fmt: skip
        record = by_kind(kind)
        export(planned, Wanted("", Listing(kind), ()), format_named(format), path)
        made = import_file(store, path, format_named(format), record)
        assert verdict(made) == (len(everything(planned, record)), 0, 0, [])
        assert everything(store, record) == everything(planned, record)
        again = import_file(planned, path, format_named(format), record, dry_run=True)
        assert verdict(again) == (0, 0, len(everything(planned, record)), [])
    assert store.check() == []


def test_every_kind_of_a_whole_network_goes_out_and_comes_into_another_database(store, sample, tmp_path):
    for record in sorted(RECORDS, key=lambda record: record.kind in LAST):
        if record.kind != "disclosure" and everything(sample, record):
            export(sample, Wanted("", Listing(record.kind), ()), CSV, tmp_path / "out.csv")
            assert verdict(import_file(store, tmp_path / "out.csv", CSV, record))[1:] == (0, 0, []), record.kind
            assert everything(store, record) == everything(sample, record)
    assert store.check() == []


@pytest.mark.parametrize("format", TABLES)
def test_nasty_texts_are_added_found_written_and_read_back(store, empty_database, tmp_path, format):
    with store.work("Nasty") as work:
        for n, text in enumerate(NASTY):
            work.add(Organisation, {"name": text, "notes": text, "acronym": str(n)})
        for text in SHORT:
            work.add(Practice, {"title": {"en": text, "fr": {"text": text, "by": "machine"}}})
    with store.read() as reader:
        lost = [text for text in SHORT if not count(reader, Listing("organisation", search=text))]
    assert lost == []
    other, path = tmp_path / "other.iopd", tmp_path / f"out.{format}"
    other.write_bytes(empty_database)
    with Store.open(other) as second:
        for record in (Organisation, Practice):
            export(store, Wanted("", Listing(record.kind), ()), format_named(format), path)
            assert verdict(import_file(second, path, format_named(format), record))[1:] == (0, 0, [])
            assert everything(second, record) == everything(store, record)


def test_an_emptied_cell_erases_only_in_a_file_that_has_ids(store, bring):
    with store.work("Member") as work:
        id = work.add(Organisation, {"name": "Riba", "city": "Here", "country": "ES"})
    assert verdict(bring(Organisation, ["name", "country", "city"], ["Riba", "ES", ""])) == (0, 0, 1, [])
    assert verdict(bring(Organisation, ["id", "city"], [id, ""])) == (0, 1, 0, [])
    assert everything(store, Organisation)[id]["city"] is None


def test_tasks_of_a_file_belong_to_each_other_and_not_to_a_refused_one(planned, tmp_path):
    path = tmp_path / "tasks.csv"
    path.write_text(
        "number,text/en,plan,parent,status\n90a,Part,2024,90,open\n90,Whole,2024,,open\n"
        "91a,Orphan,2024,91,open\n91,Wrong,2024,,never\n"
    )
    made = import_file(planned, path, CSV, Task)
    assert [(one.line, one.reason[:30]) for one in made.refused] == [
        (4, "It belongs to a line that is r"), (5, "Status: “never” is not one of ")
    ]  # fmt: skip
    tasks = {task["number"]: task for task in everything(planned, Task).values()}
    assert tasks["90a"]["parent"] == tasks["90"]["id"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.kind)
def test_a_spreadsheet_of_every_kind_has_headings_that_are_read_back(store, record):
    from iopd_desktop.actions.cells import columns_of
    from iopd_desktop.actions.headings import columns_for

    for language in words.LANGUAGES:
        with words.speaking(language), store.read() as reader:
            columns = columns_of(reader, record, people=True)
            headings = [column.heading for column in columns]
        assert len(set(headings)) == len(headings)
        assert columns_for(record, headings) == columns


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=60))
def test_any_text_can_stand_in_any_cell(store, tmp_path, text):
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["name", "country", "since", "languages", "email"], [text] * 5])
    made = import_file(store, path, CSV, Organisation, dry_run=True)
    assert len(made.new) + len(made.refused) + made.same <= 1


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_list_goes_out_and_comes_in_as_nothing(store, tmp_path, name):
    path = tmp_path / f"none.{name}"
    export(store, Wanted("", Listing("practice"), ()), format_named(name), path)
    verdict = import_file(store, path, format_named(name), Practice)
    assert verdict.plain() == {"new": 0, "changed": 0, "same": 0, "refused": []}
