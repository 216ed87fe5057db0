"""What an imported registration brings beside its own fields: the body somebody comes for, and their answers."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.verdict import Line
from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.registrations import Answer, Question
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import fold

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

# What the desk has seen stands against a list that was written before the door was opened.
_SEEN = ("here", "absent")


class Registering:
    """The questions of one event by their text in any language, and the organisations by any of their names."""

    def __init__(self, reader: Reader, event: str | None) -> None:
        self._reader = reader
        self._questions = {fold(text): id for id, text in questions_of(reader, event, every=True)}
        self._called: Mapping[str, set[str]] | None = None
        self._answered: dict[str, dict[str, str]] | None = None

    def question(self, heading: str) -> str | None:
        """The id of the question whose text a heading is, in any language."""
        return self._questions.get(fold(heading.strip()))

    def completed(self, values: dict[str, Any], now: Mapping[str, Any] | None) -> dict[str, Any]:
        """What a line says, with the body it names where it is known here, without what the desk knows better."""
        made = dict(values)
        if now and now["state"] in _SEEN:
            made.pop("state", None)
        if not made.get("member") and not (now and now["member"]) and made.get("organisation"):
            ids = self._bodies().get(fold(str(made["organisation"]).strip()), set())
            made |= {"member": next(iter(ids))} if len(ids) == 1 else {}
        return made

    def fresh(self, registration: str, told: Mapping[str, str]) -> dict[str, str]:
        """The answers, by question, that do not stand yet."""
        if not told:
            return {}
        if self._answered is None:
            self._answered = {}
            for row in self._reader.all(Answer):
                self._answered.setdefault(row["registration"], {})[row["question"]] = row["text"]
        known = self._answered.get(registration, {})
        return {question: text for question, text in told.items() if known.get(question) != text}

    def _bodies(self) -> Mapping[str, set[str]]:
        if self._called is None:
            self._called = bodies_called(self._reader)
        return self._called


def questions_of(read: Reader, event: str | None, *, every: bool = False) -> list[tuple[str, str]]:
    """The questions of an event by id, each with its text: in the reader's language, or in every language it has."""
    rows = read.all(Question, {"event": event}) if event else ()
    said = ((row["id"], [s["text"] for s in row["text"].values()] if every else chosen(row["text"])) for row in rows)
    return [(id, text.strip()) for id, texts in said for text in (texts if every else texts[:1])]


def bodies_called(read: Reader) -> dict[str, set[str]]:
    """The ids of the organisations by any of their names, folded."""
    found: dict[str, set[str]] = {}
    for id, *names in read.rows("SELECT id, name, acronym, other_names FROM organisation"):
        for name in "\n".join(filter(None, names)).split("\n"):
            found.setdefault(fold(name.strip()), set()).add(id)
    found.pop("", None)
    return found


def answer(work: "Work", lines: Iterable[Line]) -> None:
    """Keep the answers that lines bring; a new answer to the same question takes the place of the old one."""
    new = []
    for line in lines:
        for question, text in line.answers.items():
            key = {"registration": line.id, "question": question}
            id = Answer.natural_id(key)
            if id and work.seek(Answer, id):
                work.edit(Answer, id, {"text": text})
            else:
                new.append({**key, "text": text})
    if new:
        work.add_many(Answer, new)
