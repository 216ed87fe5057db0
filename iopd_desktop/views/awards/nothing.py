"""What the pages of an edition say where there is nothing to show, and the deed that comes next."""

from collections.abc import Callable

from iopd_desktop.actions.score_reads import ScoreTable
from iopd_desktop.views.kit.empty import Nothing
from iopd_desktop.views.kit.office import Aim, Office
from iopd_desktop.words import _


def no_edition(office: Office) -> Nothing:
    """What a page says where there is no edition."""
    words = _("An edition holds the categories, the criteria and the phases of a year's award.")
    return _("No edition yet"), words, _("New edition"), _begins(office, "editions")


def nothing_read(office: Office, table: ScoreTable) -> Nothing | None:
    """What is missing before a jury can read: nominations, jurors, the dealing; None where nothing is."""
    if not table.lines:
        words = _("Scores are typed here as the sheets of the jurors come back. First come the nominations.")
        return _("No nominations yet"), words, _("New nomination"), _begins(office, "nominations")
    if not table.columns:
        words = _("Write down who reads the nominations, with the languages that each of them reads.")
        return _("No jurors in this jury yet"), words, _("New juror"), _begins(office, "jurors")
    if not any(table.tally.progress(one.id)[1] for one in table.columns):
        words = _("Deal out gives every nomination its readers, evenly.")
        return _("Nothing is dealt out yet"), words, _("Open the assignments"), _opens(office, "assignments")
    return None


def _begins(office: Office, page: str) -> Callable[[], None]:
    return lambda: office.narrow(Aim("awards", page, begin=True))


def _opens(office: Office, page: str) -> Callable[[], None]:
    return lambda: office.narrow(Aim("awards", page))
