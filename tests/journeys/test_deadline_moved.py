"""The deadline of the award is put off: what moves with it is shown, done in one step, seen again after a restart."""

from iopd_desktop.models.awards import Phase
from iopd_desktop.models.calendar import Event

DEADLINE, VOTE = "Deadline for nominations", "Open public vote"


def to_the_agenda(secretary):
    secretary.press(f"Ctrl+{list(secretary.window.tabs).index('calendar') + 1}")
    while secretary.window.view.page_name != "agenda":
        secretary.press("Ctrl+PageDown")
    secretary.reach("Agenda")


def day_of(secretary, record, words):
    name = "title" if record is Event else "name"
    return next(row["date"]["edtf"] for row in secretary.read(record) if words in row[name]["en"]["text"])


def test_a_deadline_is_put_off_by_keys_alone(secretary):
    to_the_agenda(secretary)
    secretary.press("Home")
    while not secretary.focus.accessibleDescription().startswith(DEADLINE):
        secretary.press("Down")
    secretary.press("Return")
    secretary.fill("Date", "31 May 2024")
    secretary.meanwhile(lambda: (secretary.reach("Why, for the history (may stay empty)"), secretary.type("Strike"),
                                 secretary.press("Return")))  # fmt: skip
    secretary.press("Tab")
    secretary.until(lambda: day_of(secretary, Event, DEADLINE) == "2024-05-31")
    assert day_of(secretary, Phase, "Submission") == "2024-02/2024-05-31"
    assert day_of(secretary, Event, VOTE) == "2024-07"
    assert secretary.store.history()[0].title.endswith(": Strike")

    secretary.restart()
    to_the_agenda(secretary)
    secretary.press("Ctrl+Z")
    assert day_of(secretary, Event, DEADLINE) == "2024-05-15"
    assert day_of(secretary, Phase, "Submission") == "2024-02/2024-05-15"
    assert day_of(secretary, Event, VOTE) == "2024-06"
    assert secretary.store.check() == []
