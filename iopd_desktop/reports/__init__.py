"""Reports: what is printed, and how it is set. A new one is a module here and a line in REPORTS."""

from iopd_desktop.models.refusal import Refused
from iopd_desktop.reports import (
    address_labels,
    attendance_certificates,
    badges,
    calendar_wall,
    calendar_year,
    consent_slips,
    convocation,
    edition_summary,
    jury_packet,
    member_directory,
    mission_report,
    nomination_sheet,
    organ_roster,
    participant_list,
    plain_list,
    practice_catalogue,
    practice_sheet,
    ranking,
    room_signs,
    sign_in_sheet,
    work_plan,
    work_plan_progress,
)
from iopd_desktop.reports.report import Made, Option, Report, Sheaf, make, record
from iopd_desktop.words import _

REPORTS: tuple[Report, ...] = (
    work_plan.REPORT,
    work_plan_progress.REPORT,
    calendar_year.REPORT,
    calendar_wall.REPORT,
    member_directory.REPORT,
    jury_packet.REPORT,
    edition_summary.REPORT,
    ranking.REPORT,
    nomination_sheet.REPORT,
    organ_roster.REPORT,
    convocation.REPORT,
    badges.REPORT,
    sign_in_sheet.REPORT,
    consent_slips.REPORT,
    participant_list.REPORT,
    attendance_certificates.REPORT,
    room_signs.REPORT,
    mission_report.REPORT,
    address_labels.REPORT,
    practice_catalogue.REPORT,
    practice_sheet.REPORT,
    plain_list.REPORT,
)


def report_named(name: str) -> Report:
    """The report of a name; Refused with the names that there are."""
    for report in REPORTS:
        if report.name == name:
            return report
    raise Refused(
        _("There is no report “{name}”; there are {names}").format(
            name=name, names=", ".join(report.name for report in REPORTS)
        )
    )


__all__ = ["REPORTS", "Made", "Option", "Report", "Sheaf", "make", "record", "report_named"]
