"""The work plan: objectives, priorities, groups, and tasks as a tree."""

from iopd_desktop.models.base import Problems, Record, Values, in_order
from iopd_desktop.models.fields import field
from iopd_desktop.models.kinds import Choice, Files, Flag, Fuzzy, Link, LongText, Look, Number, Text, Texts
from iopd_desktop.words import N_, _

TASK_STATES = {
    "open": N_("Not begun"), "doing": N_("Under way"), "waiting": N_("Waiting"), "done": N_("Done"),
    "dropped": N_("Dropped"),
}  # fmt: skip
REPEATS = {
    "weekly": N_("Every week"), "monthly": N_("Every month"), "quarterly": N_("Every three months"),
    "yearly": N_("Every year"),
}  # fmt: skip


class Plan(Record):
    """The work plan of a year, with the texts that stand around its tasks."""

    kind, label, plural = "plan", N_("Work plan"), N_("Work plans")
    titled = ("title",)
    sections = {"": N_("Plan"), "parts": N_("Parts 1 to 4")}
    year = field(Number(N_("Year"), least=1990, most=2200, grouped=False), required=True, listed=True, public=True)
    title = field(Texts(N_("Title")), required=True, listed=True, searched=True, public=True)
    issuer = field(Texts(N_("Issuer")), public=True)
    introduction = field(Texts(N_("Introduction"), long=True), public=True)
    part1_heading = field(Texts(N_("Heading of part 1")), section="parts", public=True)
    part1_before = field(Texts(N_("Part 1, before the priorities"), long=True), section="parts", public=True)
    part2_heading = field(Texts(N_("Heading of part 2")), section="parts", public=True)
    part2_text = field(Texts(N_("Part 2"), long=True), section="parts", public=True)
    themes_heading = field(Texts(N_("Heading of the themes")), section="parts", public=True)
    themes_state = field(
        Choice(N_("Thematic priorities"), {"tbd": N_("To be decided"), "proposed": N_("Proposed"),
                                           "adopted": N_("Adopted")}),
        section="parts", listed=True, default="tbd", public=True,
    )  # fmt: skip
    themes = field(Texts(N_("Themes"), long=True), section="parts", public=True)
    part3_heading = field(Texts(N_("Heading of part 3")), section="parts", public=True)
    part4_heading = field(Texts(N_("Heading of part 4")), section="parts", public=True)
    part4_before = field(Texts(N_("Part 4, before the table"), long=True), section="parts", public=True)


class Objective(Record):
    """A strategic objective of a plan."""

    kind, label, plural = "objective", N_("Objective"), N_("Objectives")
    titled = ("text",)
    plan = field(Link(N_("Work plan"), "plan"), required=True, listed=True, part=True)
    number = field(Number(N_("No."), least=0, most=1000), required=True, listed=True, public=True)
    text = field(Texts(N_("Objective")), required=True, listed=True, searched=True, public=True)


class Priority(Record):
    """A strategic priority of a plan, A to D."""

    kind, label, plural = "priority", N_("Priority"), N_("Priorities")
    titled = ("code", "name")
    plan = field(Link(N_("Work plan"), "plan"), required=True, listed=True, part=True)
    code = field(Text(N_("Letter"), example="A"), required=True, listed=True, public=True)
    name = field(Texts(N_("Name")), required=True, listed=True, searched=True, public=True)
    heading = field(Texts(N_("Heading over its tasks")), public=True)
    description = field(Texts(N_("Description"), long=True), public=True)


class Group(Record):
    """A heading inside a priority, such as internal communication."""

    kind, label, plural = "group", N_("Group of tasks"), N_("Groups of tasks")
    priority = field(Link(N_("Priority"), "priority"), required=True, listed=True, part=True)
    rank = field(Number(N_("Order"), least=0, most=1000), listed=True)
    name = field(Texts(N_("Name")), required=True, listed=True, searched=True, public=True)


class Task(Record):
    """A task of the plan, or a lettered item of one."""

    kind, label, plural = "task", N_("Task"), N_("Tasks")
    titled = ("number", "text")
    sections = {"": N_("Task"), "place": N_("Place in the plan"), "notes": N_("Notes")}
    number = field(Text(N_("No."), example="12c"), listed=True, searched=True, public=True)
    text = field(Texts(N_("Task"), long=True), required=True, listed=True, searched=True, public=True)
    short = field(Texts(N_("Short name")), searched=True, public=True)
    status = field(Choice(N_("Status"), TASK_STATES), required=True, listed=True, default="open")
    progress = field(Number(N_("Progress in %"), least=0, most=100), listed=True, default=0)
    owner = field(Text(N_("Owner")), listed=True, searched=True)
    begins = field(Fuzzy(N_("From"), example=N_("February")), sorted=True)
    due = field(Fuzzy(N_("Due"), example=N_("May or June")), listed=True)
    repeats = field(Choice(N_("Repeats"), REPEATS))
    plan = field(Link(N_("Work plan"), "plan"), section="place", required=True, part=True)
    priority = field(Link(N_("Priority"), "priority"), section="place", listed=True, part=True)
    group = field(Link(N_("Group"), "group"), section="place")
    parent = field(Link(N_("Part of"), "task"), section="place", part=True)
    rank = field(Number(N_("Order"), least=0, most=100_000), section="place", sorted=True)
    notes = field(LongText(N_("Notes")), section="notes", searched=True)
    files = field(Files(N_("Files")), section="notes")

    @classmethod
    def called(cls, values: Values, look: Look | None = None) -> str:
        texts = cls.fields["short"].kind.format(values.get("short")) or cls.fields["text"].kind.format(
            values.get("text")
        )
        return " ".join(part for part in (values.get("number"), texts) if part)

    @staticmethod
    def check(values: Values) -> Problems:
        if wrong := in_order(values, "begins", "due"):
            return wrong
        if values.get("parent") and values.get("parent") == values.get("id"):
            return {"parent": _("A task is not part of itself")}
        return {}


class Occurrence(Record):
    """One time of a task that repeats: this month's newsletter."""

    kind, label, plural = "occurrence", N_("Occurrence"), N_("Occurrences")
    key = ("task", "period")
    titled = ("task", "period")
    task = field(Link(N_("Task"), "task"), required=True, listed=True, part=True)
    period = field(Text(N_("Period"), example="2024-05"), required=True, listed=True)
    done = field(Flag(N_("Done")), listed=True)
    notes = field(LongText(N_("Notes")), searched=True)


class Relation(Record):
    """A tie from a task to another task or to any record."""

    kind, label, plural = "relation", N_("Link"), N_("Links")
    key = ("task", "to")
    titled = ("task", "to")
    task = field(Link(N_("Task"), "task"), required=True, listed=True, part=True)
    to = field(Link(N_("Linked to"), "*"), required=True, listed=True)
    note = field(Text(N_("How")), listed=True)


RECORDS = (Plan, Objective, Priority, Group, Task, Occurrence, Relation)
