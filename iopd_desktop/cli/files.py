"""Commands that read and write files: records in and out, reports, mailing lists, backups."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.event_reads import event_named
from iopd_desktop.actions.lists import condition_parts, field_known, kind_named, narrowed, view_named
from iopd_desktop.cli.desk import Desk, Parser
from iopd_desktop.cli.narrowing import list_options, wanted_list
from iopd_desktop.exchange.formats import format_named
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import LANGUAGES, N_, _, language, ngettext, today

if TYPE_CHECKING:
    from iopd_desktop.reports import Report

_GIVEN = {
    "year": N_("YEAR"), "number": N_("NUMBER"), "measure": N_("NUMBER"), "day": N_("DAY"), "event": N_("EVENT"),
    "session": N_("SESSION"), "nomination": N_("NUMBER"), "purpose": N_("PURPOSE"),
}  # fmt: skip

SEPARATORS = {"comma": ",", "semicolon": ";"}


def import_(desk: Desk) -> int:
    """Bring the good lines of a file in; 1 where not one line was good."""
    from iopd_desktop.actions.importing import import_file

    told = desk.arguments
    record = kind_named(told.into)
    given = {field_known(record, name): text for name, text in map(condition_parts, told.given)}
    if told.event:
        given[field_known(record, "event")] = told.event
    path = Path(told.file)
    verdict = import_file(
        desk.store(), path, format_named(told.format), record, given=given, dry_run=told.dry_run,
        meanings=dict(map(condition_parts, told.map)), refused_to=Path(told.refused) if told.refused else None,
        told=desk.told(path.name),
    )  # fmt: skip
    for remark in verdict.remarks:
        desk.warn(remark)
    if verdict.ignored:
        desk.warn(_("Not known and left aside: {headings}").format(headings=", ".join(verdict.ignored)))
    for one in verdict.refused:
        desk.warn(_("{file}, line {line}: {reason}").format(file=path.name, line=one.line, reason=one.reason))
    if desk.json:
        desk.give(verdict.plain())
    else:
        counts = {
            "new": len(verdict.new), "changed": len(verdict.changed), "same": verdict.same,
            "refused": len(verdict.refused),
        }  # fmt: skip
        would = _("It would be: ") if told.dry_run else ""
        desk.say(would + _("{new} new, {changed} changed, {same} the same, {refused} refused").format(**counts))
    return int(bool(verdict.refused) and not (verdict.new or verdict.changed or verdict.same))


def export_(desk: Desk) -> None:
    """Write a list of records to a file."""
    from iopd_desktop.actions.exporting import Why, export

    told = desk.arguments
    record = kind_named(told.kind)
    format, store = format_named(told.format), desk.store()
    with store.read() as reader:
        wanted = narrowed(reader, record, told.view, told.search, told.where)
    if told.fields:
        wanted = wanted.showing([field_known(record, name.strip()) for name in told.fields.split(",")])
    elif wanted.columns and format.shape != "people":
        wanted = wanted.showing(())  # a machine's file is whole: columns are chosen for people, or by --fields
    made = export(
        store, wanted, format, Path(told.out), why=Why(told.purpose, told.basis), audience=told.audience,
        told=desk.told(record.kind),
    )  # fmt: skip
    if made.persons:
        desk.warn(_("Personal values of {count} persons left; this is recorded").format(count=made.persons))
    if desk.json:
        desk.give({"count": made.count, "left_out": made.left_out, "personal": made.personal})
    else:
        written = ngettext("{count} record in {file}", "{count} records in {file}", made.count)
        desk.say(written.format(count=made.count, file=told.out))


def report(desk: Desk) -> None:
    """Make a report; it has options of its own."""
    from iopd_desktop.reports import make, record, report_named

    told = desk.arguments
    made_by = report_named(told.name)
    options = _report_options(made_by, told.parser.prog)
    lists = [option for option in made_by.options if option.kind == "list"]
    given = options.parse_args(told.rest)
    named = {option.name for option in made_by.options}
    chosen = {name: value for name, value in vars(given).items() if value is not None and name in named}
    with desk.store().read() as reader:
        for option in lists:
            chosen[option.name] = wanted_list(reader, given, option.choices)
        made = make(made_by, reader, Path(told.out), language(), told=desk.told(made_by.name), **chosen)
    record(desk.store(), made, today(), desk.store().author)
    for sentence in made.missing:
        desk.warn(sentence)
    if desk.json:
        desk.give({"files": [str(path) for path in made.paths], "pages": made.pages})
    else:
        for path in made.paths:
            desk.say(str(path))


def _report_options(report: "Report", before: str) -> argparse.ArgumentParser:
    """What a report is told, as a command's options; `before` is the command that makes reports."""
    # help is asked of the command before it
    options = Parser(
        f"{before} {report.name}", description=_(report.label), allow_abbrev=False, add_help=False
    )
    for option in report.options:
        if option.kind == "list":
            list_options(options)
            continue
        given = f"{{{','.join(option.choices)}}}" if option.choices else _(_GIVEN.get(option.kind, "TEXT"))
        flag = "--" + option.name.replace("_", "-")
        options.add_argument(flag, dest=option.name, required=option.required, metavar=given, help=_(option.label))
    return options


