"""Which edition of the award the pages show: the one chosen last, else the newest."""

from iopd_desktop.actions import edition_reads
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.records import Records

KEPT = "edition"


def editions(records: Records) -> list[tuple[str, str]]:
    """The editions as (id, title), the newest first."""
    with records.store.read() as reader:
        return edition_reads.editions(reader)


def current_edition(office: Office) -> str:
    """The id of the edition in view; an empty text where there is none."""
    there = [id for id, _title in editions(office.records)]
    kept = office.settings.get(KEPT, "")
    return kept if kept in there else next(iter(there), "")


def choose_edition(office: Office, id: str) -> None:
    """Remember the edition in view."""
    office.settings.set(KEPT, id)
