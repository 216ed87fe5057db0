"""Points given: kept one by one or a whole sheet at once, entered a second time blind, and compared."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from iopd_desktop.models.awards import Assignment, Conflict, Criterion, Edition, Juror, Nomination, Score
from iopd_desktop.models.base import known_id
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.words import _, number, today

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

FIRST, SECOND = 1, 2


def enter_score(
    work: "Work", nomination: str, juror: str, criterion: str, points: float | None, *, entry: int = FIRST
) -> None:  # fmt: skip
    """Keep the points of one juror for one criterion; None takes them back.

    `entry` is 1, or 2 for the second entry of the same sheet. BadValue outside the scale of the edition, with the
    scale in the sentence; Refused where the juror declared a conflict or does not read the nomination.
    """
    enter_sheet(work, nomination, juror, {criterion: points}, entry=entry)


def enter_sheet(
    work: "Work", nomination: str, juror: str, points: Mapping[str, float | None], *, comment: str | None = None,
    entry: int = FIRST,
) -> None:  # fmt: skip
    """Keep a juror's sheet for a nomination: points by criterion and the justification, unless it is None."""
    reads = _may_judge(work, nomination, juror)
    edition = work.get(Edition, str(work.get(Nomination, nomination)["edition"]))
    for criterion, given in points.items():
        if work.get(Criterion, criterion)["edition"] != edition["id"]:
            raise Refused(_("This criterion belongs to another edition"))
        key = {"nomination": nomination, "juror": juror, "criterion": criterion, "round": entry}
        if given is not None:
            in_scale(edition["lowest"], edition["highest"], given)
            work.put(Score, key | {"points": given})
        elif work.seek(Score, gone := known_id("score", nomination, juror, criterion, entry)):
            work.remove(Score, gone)
    if comment is not None:
        work.edit(Assignment, reads, {"comment": comment.strip() or None})


def in_scale(lowest: float, highest: float, points: float) -> None:
    """Hold points to a scale; BadValue names the scale."""
    if not lowest <= points <= highest:
        raise BadValue(
            _("The scale goes from {lowest} to {highest}: {points} is not on it").format(
                lowest=number(lowest), highest=number(highest), points=number(points)
            )
        )


def agree(work: "Work", nomination: str, juror: str, criterion: str, points: float) -> None:
    """Settle a criterion whose two entries differ: both become what the sheet really says."""
    for entry in (FIRST, SECOND):
        enter_score(work, nomination, juror, criterion, points, entry=entry)


def abstain(work: "Work", nomination: str, juror: str, *, abstains: bool = True) -> None:
    """Keep that a juror gives no points to a nomination without a conflict; it is awaited no more."""
    work.edit(Assignment, _may_judge(work, nomination, juror), {"abstained": abstains})


def conflict_today(work: "Work", nomination: str, juror: str, reason: str) -> str:
    """The sentence that tells who reads a nomination next, after a conflict was declared today."""
    from iopd_desktop.actions.assigning import declare_conflict

    following = declare_conflict(work, nomination, juror, reason, today().isoformat())
    if following is None:
        return _("Nobody else in this jury may read it")
    return _("{juror} could read it instead").format(juror=work.get(Juror, following.juror)["name"])


def _may_judge(work: "Work", nomination: str, juror: str) -> str:
    """The id of the assignment by which a juror reads a nomination."""
    key = {"nomination": nomination, "juror": juror}
    who = {"juror": work.get(Juror, juror)["name"], "nomination": work.title("nomination", nomination)}
    if work.count(Conflict, key):
        raise Refused(_("{juror} declared a conflict of interest with {nomination}").format(**who))
    found = work.all(Assignment, key)
    if not found:
        raise Refused(_("{juror} does not read {nomination}: assign it first").format(**who))
    return str(found[0]["id"])
