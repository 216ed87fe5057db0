"""Tasks as papers say them: when they are due, how far they are, and the parts of a whole by state."""

from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.actions.plan_reads import TaskNode
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.tasks import REPEATS, TASK_STATES
from iopd_desktop.reports import page as paper
from iopd_desktop.reports.page import Block
from iopd_desktop.words import _, language, ngettext, number

IN_ORDER = ("done", "doing", "open", "waiting")
"""The states as a bar shows them; dropped ones count nowhere."""


def when(task: TaskNode) -> str:
    """When a task is due, in the reader's words: its date as typed or read, else how it repeats."""
    return date_words(task.due) or (_(REPEATS[task.repeats]) if task.repeats in REPEATS else "")


def date_words(kept: Mapping[str, Any] | None) -> str:
    """A fuzzy date as it is kept, in the reader's words; nothing where there is none."""
    due = FuzzyDate.of(kept)
    return short(due, language(), roomy=True) if due else ""


def state_words(state: str, progress: int) -> str:
    """A state, with how far it is where it has begun and is not done."""
    words = _(TASK_STATES.get(state, state))
    return f"{words}, {number(progress)}\u00a0%" if progress and progress < 100 else words


def state_bar(parts: Sequence[TaskNode]) -> Block:
    """The parts of a whole by state."""
    states = [task.state for task in parts]
    return paper.parts([(_(TASK_STATES[state]), states.count(state)) for state in IN_ORDER], whole=len(parts))


def counted_words(count: int) -> str:
    """What was counted, in a sentence."""
    words = ngettext("{count} action: lettered items, and tasks without any as a whole.",
                     "{count} actions: lettered items, and tasks without any as a whole.", count)  # fmt: skip
    return words.format(count=number(count))
