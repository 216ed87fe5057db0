"""A form keeps each field as it is left, and loses nothing that cannot be kept yet."""

import pytest
from PySide6.QtTest import QTest

from iopd_desktop.models.members import Consent, Organisation, Person
from iopd_desktop.store import drafts
from iopd_desktop.views.kit.fields_form import FieldsForm


@pytest.fixture
def form(qtbot, records):
    made = FieldsForm(Organisation, records)
    qtbot.addWidget(made)
    made.show()
    return made


def type_into(form, name, text):
    line = form.rows[name].editor.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    line.left.emit()


def test_leaving_a_field_saves_it(form, records, store, cities):
    form.show_record(records.seek("organisation", cities[0]))

    type_into(form, "city", "Aldeia Nova")

    assert records.seek("organisation", cities[0])["city"] == "Aldeia Nova"
    assert store.history("organisation", cities[0])[0].title == "Edit organisation"


def test_leaving_a_field_untouched_writes_no_step(form, records, store, cities):
    form.show_record(records.seek("organisation", cities[0]))
    before = len(store.history())

    form.keep_all()

    assert len(store.history()) == before


def test_a_mistake_stands_under_its_field_and_waits_as_a_draft(form, records, store, cities, qtbot):
    form.show_record(records.seek("organisation", cities[0]))

    type_into(form, "email", "nobody")

    row = form.rows["email"]
    assert "nobody" in row._sentence.text()
    assert not row._wrong.isHidden()
    assert records.seek("organisation", cities[0])["email"] is None
    assert len(drafts.found(store)) == 1

    again = FieldsForm(Organisation, records)
    qtbot.addWidget(again)
    again.show_record(records.seek("organisation", cities[0]))
    assert again.rows["email"].editor.line.text() == "nobody"
    assert "nobody" in again.rows["email"]._sentence.text()

    type_into(again, "email", "nobody@example.org")
    assert records.seek("organisation", cities[0])["email"] == "nobody@example.org"
    assert len(drafts.found(store)) == 0


def test_a_new_record_is_made_when_its_required_fields_are_there(form, records, store, qtbot):
    form.begin()
    type_into(form, "city", "Vila")
    assert records.all("organisation") == []
    assert len(drafts.found(store)) == 1

    with qtbot.waitSignal(form.made) as made:
        type_into(form, "name", "Vila Example")

    values = records.seek("organisation", made.args[0])
    assert (values["name"], values["city"], values["membership"]) == ("Vila Example", "Vila", "prospect")
    assert len(drafts.found(store)) == 0


def test_an_unfinished_new_record_is_taken_up_again(form, records, qtbot):
    form.begin()
    type_into(form, "city", "Vila")

    again = FieldsForm(Organisation, records)
    qtbot.addWidget(again)
    again.begin()

    assert again.rows["city"].editor.line.text() == "Vila"


def test_values_known_already_are_part_of_the_new_record(records, cities, qtbot):
    form = FieldsForm(Person, records, [name for name in Person.fields if name != "organisation"])
    qtbot.addWidget(form)
    form.show()
    form.begin({"organisation": cities[0]})

    with qtbot.waitSignal(form.made) as made:
        type_into(form, "family_name", "Example")

    assert records.seek("person", made.args[0])["organisation"] == cities[0]


def test_a_change_elsewhere_leaves_alone_what_is_being_typed(form, records, cities):
    form.show_record(records.seek("organisation", cities[0]))
    form.rows["city"].editor.line.setText("half a wor")

    records.edit("organisation", cities[0], {"acronym": "AE"})
    form.refresh(records.seek("organisation", cities[0]))

    assert form.rows["acronym"].editor.line.text() == "AE"
    assert form.rows["city"].editor.line.text() == "half a wor"


def test_what_is_only_added_to_cannot_be_changed(records, cities, qtbot):
    person = records.add("person", {"family_name": "Example"})
    id = records.add("consent", {"person": person, "purpose": "newsletter", "act": "given", "date": "2024-01-02",
                                 "how": "email"})  # fmt: skip
    form = FieldsForm(Consent, records)
    qtbot.addWidget(form)

    form.show_record(records.seek("consent", id))

    assert form.rows["source"].editor.line.isReadOnly()
    assert not form.rows["purpose"].editor.box.isEnabled()


def test_what_cannot_be_changed_shows_no_examples_and_a_new_record_shows_them_again(records, cities, qtbot):
    form = FieldsForm(Consent, records)
    qtbot.addWidget(form)
    line = form.rows["source"].editor.line
    example = line.placeholderText()
    person = records.add("person", {"family_name": "Example", "organisation": cities[0]})
    given = {"person": person, "purpose": "newsletter", "act": "given", "date": "2024-05-08", "how": "email"}
    form.show_record(records.seek("consent", records.add("consent", given)))
    assert (line.isReadOnly(), line.placeholderText()) == (True, "")

    form.begin()
    assert example
    assert (line.isReadOnly(), line.placeholderText()) == (False, example)


def test_on_a_full_disk_what_was_typed_stays_in_its_field_and_is_said(form, records, store, cities):
    form.show_record(records.seek("organisation", cities[0]))
    heard = []
    form.refused.connect(heard.append)
    with store.read() as reader, store.journal() as journal:
        reader.value("PRAGMA max_page_count=1")  # no further page than there are
        journal.connection.execute("PRAGMA max_page_count=1")

    long = "Aldeia " * 20_000
    form.rows["city"].editor.type_text(long)
    form.keep_all()

    assert [sentence for sentence in heard if "is full" in sentence]
    assert "is full" in form.rows["city"]._sentence.text()
    assert form.rows["city"].editor.line.text() == long
    assert records.seek("organisation", cities[0])["city"] == "Aldea"
