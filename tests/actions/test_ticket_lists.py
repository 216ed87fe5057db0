"""Lists of ticket systems become registrations, with answers; a second import makes no doubles."""

import csv

import pytest

from iopd_desktop.actions.headings import Unclear
from iopd_desktop.actions.importing import import_file
from iopd_desktop.actions.mapping import columns_seen
from iopd_desktop.exchange.formats import format_named
from iopd_desktop.exchange.table import Sheet, Table
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Answer, Question, Registration

PRETIX = (
    ["Event slug", "Order code", "Position ID", "Status", "Email", "Order date", "Product", "Attendee name",
     "Attendee name: Given name", "Attendee name: Family name", "Attendee email", "Company", "Address", "Country",
     "What do you eat?", "Company", "Invoice address name", "Address", "Country", "Order locale"],
    ["conf", "A7XKZ", "1", "paid", "office@example.org", "2024-05-02", "Place", "Ada Example", "Ada", "Example",
     "ada@example.org", "Riba Alta", "", "PT", "Everything", "", "Office Example", "", "PT", "en"],
    ["conf", "A7XKZ", "2", "paid", "office@example.org", "2024-05-02", "Place", "Bo Exemple", "Bo", "Exemple",
     "", "", "", "", "No meat", "Mont Ajuntament", "Office Example", "", "FR", "fr"],
    ["conf", "B9QQ1", "1", "canceled", "cy@example.org", "2024-05-03", "Place", "Cy Example", "Cy", "Example",
     "cy@example.org", "", "", "ES", "", "", "", "", "", "es"],
)  # fmt: skip
EVENTBRITE = (
    ["Order no.", "Order Date", "First Name", "Last Name", "Email", "Quantity", "Ticket Type", "Attendee #",
     "Attendee Status", "Company", "Gender", "Home Country", "¿Qué come?"],
    [1689365701, "2024-05-02", "Ada", "Example", "ada@example.org", 1, "Place", 2360209833, "Attending", "riba alta",
     "Female", "Portugal", "Everything"],
    [1689365702, "2024-05-02", "Bo", "Exemple", "bo@example.org", 1, "Place", 2360209834, "Checked In", "", "",
     "France", ""],
    [1689365703, "2024-05-02", "Cy", "Example", "cy@example.org", 1, "Place", 2360209835, "Not Paid", "", "Rather not",
     "", ""],
)  # fmt: skip
INDICO = (
    ["ID", "Name", "First Name", "Last Name", "Email Address", "Affiliation", "Position", "Country",
     "Registration date", "Registration state", "What do you eat?"],
    ["1", "Ada Example", "Ada", "Example", "ada@example.org", "RA", "Mayor", "Portugal", "2024-05-02", "Completed", ""],
    ["2", "Bo Exemple", "Bo", "Exemple", "bo@example.org", "", "", "", "2024-05-02", "Awaiting payment", "No meat"],
    ["3", "Cy Example", "Cy", "Example", "cy@example.org", "", "", "", "2024-05-02", "Withdrawn", ""],
)  # fmt: skip
LISTS = {"pretix": PRETIX, "Eventbrite": EVENTBRITE, "Indico": INDICO}


@pytest.fixture
def event(store):
    """An event with one question, and an organisation that comes."""
    with store.work("Make") as work:
        id = work.add(Event, {"title": {"en": "Conference"}})
        work.add(Question, {"event": id, "text": {"en": "What do you eat?", "es": "¿Qué come?"}})
        work.add(Organisation, {"name": "Riba Alta", "acronym": "RA", "country": "PT"})
    return id


@pytest.fixture
def bring(store, event, tmp_path):
    """Import lines as CSV or XLSX: bring(lines, "xlsx")."""

    def imported(lines, name="csv", **more):
        path, format = tmp_path / f"list.{name}", format_named(name)
        if name == "csv":
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(lines)
        else:
            format.write(path, Sheet("List", list(lines[0]), lines[1:]))
        return import_file(store, path, format, Registration, given={"event": event}, **more)

    return imported


def named(store):
    with store.read() as reader:
        return {row["name"]: row for row in reader.all(Registration)}