class ReportHelp(argparse.Action):
    """Help on reports: on the one that is named, if one is, with the options of its own."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, *_values: object, **_more: object
    ) -> None:
        from iopd_desktop.reports import REPORTS

        parser.print_help()
        for report in REPORTS:
            if report.name == getattr(namespace, "name", None):
                sys.stdout.write("\n")
                _report_options(report, parser.prog).print_help()
        parser.exit()


def mailing(desk: Desk) -> None:
    """Write a mailing list for a target: its files, who is left out and why, and a README."""
    from iopd_desktop.actions.afterwards import those_who_came
    from iopd_desktop.actions.mailing_folder import write_mailing
    from iopd_desktop.exchange.mailing.entry import Sending
    from iopd_desktop.exchange.mailing.targets import target_named

    told, store = desk.arguments, desk.store()
    target = target_named(told.target)
    with store.read() as reader:
        listed = told.view and not told.of
        record = view_named(reader, told.view).listing.record if listed else kind_named(told.of or "person")
        wanted = narrowed(reader, record, told.view, told.search, told.where)
        if told.came_to:
            came = those_who_came(event_named(reader, told.came_to)).listing.where
            wanted = replace(wanted, listing=replace(wanted.listing, where=(*wanted.listing.where, *came)))
    sending = Sending(
        told.purpose, _day(told.on) if told.on else today(), told.block, told.characters,
        SEPARATORS[told.separator], told.mailbox, mobiles=told.mobiles, letters=dict(map(_letter, told.letter)),
    )  # fmt: skip
    made = write_mailing(store, wanted, Path(told.out), sending, target)
    if desk.json:
        desk.give(made.plain())
        return
    for code, count in made.by_language.items():
        desk.say(f"{code}: {count}")
    desk.say(_("{count} left out; suppressed.csv says why").format(count=made.left_out))


def _letter(text: str) -> tuple[str, Any]:
    """A language and the letter in a file: its first line is the subject, the rest the text."""
    from iopd_desktop.exchange.mailing.entry import Letter

    code, name = condition_parts(text)
    if code not in LANGUAGES:
        raise Refused(_("“{text}” is not one of {names}").format(text=code[:40], names=", ".join(LANGUAGES)))
    try:
        subject, _end, body = Path(name).read_text("utf-8-sig").partition("\n")
    except (OSError, UnicodeDecodeError) as wrong:
        raise Refused(_("{file} cannot be read as a text in UTF-8").format(file=name)) from wrong
    return code, Letter(subject.strip(), body.strip("\n"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(_("“{text}” is not a day, such as 2024-05-15").format(text=text[:40])) from None


def backup(desk: Desk) -> None:
    """Make a whole, checked copy."""
    from iopd_desktop.store import backups

    target = Path(desk.arguments.file)
    if target.resolve() == desk.path.resolve():
        raise Refused(_("{file} is the database itself").format(file=target))
    target.parent.mkdir(parents=True, exist_ok=True)
    backups.copy(desk.store(), target)
    _done(desk, target)


def restore(desk: Desk) -> None:
    """Put a copy in the place of the database; the present state is backed up first, a damaged file kept aside."""
    from iopd_desktop.store import backups, driver, rescue

    source = Path(desk.arguments.file)
    if not source.is_file():
        raise Refused(_("{file} does not exist").format(file=source))
    passphrase = desk.passphrase(_("Passphrase of {file}: ").format(file=source.name))
    try:
        store = desk.open()
    except driver.Damaged:
        aside = rescue.rescue(desk.path, source, passphrase)
        desk.warn(_("The damaged file is kept as {file}").format(file=aside.name))
    else:
        backups.restore(store, source, passphrase)
    _done(desk, desk.path)


def _done(desk: Desk, path: Path) -> None:
    if desk.json:
        desk.give({"file": str(path)})
    else:
        desk.say(str(path))


def check(desk: Desk) -> int:
    """Look for everything that is wrong; 1 where the file itself is."""
    found = desk.store().check()
    if desk.json:
        desk.give([{"kind": p.kind, "id": p.id, "problem": p.sentence, "grave": p.grave} for p in found])
    else:
        for problem in found:
            desk.say(f"{'!' if problem.grave else '-'} {problem.kind} {problem.id} {problem.sentence}")
        desk.say(ngettext("{count} problem", "{count} problems", len(found)).format(count=len(found)))
    return int(any(problem.grave for problem in found))

