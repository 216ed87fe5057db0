"""Jury packets: what each juror reads, judges and sends back, one file a juror and one for the printer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from iopd_desktop.actions.packets import Packet, edition_numbered, packets
from iopd_desktop.models.awards import JURY_PHASES
from iopd_desktop.models.refusal import Refused
from iopd_desktop.reports.jury_packet.entry import entry_pages
from iopd_desktop.reports.jury_packet.front import conflicts, contents, cover, rules_pages
from iopd_desktop.reports.jury_packet.summary import summary_grid
from iopd_desktop.reports.page import Block, Page
from iopd_desktop.reports.report import Option, Report, Sheaf
from iopd_desktop.words import N_, _, language, speaking

COLLATED = "all-packets.pdf"


def rows(read: Any, *, edition: int, phase: str | None = None, juror: str | None = None) -> list[Packet]:
    """The packets of an edition's jurors; Refused where there is no juror."""
    found = packets(read, edition_numbered(read, edition), phase=phase, juror=juror)
    if not found:
        raise Refused(_("Edition {number} has no jurors yet").format(number=edition))
    return found


def story(packets_: Sequence[Packet], page: Page) -> Iterator[Block]:
    """The packets one after the other, each in its language and numbered from 1."""
    asked = language()
    for packet in packets_:
        with speaking(packet.language):
            page.new_part()
            yield from _packet(packet, page)
    with speaking(asked):
        page.new_page(odd=True)


def _packet(packet: Packet, page: Page) -> Iterator[Block]:
    yield from cover(packet, page)
    yield from rules_pages(packet, page)
    yield from conflicts(packet, page)
    yield from contents(packet, page)
    for entry in packet.entries:
        yield from entry_pages(packet, entry, page)
    yield from summary_grid(packet, page)


def sheaves(packets_: Sequence[Packet]) -> Iterable[Sheaf]:
    """A file for each juror, to read, fill in and send back, and one with all of them for the printer."""
    for packet in packets_:
        yield Sheaf(f"{file_name(packet)}.pdf", [packet], packet.language)
    if len(packets_) > 1:
        yield Sheaf(COLLATED, packets_, language(), forms=False)


def file_name(packet: Packet) -> str:
    """A packet's file name: its id alone, so that no folder or mail shows a juror's name."""
    return re.sub(r"[^A-Za-z0-9-]", "", packet.id)


def discloses(packets_: Sequence[Packet]) -> dict[str, Any]:
    """Packets hold the names of jurors and of the nominations' contacts."""
    contacts = {entry.contact for packet in packets_ for entry in packet.entries if entry.contact}
    jurors = {packet.juror for packet in packets_}
    return {
        "what": _("Jury packets: {award}").format(award=packets_[0].award),
        "purpose": _("The jury's work"),
        "basis": _("The rules of the award, to which nominators and jurors agreed"),
        "count": len(contacts | jurors),
    }


REPORT = Report(
    name="jury-packet",
    label=N_("Jury packets"),
    personal=True,
    options=(
        Option("edition", N_("Edition"), "number", required=True),
        Option("phase", N_("Phase"), "phase", choices=JURY_PHASES),
        Option("juror", N_("Juror"), "juror"),
    ),
    rows=rows,
    story=story,
    sheaves=sheaves,
    discloses=discloses,
)
