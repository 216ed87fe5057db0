"""A mailing list as a folder: the target's files, who is left out and why, and a README; recorded as it is made."""

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from iopd_desktop.actions.criteria import in_words
from iopd_desktop.actions.disclosing import purpose_called, record_disclosure
from iopd_desktop.actions.exporting import criteria
from iopd_desktop.actions.lists import Wanted
from iopd_desktop.actions.mailing import Addressee, Mailing, mailing
from iopd_desktop.actions.network import Letterhead, letterhead
from iopd_desktop.actions.titles import Titles
from iopd_desktop.exchange.mailing.entry import Sending, Written
from iopd_desktop.exchange.mailing.targets import TARGETS, Target
from iopd_desktop.exchange.whole import whole_folder
from iopd_desktop.models.kinds import Email
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.store import Store
from iopd_desktop.words import N_, _, day, language_name, ngettext, number

KEPT = timedelta(days=30)
"""How long a list may serve: consents are withdrawn, so an old one must not be used again."""
FELL_BACK = {
    "organisation": N_("language of the organisation"), "country": N_("language of the country"),
    "none": N_("English, because nothing is known"),
}  # fmt: skip
LEFT_COLUMNS = ("given_name", "family_name", "email", "reason", "since", "id")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_mailing(
    store: Store, wanted: Wanted, folder: Path, sending: Sending, target: Target = TARGETS[0]
) -> Mailing:  # fmt: skip
    """Write a mailing list as a folder, whole or not at all, and record what leaves in a step that stays.

    Refused where the folder holds files already, and for drafts without a mailbox of our own.
    """
    with store.read() as reader:
        house = letterhead(reader)
        sending = _complete(sending, target, house)
        made = mailing(reader, wanted, sending.purpose, sending.on, target)
        asked = in_words(wanted, Titles(reader))
    with whole_folder(folder) as partial:
        files = target.write(partial, [one.entry for one in made.taken], sending)
        _write_left(partial / "suppressed.csv", made.left)
        text = readme(made, files, asked, store.author, house)
        (partial / "README.txt").write_text(text, "utf-8", newline="\r\n")
        with store.work(_("Mailing list: {purpose}").format(purpose=purpose_called(made.purpose)), act="final") as work:
            told = {
                "what": _what(sending).format(target=_(target.label)),
                "purpose": purpose_called(made.purpose),
                "basis": _("Consent of each person, as it stood on the day"),
                "count": len(made.taken), "left_out": made.left_out, "criteria": criteria(wanted),
            }  # fmt: skip
            record_disclosure(work, told, made.on, store.author)
    made.path = folder
    return made


def _complete(sending: Sending, target: Target, house: Letterhead) -> Sending:
    """The sending with what the network's own page says of its mailbox; Refused where a draft has none."""
    if sending.size < 1 or sending.characters < 0:
        raise Refused(_("A block holds at least one address"))
    if not target.drafts:
        return sending
    mailbox = sending.mailbox.strip() or house.values.get("email") or ""
    if not mailbox:
        raise Refused(_("Drafts need your own mailbox, which stands in To; it is kept on the page of the network"))
    return replace(sending, mailbox=Email("").clean(mailbox), sender=sending.sender or house.acronym)


def _what(sending: Sending) -> str:
    if sending.mobiles:
        return _("Mailing list ({target}): name, e-mail, language, organisation, mobile")
    return _("Mailing list ({target}): name, e-mail, language, organisation")


def _write_left(path: Path, left: Iterable[Addressee]) -> None:
    """Who is left out: for people, so no text is left that a spreadsheet takes for a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(LEFT_COLUMNS)
        for one in left:
            values = one.values
            told = (values["given_name"], values["family_name"], one.address, _(one.reason), one.since, values["id"])
            writer.writerow(_harmless(text or "") for text in told)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def readme(made: Mailing, files: list[Written], asked: list[str], author: str, house: Letterhead) -> str:
    """What a mailing list is, for whoever finds its folder: what for, of whom, by whom, how many, until when."""
    reasons, fell_back = made.plain()["reasons"], made.plain()["fell_back"]
    lines = [
        _("Mailing list of the Technical Secretariat of {network}").format(network=house.acronym),
        _(made.target.label),
        "",
        _("Purpose: {text}").format(text=purpose_called(made.purpose)),
        _("Basis: consent of each person for this purpose, as it stood on {day}").format(day=day(made.on)),
        _("Made by: {name}").format(name=author or "-"),
        _("Destroy by: {day}").format(day=day(made.on + KEPT)),
        "",
        _("Asked for:"),
        *(f"  {sentence}" for sentence in asked),
        "",
        _("On the list: {count}").format(count=number(len(made.taken))),
        *(_fact(language_name(code), number(count)) for code, count in made.by_language.items()),
        _("Left out: {count} (suppressed.csv)").format(count=number(made.left_out)),
        *(_fact(_(reason), number(count)) for reason, count in reasons.items()),
    ]
    if fell_back:
        lines += ["", _("Written to in a language that they did not choose themselves:")]
        lines += [_fact(_(FELL_BACK[by]), number(count)) for by, count in sorted(fell_back.items())]
    lines += ["", _("Files:")]
    for one in files:
        persons = ngettext("{count} person", "{count} persons", one.count).format(count=number(one.count))
        lines.append(_fact(one.file, persons))
    lines += ["", _(made.target.after)]
    lines += ["", _("This folder holds personal data: use it for this purpose only, and delete it when it is done.")]
    return "\n".join(lines) + "\n"


def _fact(name: str, said: str) -> str:
    return "  " + _("{field}: {value}").format(field=name, value=said)
