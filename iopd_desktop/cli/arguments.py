"""The commands and their options, as `--help` tells them."""

import argparse
import gettext
import os
from collections.abc import Callable, Sequence
from typing import Any

from iopd_desktop import __version__, paths
from iopd_desktop.cli import about, changing, checking_in, dating, demonstrating, files, following, listing, year
from iopd_desktop.cli.desk import Parser
from iopd_desktop.cli.narrowing import narrowing
from iopd_desktop.words import LANGUAGES, N_, _, speak

PROGRAM = "iopd-desktop"
Run = Callable[[Any], int | None]
# What argparse itself says; it asks gettext for them by these very words.
PARSER_WORDS = (
    N_("usage: "), N_("positional arguments"), N_("options"), N_("show this help message and exit"),
    N_("show program's version number and exit"), N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"), N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"), N_("expected one argument"), N_("expected at least one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)  # fmt: skip


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of one command, its function as `run`; SystemExit for help and for a wrong usage."""
    _speak(_usual_language())
    early = Parser(PROGRAM, add_help=False, parents=[_everywhere()], allow_abbrev=False)
    known, _rest = early.parse_known_args([one for one in argv if one not in ("-h", "--help")])
    language = getattr(known, "language", None) or _usual_language()
    _speak(language)
    found, rest = _parser().parse_known_args(list(argv))
    found.rest = rest
    if rest and not found.more:
        found.parser.error(_("unknown: {words}").format(words=" ".join(rest)))
    for name, value in (("database", None), ("author", None), ("json", False), ("language", language)):
        if not hasattr(found, name):
            setattr(found, name, value)
    return found


def _speak(language: str) -> None:
    """Set the language of the program and of argparse, which reads the process's text domain and LANGUAGE."""
    speak(language)
    gettext.bindtextdomain("iopd", paths.brought("translations"))
    gettext.textdomain("iopd")
    os.environ["LANGUAGE"] = language


def _usual_language() -> str:
    told = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return told[:2] if told[:2] in LANGUAGES else "en"


def _whole(text: str) -> int:
    """A whole number that was typed; argparse would name the type of the programming language."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is not a whole number").format(text=text[:40])) from None


def _everywhere() -> Parser:
    """The options of every command; they may stand before it or after it."""
    options = Parser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    options.add_argument("--database", metavar=_("FILE"), help=_("the database (or IOPD_DESKTOP_DATABASE)"))
    options.add_argument("--language", choices=LANGUAGES, help=_("the language of words and documents"))
    options.add_argument("--author", metavar=_("NAME"), help=_("who works here, as the history will say"))
    options.add_argument("--json", action="store_true", help=_("the answer as JSON, for scripts"))
    return options


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        PROGRAM, parents=[_everywhere()], allow_abbrev=False,
        description=_("Without a command the window opens. A passphrase is read from IOPD_DESKTOP_PASSPHRASE."),
    )  # fmt: skip
    shown = _("show program's version number and exit")
    parser.add_argument("--version", action="version", version=__version__, help=shown)
    commands = parser.add_subparsers(metavar=_("COMMAND"), required=True)

    def command(
        name: str, run: Run, said: str, *, more: bool = False, helps: bool = True
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name, parents=[_everywhere()], help=said, description=said, allow_abbrev=False, add_help=helps
        )
        made.set_defaults(run=run, more=more, parser=made)
        return made

    _listing_commands(command)
    _changing_commands(command)
    _calendar_commands(command)
    _year_commands(command)
    _desk_commands(command)
    _file_commands(command)
    return parser


def _listing_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    made = command("list", listing.list_records, _("list records of a kind"))
    made.add_argument("kind", metavar=_("KIND"))
    narrowing(made)
    made = command("show", listing.show, _("show one record"))
    made.add_argument("kind", metavar=_("KIND"))
    made.add_argument("id", metavar="ID")
    command("kinds", listing.kinds, _("the kinds of records there are, with their fields"))
    command("reports", listing.reports, _("the reports there are"))
    command("formats", listing.formats, _("the file formats there are"))
    made = command("history", listing.history, _("what was done, the latest first"))
    made.add_argument("kind", metavar=_("KIND"), nargs="?")
    made.add_argument("id", metavar="ID", nargs="?")
    made.add_argument("--limit", type=_whole, metavar=_("COUNT"), default=200)


def _changing_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    made = command("init", changing.init, _("begin a database"))
    made.add_argument("--plan", type=_whole, metavar=_("YEAR"), help=_("bring the work plan of this year"))
    made.add_argument("--sample", action="store_true", help=_("bring a small network of invented records"))
    for name, run, said in (
        ("add", changing.add, _("add a record")), ("edit", changing.edit, _("change fields of a record")),
    ):  # fmt: skip
        made = command(name, run, said)
        made.add_argument("kind", metavar=_("KIND"))
        if name == "edit":
            made.add_argument("id", metavar="ID")
        made.add_argument("fields", metavar="F=V", nargs="+")
    made = command("change", changing.change_found, _("change fields of many records at once"))
    made.add_argument("kind", metavar=_("KIND"))
    made.add_argument("fields", metavar="F=V", nargs="+")
    narrowing(made)
    made = command("remove", changing.remove, _("remove records"))
    made.add_argument("kind", metavar=_("KIND"))
    made.add_argument("ids", metavar="ID", nargs="+")
    made = command("undo", changing.undo, _("take back the last step, or the one named"))
    made.add_argument("step", metavar=_("STEP"), nargs="?")
    made.add_argument("--spare", action="store_true", help=_("leave what was changed since as it is"))
    command("redo", changing.redo, _("do again what was taken back last"))
    made = command("assign", changing.assign, _("deal nominations out to the jurors"))
    made.add_argument("--edition", required=True, metavar=_("NUMBER"))
    made.add_argument("--readers", type=_whole, metavar=_("COUNT"))
    made.add_argument("--phase", default="jury1", choices=("jury1", "jury2"))


def _calendar_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    shown_first = _("say what would happen, and change nothing")
    made = command("move", dating.move_date, _("move the date of an entry or a phase, and what depends on it"))
    made.add_argument("kind", choices=("event", "phase"), metavar=_("KIND"))
    made.add_argument("id", metavar="ID")
    made.add_argument("date", metavar=_("DATE"))
    made.add_argument("--reason", metavar=_("TEXT"), default="", help=_("why, for the history"))
    made.add_argument("--only", action="store_true", help=_("leave what depends on it where it is"))
    made.add_argument("--dry-run", action="store_true", help=shown_first)
    made = command("forecast", dating.forecast, _("the day on which a jury will have scored everything"))
    made.add_argument("--edition", required=True, metavar=_("NUMBER"))
    made.add_argument("--phase", default="jury1", choices=("jury1", "jury2"))
    made = command("milestones", dating.milestones, _("make an edition's entries in the calendar from its phases"))
    made.add_argument("--edition", required=True, metavar=_("NUMBER"))
    made.add_argument("--dry-run", action="store_true", help=shown_first)


def _desk_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    made = command("checkin", checking_in.check_in, _("let somebody in who is registered for an event"))
    made.add_argument("event", metavar=_("EVENT"))
    made.add_argument("code", metavar=_("CODE-OR-ID"), help=_("what the badge says, an id, a ticket or a whole name"))
    made.add_argument("--sure", action="store_true", help=_("also who has cancelled, waits or is here already"))
    made = command("walkin", checking_in.walk_in, _("register somebody at the door and let them in"))
    made.add_argument("event", metavar=_("EVENT"))
    made.add_argument("fields", metavar="F=V", nargs="+", help=_("fields of a registration; consents=PURPOSE,PURPOSE"))
    made.add_argument("--sure", action="store_true", help=_("also where the e-mail is registered already"))
    made = command("sheet", checking_in.sheet, _("enter a signed sign-in sheet by the numbers of its rows"))
    made.add_argument("event", metavar=_("EVENT"))
    made.add_argument("rows", metavar=_("ROWS"), help=_('the rows that were signed, such as "1-14 16 19"'))
    made.add_argument("--sheet", required=True, metavar=_("CODE"), help=_("the code on the sheet, under its picture"))
    made.add_argument("--session", metavar=_("SESSION"), help=_("the session, where the code is not to tell it"))
    made.add_argument("--at", default="", metavar=_("TIME"),
                      help=_("when they came: a day, a day and an hour, or “beginning”; without it, now"))  # fmt: skip
    made.add_argument("--blank", action="append", default=[], metavar=_("ROW"),
                      help=_('what stands in a blank row: "NAME; ORGANISATION; COUNTRY"'))  # fmt: skip
    made = command("slip", checking_in.slip, _("enter what a consent slip allows, by its number"))
    made.add_argument("event", metavar=_("EVENT"))
    made.add_argument("number", metavar=_("NUMBER"), help=_("the number with the digit after the dash, or the code"))
    made.add_argument("purposes", metavar=_("PURPOSE"), nargs="*", help=_("what is ticked; nothing, if nothing is"))
    made.add_argument("--who", metavar=_("CODE-OR-ID"), default="", help=_("who signed it, where it has no name"))
    made.add_argument("--date", metavar=_("DAY"), default="", help=_("the day on the slip; without it, today"))
    made = command("attendance", checking_in.attendance, _("how many came to an event"))
    made.add_argument("event", metavar=_("EVENT"))
    made = command("after", following.after, _("who came to an event, and which bodies we do not know yet"))
    made.add_argument("event", metavar=_("EVENT"))
    made.add_argument("--prospects", action="store_true", help=_("make prospects of the bodies we do not know yet"))
    made = command("destroy", following.destroy, _("take names and addresses out of an event's registrations"))
    made.add_argument("event", metavar=_("EVENT"))
    made = command("follow", following.follow, _("make a task or a prospect of somebody met at an event"))
    made.add_argument("id", metavar="ID")
    made.add_argument("--as", dest="into", required=True, choices=("task", "prospect"))


def _year_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    for name, run, said in (
        ("agenda", year.agenda, _("a year of the calendar, month by month")),
        ("settle", year.to_settle, _("what is to settle in a year of the calendar")),
        ("targets", year.targets, _("a year's targets against its calendar")),
    ):
        made = command(name, run, said)
        made.add_argument("--year", type=_whole, metavar=_("YEAR"))
    made = command("local-times", year.local_times, _("the hour of an entry in the countries of the members"))
    made.add_argument("id", metavar="ID")
    made.add_argument("--countries", metavar="XX,XX", default="", help=_("these countries only, by their codes"))
    made = command("checklist", year.checklist, _("bring a checklist to an entry, and say what is due when"))
    made.add_argument("id", metavar="ID")
    made.add_argument("--list", metavar=_("NAME"), default="")


def _file_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    made = command("import", files.import_, _("bring records in from a file"))
    made.add_argument("file", metavar=_("FILE"))
    made.add_argument("--as", dest="format", required=True, metavar=_("FORMAT"))
    made.add_argument("--into", required=True, metavar=_("KIND"))
    made.add_argument("--dry-run", action="store_true", help=_("say what would happen, and change nothing"))
    made.add_argument("--with", dest="given", metavar="F=V", action="append", default=[],
                      help=_("a value for every line that tells none"))  # fmt: skip
    made.add_argument("--map", metavar=_("COLUMN=FIELD"), action="append", default=[],
                      help=_("what a column means, where its heading does not say; empty leaves it out"))  # fmt: skip
    made.add_argument("--event", metavar=_("EVENT"), help=_("the event for which the file registers people"))
    made.add_argument("--refused", metavar=_("FILE"), help=_("keep the refused lines with their reasons here"))
    made = command("export", files.export_, _("write records to a file"))
    made.add_argument("kind", metavar=_("KIND"))
    made.add_argument("--as", dest="format", required=True, metavar=_("FORMAT"))
    made.add_argument("--out", required=True, metavar=_("FILE"))
    narrowing(made)
    made.add_argument("--fields", metavar="F,F", default="", help=_("these fields only, in this order"))
    made.add_argument("--purpose", metavar=_("TEXT"), default="",
                      help=_("why personal values leave; a code of consent filters by it"))  # fmt: skip
    made.add_argument("--basis", metavar=_("TEXT"), default="", help=_("on what basis personal values leave"))
    made.add_argument("--audience", default="public", choices=("public", "jury", "internal"),
                      help=_("who will see the calendar"))  # fmt: skip
    made = command("report", files.report, _("make a PDF; `reports` names them"), more=True, helps=False)
    made.add_argument("-h", "--help", action=files.ReportHelp, nargs=0, help=_("show this help message and exit"))
    made.add_argument("name", metavar=_("NAME"))
    made.add_argument("--out", required=True, metavar=_("FILE"))
    _mailing_options(command("mailing", files.mailing, _("a mailing list of a view, of those who consent")))
    made = command("backup", files.backup, _("make a whole, checked copy"))
    made.add_argument("file", metavar=_("FILE"))
    made = command("restore", files.restore, _("put a copy in the place of the database"))
    made.add_argument("file", metavar=_("FILE"))
    command("check", files.check, _("look for everything that is wrong"))
    command("about", about.about, _("the version, the licence, and the libraries inside with theirs"))
    made = command("menu-entry", about.menu_entry, _("put the program into the menu of this desktop (Linux)"))
    made.add_argument("--remove", action="store_true", help=_("take it out again"))
    made = command("demo", demonstrating.demo, _("write an invented network, each report, list and picture"))
    made.add_argument("--out", required=True, metavar=_("FOLDER"))


def _mailing_options(made: argparse.ArgumentParser) -> None:
    made.add_argument("--out", required=True, metavar=_("FOLDER"))
    made.add_argument("--of", default="", metavar=_("KIND"), help=_("person or organisation, where there is no view"))
    narrowing(made)
    made.add_argument("--came-to", dest="came_to", default="", metavar=_("EVENT"),
                      help=_("those who were at this event, to thank them"))  # fmt: skip
    made.add_argument("--purpose", default="newsletter")
    made.add_argument("--on", default="", metavar=_("DAY"), help=_("the day on which consent has to stand"))
    targets = "generic, bcc, eml, brevo, mailchimp"
    made.add_argument("--target", default="generic", metavar=_("NAME"),
                      help=_("for whom it is written: {names}").format(names=targets))  # fmt: skip
    made.add_argument("--block", type=_whole, default=90, metavar=_("COUNT"), help=_("addresses in one message"))
    made.add_argument("--characters", type=_whole, default=8000, metavar=_("COUNT"),
                      help=_("characters of addresses in one message; 0: any number"))  # fmt: skip
    made.add_argument("--separator", choices=tuple(files.SEPARATORS), default="comma",
                      help=_("what stands between addresses; Outlook wants semicolons"))  # fmt: skip
    made.add_argument("--mailbox", default="", metavar=_("ADDRESS"),
                      help=_("your own mailbox, which stands in To of a draft"))  # fmt: skip
    made.add_argument("--letter", metavar="L=F", action="append", default=[],
                      help=_("the letter in a language: a file with its subject in the first line"))  # fmt: skip
    made.add_argument("--mobiles", action="store_true", help=_("with mobile numbers, where the target takes them"))
