"""What every page of a packet says at its head and foot, and what its sheets say to a scanner."""

from iopd_desktop.actions.packets import Packet
from iopd_desktop.reports.award_words import until
from iopd_desktop.reports.page import Running
from iopd_desktop.words import _


def running(packet: Packet, here: str, *, bare: bool = False) -> Running:
    """Head and foot of a packet's pages."""
    document = _("{award}, {year}. {phase}. In confidence").format(
        award=packet.award, year=packet.year, phase=packet.phase
    )
    return Running(document=document, here=here, foot=confidence(packet), number=packet.id, bare=bare)


def confidence(packet: Packet) -> str:
    """The sentence at the foot; without a destroy-by date it says when to destroy it all the same."""
    words = _("Holds personal data and confidential assessments. For juror {number:02d} only.").format(
        number=packet.number
    )
    return words + " " + until(packet.destroy_by)


def check_digit(text: str) -> int:
    """A digit that finds a mistyped or misread sheet number: the sum of each letter times its place, modulo 10."""
    return sum(i * ord(char) for i, char in enumerate(text, start=1)) % 10


def sheet_code(packet: Packet, entry: str, sheet: int) -> tuple[str, int]:
    """The text of a sheet's QR code and its check digit; it names no person."""
    body = f"IOPD:1:{packet.id}:{entry}:S{sheet}"
    return f"{body}:{check_digit(body)}", check_digit(body)