def answers(store):
    with store.read() as reader:
        return {reader.get(Registration, row["registration"])["name"]: row["text"] for row in reader.all(Answer)}


def counts(made):
    return len(made.new), len(made.changed), made.same, [(one.line, one.reason) for one in made.refused]


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("system", "tickets", "states", "eats"),
    [
        ("pretix", ["A7XKZ-1", "A7XKZ-2", "B9QQ1-1"], ["registered", "registered", "cancelled"],
         {"Ada Example": "Everything", "Bo Exemple": "No meat"}),
        ("Eventbrite", ["2360209833", "2360209834", "2360209835"], ["registered", "here", "waiting"],
         {"Ada Example": "Everything"}),
        ("Indico", ["1", "2", "3"], ["registered", "waiting", "cancelled"], {"Bo Exemple": "No meat"}),
    ],
)  # fmt: skip
def test_a_list_of_a_ticket_system_comes_in_whole_and_once(store, bring, system, format, tickets, states, eats):
    assert counts(bring(LISTS[system], format)) == (3, 0, 0, [])
    found = named(store)
    people = [found[name] for name in ("Ada Example", "Bo Exemple", "Cy Example")]
    assert [row["ticket"] for row in people] == tickets
    assert [row["state"] for row in people] == states
    assert (people[0]["given_name"], people[0]["email"], people[0]["country"]) == ("Ada", "ada@example.org", "PT")
    with store.read() as reader:
        assert reader.title("organisation", people[0]["member"]) == "Riba Alta"
    assert answers(store) == eats
    assert counts(bring(LISTS[system], format)) == (0, 0, 3, [])
    assert store.check() == []
    store.undo()
    assert (named(store), answers(store)) == ({}, {})


def test_pretix_takes_company_country_and_address_of_the_invoice_where_the_place_has_none(store, bring):
    bring(PRETIX)
    bo = named(store)["Bo Exemple"]
    assert (bo["organisation"], bo["country"], bo["email"]) == ("Mont Ajuntament", "FR", "office@example.org")


def test_what_changed_in_the_ticket_system_changes_here_and_what_the_desk_saw_stays(store, bring):
    bring(EVENTBRITE)
    ada = named(store)["Ada Example"]["id"]
    with store.work("Desk") as work:
        work.edit(Registration, ada, {"state": "here"})
    lines = [list(line) for line in EVENTBRITE]
    lines[1][12], lines[3][8] = "Only fruit", "Attending"
    assert counts(bring(lines)) == (0, 2, 1, [])
    assert answers(store) == {"Ada Example": "Only fruit"}
    assert [named(store)[name]["state"] for name in ("Ada Example", "Cy Example")] == ["here", "registered"]


def test_who_was_registered_by_hand_is_known_again_by_name_and_address(store, event, bring):
    with store.work("Make") as work:
        work.add(Registration, {"event": event, "name": "ada example", "email": "Ada@example.org"})
    assert counts(bring(INDICO)) == (2, 1, 0, [])
    assert named(store)["Ada Example"]["ticket"] == "1"
    assert counts(bring(INDICO)) == (0, 0, 3, [])


def test_the_body_that_staff_chose_stays(store, bring):
    bring(INDICO)
    with store.work("Choose") as work:
        other = work.add(Organisation, {"name": "Mont"})
        work.edit(Registration, named(store)["Ada Example"]["id"], {"member": other})
    assert counts(bring(INDICO)) == (0, 0, 3, [])
    assert named(store)["Ada Example"]["member"] == other


def test_tickets_of_one_order_without_numbers_are_counted_in_their_order(store, bring):
    lines = [["Order code", "Attendee name", "Secret"], ["A7XKZ", "Ada Example", "s1"], ["A7XKZ", "Bo Example", "s2"]]
    bring(lines)
    assert {row["ticket"] for row in named(store).values()} == {"A7XKZ-1", "A7XKZ-2"}
    assert counts(bring(lines)) == (0, 0, 2, [])


def test_columns_that_mean_nothing_are_named_and_a_line_without_a_name_is_refused(store, bring):
    lines = [*INDICO, ["4", "", "", "", "", "", "", "", "", "", ""]]
    made = bring(lines, dry_run=True)
    assert made.ignored == ["Position", "Registration date"]
    assert [one.line for one in made.refused] == [5]
    assert named(store) == {}


