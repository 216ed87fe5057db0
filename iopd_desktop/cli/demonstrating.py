"""The demonstration: an invented network, and everything that the program makes of it, in one folder."""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from iopd_desktop.cli.desk import Desk
from iopd_desktop.exchange.formats import FORMATS
from iopd_desktop.models import RECORDS
from iopd_desktop.models.awards import Edition, Juror, Nomination
from iopd_desktop.models.base import Record
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.missions import Delegate
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Registration
from iopd_desktop.models.repository import Practice
from iopd_desktop.models.tasks import Plan
from iopd_desktop.store.reading import Reader
from iopd_desktop.store.store import Store
from iopd_desktop.words import _, language, living_on, today

DATABASE, NOTE = "secretariat.iopd", "README.txt"
_MADE = ("pictures", "papers", "lists", "mailing")
_TELLS: dict[str, tuple[type[Record], dict[str, str]]] = {
    "attendance-certificates": (Registration, {"state": "here"}), "mission-report": (Delegate, {}),
    "convocation": (Event, {"type": "organ"}),
}  # fmt: skip


def demo(desk: Desk) -> None:
    """Write an invented network with each report, each list in each format, a mailing list, and pictures."""
    from iopd_desktop.actions.beginning import create

    folder = Path(desk.arguments.out)
    if desk.demo is None:
        raise Refused(_("This program has no windows to take pictures of"))
    _clear(folder)
    author = desk.arguments.author or "Demo"
    with create(folder / DATABASE, "sample", author=author) as store, living_on(store.sample_day):
        _papers(store, folder / "papers")
        _lists(store, folder / "lists")
        _mailing(store, folder / "mailing")
    desk.demo(folder / DATABASE, language())
    made = sorted(path for path in folder.rglob("*") if path.is_file())
    if desk.json:
        desk.give([str(path.relative_to(folder)) for path in made])
    else:
        desk.say(_("{count} files in {folder}").format(count=len(made), folder=folder))


def _clear(folder: Path) -> None:
    """Make room for a demonstration: an earlier one goes, anything else is refused."""
    note = _("A demonstration with an invented network: nobody in it exists.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        if not (folder / NOTE).is_file():
            raise Refused(_("{folder} exists already and is not empty").format(folder=folder))
        for name in _MADE:
            shutil.rmtree(folder / name, ignore_errors=True)
        shutil.rmtree(folder / f"{DATABASE}-backups", ignore_errors=True)
        (folder / DATABASE).unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NOTE).write_text(note + "\n", "utf-8")


def _papers(store: Store, folder: Path) -> None:
    from iopd_desktop.actions.lists import narrowed
    from iopd_desktop.reports import REPORTS, make

    with store.read() as reader:
        # The sample's year, not today's: a calendar of another year would show twelve free months.
        told: dict[str, Any] = {
            "edition": _edition(reader), "year": max(row["year"] for row in reader.all(Plan)),
            "listed": narrowed(reader, Organisation, None, "", ()), "practice": _practice(reader),
            **_examples(reader),
        }  # fmt: skip
        for report in REPORTS:
            asked = [option for option in report.options if option.required or option.kind != "list"]
            seen = {**told, "event": _event(reader, report.name)}
            options = {option.name: seen[option.name] for option in asked if option.name in seen}
            out = folder / (report.name if report.many else f"{report.name}.pdf")
            make(report, reader, out, language(), **options)


def _practice(reader: Reader) -> str | None:
    """The id of the practice with the longest description among the published ones, else any."""
    rows = reader.all(Practice, order="title")
    whole = sorted(rows, key=lambda row: (row["stage"] == "published", len(str(row["description"] or ""))))
    return whole[-1]["id"] if whole else None


def _event(reader: Reader, report: str) -> str | None:
    """The id of the event of which a report has most to tell: to which most went, came, or else are registered."""
    record, where = _TELLS.get(report, (Registration, {}))
    counted = Counter(row["id" if record is Event else "event"] for row in reader.all(record, where))
    return next((event for event, _count in counted.most_common(1)), None)


def _edition(reader: Reader) -> int | None:
    """The number of the last edition that has a jury."""
    with_jury = {juror["edition"] for juror in reader.all(Juror)}
    numbers = [edition["number"] for edition in reader.all(Edition) if edition["id"] in with_jury]
    return max(numbers, default=None)


def _examples(reader: Reader) -> dict[str, str]:
    """A juror and a nomination of that edition: one packet and one sheet stand for all that look like them."""
    found: dict[str, str] = {}
    for edition in reader.all(Edition, {"number": _edition(reader)}):
        for name, record in (("juror", Juror), ("nomination", Nomination)):
            for row in reader.all(record, {"edition": edition["id"]})[:1]:
                found[name] = row["id"]
    return found


def _lists(store: Store, folder: Path) -> None:
    from iopd_desktop.actions.exporting import Why, export
    from iopd_desktop.actions.lists import narrowed

    for record in RECORDS:
        with store.read() as reader:
            wanted, count = narrowed(reader, record, None, "", ()), reader.count(record)
        for format in FORMATS if count else ():
            if format.fits(record.kind):
                export(store, wanted, format, folder / f"{record.kind}.{format.name}", why=Why(_("Demonstration")))


def _mailing(store: Store, folder: Path) -> None:
    from iopd_desktop.actions.lists import narrowed
    from iopd_desktop.actions.mailing_folder import write_mailing
    from iopd_desktop.exchange.mailing.entry import Sending
    from iopd_desktop.exchange.mailing.targets import TARGETS
    from iopd_desktop.models.members import Person

    with store.read() as reader:
        wanted = narrowed(reader, Person, None, "", ())
    for target in TARGETS:
        sending = Sending("newsletter", today(), mailbox="secretariat@example.org")
        write_mailing(store, wanted, folder / target.name, sending, target)
