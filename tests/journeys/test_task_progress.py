"""A task's progress: found in the plan, moved on by keys, given a date and an owner, seen again after a restart."""

from iopd_desktop.actions.plan_reads import latest_plan, plan_tree
from iopd_desktop.models.tasks import Occurrence, Task


def to_the_plan(secretary):
    """Turn to the page of the plan, and to its search."""
    secretary.press(f"Ctrl+{list(secretary.window.tabs).index('tasks') + 1}")
    while secretary.window.view.page_name != "plan":
        secretary.press("Ctrl+PageUp")
    secretary.press("Ctrl+F", "Ctrl+A")


def rolled_up(secretary, code):
    with secretary.store.read() as reader:
        tree = plan_tree(reader, latest_plan(reader))
    return next(one.progress for one in tree.priorities if one.code == code)


def test_a_tasks_progress_by_keys_alone(secretary):
    to_the_plan(secretary)
    secretary.type("translation and publication")
    secretary.press("Down", "Home", "Down", "Down")
    secretary.type("70")
    (task,) = secretary.read(Task, number="12c")
    assert (task["progress"], task["status"]) == (70, "doing")
    assert rolled_up(secretary, "B") == 70 // 7 // 4

    secretary.press("Return")
    secretary.fill("Owner", "Ada Example")
    secretary.fill("Due", "15 May")
    secretary.press("Tab", "Escape")
    (task,) = secretary.read(Task, number="12c")
    assert (task["owner"], task["due"]["edtf"]) == ("Ada Example", "2024-05-15")

    secretary.restart()
    (again,) = secretary.read(Task, number="12c")
    assert again == task
    to_the_plan(secretary)
    secretary.type("translation and publication")
    secretary.press("Down", "Home", "Down", "Down")
    secretary.type("100")
    assert secretary.read(Task, number="12c")[0]["status"] == "done"

    secretary.restart()
    secretary.press("Ctrl+Z")
    (back,) = secretary.read(Task, number="12c")
    assert (back["progress"], back["status"]) == (70, "doing")
    assert secretary.store.check() == []


def test_the_months_of_the_newsletter_by_keys_alone(secretary):
    to_the_plan(secretary)
    while secretary.window.view.page_name != "times":
        secretary.press("Ctrl+PageDown")
    newsletter = "2 Administration of e-mail accounts and sending of a monthly newsletter and periodicity as required"
    secretary.reach(f"{newsletter}, January")
    secretary.press("Space", "Right", "Space")
    done = {row["period"] for row in secretary.read(Occurrence) if row["done"]}
    assert done == {"2024-01", "2024-02"}

    secretary.restart()
    secretary.press("Ctrl+Z")
    assert {row["period"] for row in secretary.read(Occurrence) if row["done"]} == {"2024-01"}