IN_THEIR_WORDS = {
    "es": ["N.º de pedido", "Nombre", "Apellidos", "Correo electrónico", "N.º de asistente", "Estado del asistente",
           "Empresa", "Género", "País"],
    "fr": ["N° de commande", "Prénom", "Nom de famille", "Adresse e-mail", "N° de participant",
           "Statut du participant", "Société", "Genre", "Pays"],
    "ca": ["Núm. de comanda", "Nom de pila", "Cognoms", "Adreça electrònica", "Núm. d'assistent",
           "Estat de l'assistent", "Companyia", "Gènere", "País"],
    "pt": ["N.º da encomenda", "Nome próprio", "Apelido", "Endereço de e-mail", "N.º do participante",
           "Estado do participante", "Empresa", "Género", "País"],
}  # fmt: skip
CANCELLED = {"es": "Anulado", "fr": "Annulé", "ca": "Cancel·lat", "pt": "Cancelado"}
WOMAN = {"es": "Mujer", "fr": "Femme", "ca": "Dona", "pt": "Mulher"}


@pytest.mark.parametrize("code", IN_THEIR_WORDS)
def test_a_list_that_was_exported_in_another_language_is_known_as_well(store, bring, code):
    lines = [
        IN_THEIR_WORDS[code],
        ["77", "Ada", "Example", "ada@example.org", "801", "", "Riba Alta", WOMAN[code], "Portugal"],
        ["77", "Bo", "Exemple", "bo@example.org", "802", CANCELLED[code], "", "", ""],
    ]
    assert counts(bring(lines)) == (2, 0, 0, [])
    ada, bo = (named(store)[name] for name in ("Ada Example", "Bo Exemple"))
    assert (ada["ticket"], ada["gender"], ada["country"], ada["email"]) == ("801", "woman", "PT", "ada@example.org")
    assert (ada["state"], bo["state"]) == ("registered", "cancelled")


OWN = (
    ["Wer kommt", "Mail", "Haus", "Essen", "Land"],
    ["Ada Example", "ada@example.org", "Riba Alta", "No meat", "Portugal"],
)


def test_a_list_with_headings_of_its_own_comes_in_by_what_a_person_says_of_them(store, bring):
    with pytest.raises(Unclear):
        bring([["Wer kommt", "Haus"], ["Ada Example", "Riba Alta"]])
    said = {"Wer kommt": "name", "Mail": "email", "Haus": "organisation", "Essen": "What do you eat?", "Land": ""}
    made = bring(OWN, meanings=said)
    assert (counts(made), made.ignored) == ((1, 0, 0, []), [])
    ada = named(store)["Ada Example"]
    assert (ada["email"], ada["organisation"], ada["country"]) == ("ada@example.org", "Riba Alta", None)
    assert answers(store) == {"Ada Example": "No meat"}
    assert counts(bring(OWN, meanings=said)) == (0, 0, 1, [])


def test_what_a_person_says_stands_above_what_a_ticket_system_means(store, bring):
    bring(INDICO, meanings={"Position": "organisation", "Affiliation": "notes"})
    ada = named(store)["Ada Example"]
    assert (ada["organisation"], ada["notes"], ada["email"]) == ("Mayor", "RA", "ada@example.org")


@pytest.mark.parametrize("said", [{"Nobody": "name"}, {"Wer kommt": "nobody"}])
def test_a_column_or_a_field_that_is_not_there_is_refused(store, bring, said):
    with pytest.raises(Refused):
        bring(OWN, meanings=said)
    assert named(store) == {}


def test_the_first_values_of_each_column_are_shown_with_what_it_means():
    rows = [(2, ["Ada", "x"]), (3, ["Ada", None]), (4, ["Bo", "y"])]
    seen = columns_seen(Registration, Table(["Name", "Haus"], rows))
    assert [(one.heading, one.samples, one.meant) for one in seen] == [
        ("Name", ("Ada", "Bo"), "Name"), ("Haus", ("x", "y"), ""),
    ]  # fmt: skip
