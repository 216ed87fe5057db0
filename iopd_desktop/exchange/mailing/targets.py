"""The targets that a mailing list can be written for; a new one is a file and a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from iopd_desktop.exchange.mailing import bcc, brevo, drafts, generic, mailchimp
from iopd_desktop.exchange.mailing.addresses import only_ascii_before_at
from iopd_desktop.exchange.mailing.entry import Entry, Sending, Written
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import N_, _


def _anyone(_entry: Entry) -> str:
    return ""


@dataclass(frozen=True)
class Target:
    """Who takes a mailing list, and what it asks for.

    `told` explains it in a sentence and `after` says what to do with the folder. `refuses` gives the reason why an
    entry cannot be on it, or an empty text. `blocks`: the list is cut; `drafts`: it takes a mailbox and letters;
    `mobiles`: it can take numbers.
    """

    name: str
    label: str
    told: str
    after: str
    write: Callable[[Path, list[Entry], Sending], list[Written]]
    refuses: Callable[[Entry], str] = _anyone
    blocks: bool = False
    drafts: bool = False
    mobiles: bool = False


TARGETS = (
    Target(
        "generic", N_("Plain list (CSV)"),
        N_("One CSV file for each language, exact, for any program."),
        N_("The CSV files are for programs. A spreadsheet may take a name that begins with = for a formula."),
        generic.write,
    ),
    Target(
        "bcc", N_("Addresses to paste (Bcc)"),
        N_("Text files with as many addresses as your provider takes in one message, to be pasted into Bcc."),
        N_("Open a file, choose everything, copy it, and paste it into Bcc, never into To or Cc. One message a file."),
        bcc.write, blocks=True,
    ),
    Target(
        "eml", N_("Drafts for the mail program"),
        N_("A message for each language that opens in Outlook or Thunderbird to be finished and sent: your own "
           "mailbox in To, everybody else in Bcc."),
        N_("Open a draft with a double click, finish it and send it. Thunderbird: Message menu, Edit As New Message. "
           "Everybody is in Bcc: leave them there."),
        drafts.write, only_ascii_before_at, blocks=True, drafts=True,
    ),
    Target(
        "brevo", "Brevo",
        N_("One file with the columns that Brevo's import knows by name."),
        N_("In Brevo: Contacts, Import contacts. The file is for Brevo: a spreadsheet may take a name that begins "
           "with = for a formula. Dates are day-month-year."),
        brevo.write, only_ascii_before_at, mobiles=True,
    ),
    Target(
        "mailchimp", "Mailchimp",
        N_("One file with Mailchimp's headings, its language codes, and tags."),
        N_("In Mailchimp: Audience, Add contacts, Import contacts. The file is for Mailchimp: a spreadsheet may take "
           "a name that begins with = for a formula. Dates are year-month-day."),
        mailchimp.write, only_ascii_before_at, mobiles=True,
    ),
)  # fmt: skip


def target_named(name: str) -> Target:
    """The target of this name; Refused where there is none."""
    for one in TARGETS:
        if one.name == name.casefold():
            return one
    names = ", ".join(one.name for one in TARGETS)
    raise Refused(_("There is no target “{name}”; there are {names}").format(name=name[:40], names=names))
