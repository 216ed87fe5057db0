"""What a report is, and how it becomes a file: whole or not at all, with a word on what could not be printed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.disclosing import record_disclosure
from iopd_desktop.actions.lists import Wanted
from iopd_desktop.actions.network import Letterhead, letterhead
from iopd_desktop.exchange.whole import whole_file
from iopd_desktop.models.kinds import Flag
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.reports.page import Block, Ink, Page, Running
from iopd_desktop.words import _, speaking

if TYPE_CHECKING:
    from iopd_desktop.store.store import Store
    from iopd_desktop.store.work import Work

Told = Callable[[int, int], None]
_NAMED = 3


@dataclass(frozen=True)
class Option:
    """Something that a report is told: a name, a label, and the kind of value.

    Kinds are year, number, measure (millimetres), day (ISO), flag (yes or no), juror and practice (an id),
    nomination (an id or a number), event and session (an id or a title), registration (whatever the desk finds one
    by), phase, audience and choice, whose values and labels are `choices`, and list: a `Wanted` of a kind that is
    among `choices`. `example` says in an empty field what is meant by leaving it empty, or how to write it.
    """

    name: str
    label: str
    kind: str
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    example: str = ""

    def clean(self, value: Any) -> Any:
        """The value as the report's read takes it; BadValue with a sentence where it cannot be one."""
        try:
            if self.kind in ("year", "number"):
                return int(value)
            if self.kind == "measure":
                return float(str(value).replace(",", "."))
            if self.kind == "list":
                return self._listed(value)
            if self.kind == "flag":
                return Flag(self.label).parse(str(value))
            if self.kind == "day":
                return date.fromisoformat(value).isoformat()
        except (TypeError, ValueError):
            words = _("{option}: “{value}” cannot be read").format(option=_(self.label), value=str(value)[:40])
            raise BadValue(words) from None
        if self.choices and value not in self.choices:
            words = _("{option}: “{value}” is none of {choices}")
            raise BadValue(words.format(option=_(self.label), value=value, choices=", ".join(self.choices)))
        return value

    def _listed(self, value: Any) -> Wanted:
        if not isinstance(value, Wanted):
            raise TypeError("a list is expected")
        if self.choices and value.listing.kind not in self.choices:
            kinds = ", ".join(_(label) for label in self.choices.values())
            raise BadValue(_("{option}: it lists {kinds}").format(option=_(self.label), kinds=kinds))
        return value


@dataclass(frozen=True)
class Sheaf:
    """One file of a report that makes several: its name, its rows, its language, whether it is filled on screen."""

    file: str
    rows: Any
    language: str
    forms: bool = True


@dataclass(frozen=True)
class Report:
    """A report: which rows (a named read) and how they are set.

    `sheaves` makes several files of the rows; without it there is one. `personal` says that pages hold
    personal data, and that each says so at its foot; `discloses` then says what leaves, why, on what basis, of how
    many persons: the values of a Disclosure but its day, or None where these pages hold none; `handed` writes what is
    to be known of these rows from then on. `labels` is for
    what is handed out or hung up piece by piece: labels, badges, certificates, signs; there is room for nothing else.
    """

    name: str
    label: str
    personal: bool
    options: tuple[Option, ...]
    rows: Callable[..., Any]
    story: Callable[[Any, Page], Iterator[Block]]
    sheaves: Callable[[Any], Iterable[Sheaf]] | None = None
    discloses: Callable[[Any], dict[str, Any] | None] | None = None
    handed: Callable[["Work", Any], object] | None = None
    labels: bool = False

    @property
    def many(self) -> bool:
        """Whether it makes a folder of files."""
        return self.sheaves is not None


@dataclass
class Made:
    """What was written: files, pages in all, sentences on characters that no font here prints and on what was left out.

    `disclosure` holds the values to record when files with personal data are handed out, else None; `handed` writes
    what is to be known of their rows then.
    """

    label: str = ""
    paths: list[Path] = field(default_factory=list)
    pages: int = 0
    missing: list[str] = field(default_factory=list)
    disclosure: dict[str, Any] | None = None
    handed: Callable[["Work"], object] | None = None


def make(report: Report, read: Any, out: Path, language: str, *, told: Told | None = None, **options: Any) -> Made:
    """Write a report to `out`, a file, or a folder for a report of many files, in a language.

    `read` may be None where the rows come from elsewhere. `told(done, whole)` hears of the pages as they are drawn,
    and may raise to stop: then nothing is left behind. Refused and BadValue come through from the read.
    """
    with speaking(language):
        rows, house = report.rows(read, **cleaned(report, options)), letterhead(read)
        sheaves = report.sheaves(rows) if report.sheaves else [Sheaf(out.name, rows, language)]
        folder = out if report.many else out.parent
        made = Made(label=report.label, disclosure=report.discloses(rows) if report.discloses else None)
        if handed := report.handed:
            made.handed = lambda work: handed(work, rows)
        missing: dict[str, set[str]] = {}
        with ExitStack() as whole:  # all of the files take their names at the end, or none
            for sheaf in sheaves:
                partial = whole.enter_context(whole_file(folder / sheaf.file))
                _write(report, sheaf, house, partial, made, missing, told)
                made.paths.append(folder / sheaf.file)
        made.missing += _sentences(missing)
        return made


def cleaned(report: Report, options: Mapping[str, Any]) -> dict[str, Any]:
    """The options as the report takes them, empty ones left out; BadValue for one that is wrong or missing."""
    known = {option.name: option for option in report.options}
    given = {name: value for name, value in options.items() if value not in (None, "")}
    for name in given:
        if name not in known:
            raise BadValue(_("“{report}” has no option “{name}”").format(report=_(report.label), name=name))
    for option in report.options:
        if option.required and option.name not in given:
            raise BadValue(_("“{option}” is needed").format(option=_(option.label)))
    return {name: known[name].clean(value) for name, value in given.items()}


def record(store: "Store", made: Made, on: date, by: str) -> None:
    """Record that a report with personal data was handed out; a report that names no person makes no step.

    What it writes of its rows is a step of its own: what was not printed after all is taken back, the record stays.
    """
    if made.disclosure and made.disclosure["count"]:
        with store.work(_("Hand out: {what}").format(what=made.disclosure["what"]), act="final") as work:
            record_disclosure(work, made.disclosure, on, by)
    if made.handed:
        with store.work(_("Printed: {what}").format(what=_(made.label))) as work:
            made.handed(work)


def _write(
    report: Report, sheaf: Sheaf, house: Letterhead, path: Path, made: Made, missing: dict[str, set[str]],
    told: Told | None,
) -> None:  # fmt: skip
    page = Page(Running(), house)
    with speaking(sheaf.language):
        for block in report.story(sheaf.rows, page):
            page.add(block)
        page.settle()
        with path.open("wb") as out:
            ink = Ink(out, sheaf.language, page.shape)
            ink.forms = sheaf.forms
            page.paint(ink, told)
            ink.close()
    made.pages += len(page.leaves)
    made.missing += page.remarks
    for char, subjects in ink.missing.items():
        missing.setdefault(char, set()).update(subjects or {sheaf.file})


def _sentences(missing: Mapping[str, set[str]]) -> Iterator[str]:
    """What the person is told before the report is handed over: each character, and where it stands."""
    for char, subjects in sorted(missing.items()):
        named = sorted(subject for subject in subjects if subject)
        where = ", ".join(shorten(subject, 80, placeholder="…") for subject in named[:_NAMED])
        words = _("No font here prints “{char}” (U+{code:04X}): {where}")
        yield words.format(char=char, code=ord(char), where=where + (", …" if len(named) > _NAMED else ""))
