"""Who reads what: nominations dealt out to a jury evenly, by language and without conflicts, or given by hand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from iopd_desktop.actions.dealing import deal
from iopd_desktop.actions.entering import follow
from iopd_desktop.actions.pairing import ONE_MORE, Jury, Key, Pair, Row, jury
from iopd_desktop.models.awards import Assignment, Conflict, Juror, Nomination, Score
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, ngettext

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Keep = Literal["all", "hand"]


@dataclass(frozen=True)
class Load:
    """What a juror reads: `kept` from before, `more` by the offer, `most` at most; `unread` of them in no language."""

    juror: str
    name: str
    kept: int
    more: int
    most: int | None
    unread: int


@dataclass(frozen=True)
class Lack:
    """A nomination that does not find its readers: how many it has of how many, and why as a sentence."""

    nomination: str
    title: str
    has: int
    of: int
    why: str


@dataclass(frozen=True)
class Offer:
    """A dealing out before it is made: new readings, dealt ones taken back, loads, and what is left wanting.

    `circles` counts the groups of jurors that have no nomination in common, even through others: only within one
    can the severity of jurors be compared. `unchecked` counts the nominations given whose eligibility nobody said yet.
    """

    edition: str
    phase: str
    readers: int
    give: tuple[Pair, ...]
    take_back: tuple[Key, ...]
    loads: tuple[Load, ...]
    lacks: tuple[Lack, ...]
    circles: int
    unchecked: int


def offer(
    read: Reader, edition: str, phase: str = "jury1", readers: int | None = None, keep: Keep = "all"
) -> Offer:  # fmt: skip
    """What dealing out would do; nothing is changed, and the same records always give the same offer.

    `readers` of each nomination are those of the edition unless told. `keep` all readings there are, or only those
    given by hand and those that the juror already scored, abstained from or commented on. Refused where there is
    no juror or nothing to judge.
    """
    whole = jury(read, edition, phase)
    if not whole.jurors:
        raise Refused(_("There is no juror in this jury yet"))
    if not whole.nominations:
        raise Refused(_("There is no nomination for this jury yet"))
    wanted = readers or int(whole.edition.get("readers") or 1)
    kept = _kept(read, whole, keep)
    pairs = {(n["id"], j["id"]): whole.pair(n, j) for n in whole.nominations for j in whole.jurors}
    chosen, lacks = _dealt(whole, wanted, kept, pairs)
    new = {(pair.nomination, pair.juror) for pair in chosen}
    everything = [*(pairs[key] for key in sorted(kept)), *chosen]
    return Offer(
        edition=edition,
        phase=phase,
        readers=wanted,
        give=tuple(pair for pair in chosen if (pair.nomination, pair.juror) not in whole.assignments),
        take_back=tuple(sorted(set(whole.assignments) - kept - new)),
        loads=_loads(whole.jurors, kept, everything),
        lacks=tuple(_lack(whole, one, wanted, lack, pairs) for one, lack in lacks),
        circles=_circles(everything),
        unchecked=_unchecked(whole, {pair.nomination for pair in chosen}),
    )


def _unchecked(whole: Jury, given: set[str]) -> int:
    return sum(one["id"] in given and one["eligibility"] != "eligible" for one in whole.nominations)


def _dealt(
    whole: Jury, wanted: int, kept: set[Key], pairs: Mapping[Key, Pair]
) -> tuple[list[Pair], list[tuple[Row, int]]]:  # fmt: skip
    """The pairs that the cheapest dealing makes beside those that are kept, and the nominations left wanting."""
    nominations, jurors = whole.nominations, whole.jurors
    readings, loads = Counter(key[0] for key in kept), Counter(key[1] for key in kept)
    dealt = deal(
        needs=[max(0, wanted - readings[one["id"]]) for one in nominations],
        most=[_most(one) for one in jurors],
        costs={
            (i, j): pairs[key].cost
            for i, nomination in enumerate(nominations)
            for j, juror in enumerate(jurors)
            for key in [(nomination["id"], juror["id"])]
            if key not in kept and not pairs[key].conflict
        },
        extra=ONE_MORE,
        given=[loads[one["id"]] for one in jurors],
    )
    found = zip(nominations, dealt.readers, strict=True)
    chosen = [pairs[nomination["id"], jurors[j]["id"]] for nomination, readers in found for j in readers]
    lacks = [(one, lack) for one, lack in zip(nominations, dealt.lacks, strict=True) if lack]
    return chosen, lacks


def deal_out(
    work: "Work", edition: str, phase: str = "jury1", readers: int | None = None, keep: Keep = "all"
) -> Offer:  # fmt: skip
    """Deal the nominations of an edition out to a jury, as `offer` tells beforehand."""
    made = offer(work, edition, phase, readers, keep)
    whole = jury(work, edition, phase)
    for key in made.take_back:
        work.remove(Assignment, str(whole.assignments[key]["id"]))
    work.add_many(
        Assignment, [{"nomination": one.nomination, "juror": one.juror, "origin": "dealt"} for one in made.give]
    )
    return made


def assign(work: "Work", nomination: str, juror: str, *, anyway: bool = False) -> str:
    """Give a nomination to a juror by hand; the assignment's id.

    Refused where a conflict stands between them; `anyway` overrules the one that the records tell, such as the same
    country, and never one that the juror declared.
    """
    pair = between(work, nomination, juror)
    if pair.conflict and (pair.declared or not anyway):
        raise Refused(pair.why())
    return work.put(Assignment, {"nomination": nomination, "juror": juror, "origin": "hand"})


def unassign(work: "Work", nomination: str, juror: str) -> None:
    """Take a nomination back from a juror; Refused where the juror has scored it."""
    key = {"nomination": nomination, "juror": juror}
    if work.count(Score, key):
        raise Refused(_("The juror has scored this nomination: remove the scores first"))
    for row in work.all(Assignment, key):
        work.remove(Assignment, row["id"])


def declare_conflict(
    work: "Work", nomination: str, juror: str, reason: str, declared: str | None = None
) -> Pair | None:  # fmt: skip
    """Keep a juror's declaration (`declared` is its day) and take the nomination back; the next reader to ask.

    Scores that were given before stay on record, and count no more. None where nobody else may read it.
    """
    told = {"nomination": nomination, "juror": juror, "reason": reason.strip(), "declared": declared}
    follow(work, Conflict, work.put(Conflict, told))
    return next(iter(next_readers(work, nomination, str(work.get(Juror, juror)["phase"]))), None)


def between(read: Reader, nomination: str, juror: str) -> Pair:
    """What speaks for and against one pair; Missing where one of the two is not there."""
    values = read.get(Juror, juror)
    declared = {(row["nomination"], row["juror"]): row
                for row in read.all(Conflict, {"nomination": nomination, "juror": juror})}  # fmt: skip
    whole = Jury({}, str(values["phase"]), [values], [], declared, {})
    return whole.pair(read.get(Nomination, nomination), values)


def next_readers(read: Reader, nomination: str, phase: str = "jury1") -> list[Pair]:
    """The jurors who could read a nomination and do not yet, the best first: by language, then by their load."""
    values = read.get(Nomination, nomination)
    whole = jury(read, str(values["edition"]), phase)
    loads = Counter(key[1] for key in whole.assignments)
    free = [
        whole.pair(values, one) for one in whole.jurors
        if loads[one["id"]] < _most(one) and (nomination, one["id"]) not in whole.assignments
    ]  # fmt: skip
    return sorted(
        (one for one in free if not one.conflict),
        key=lambda one: (one.cost + ONE_MORE * loads[one.juror], one.juror),
    )


def _kept(read: Reader, whole: Jury, keep: Keep) -> set[Key]:
    open_to_all = {key for key in whole.assignments if key not in whole.conflicts}
    if keep == "all":
        return open_to_all
    begun = {(row[0], row[1]) for row in read.rows("SELECT DISTINCT nomination, juror FROM score")}
    return {
        key for key in open_to_all
        for row in [whole.assignments[key]]
        if row["origin"] == "hand" or row["abstained"] or row["comment"] or key in begun
    }  # fmt: skip


def _most(juror: Row) -> int:
    return 1_000_000 if juror.get("load") is None else int(juror["load"])


def _loads(jurors: Sequence[Row], kept: set[Key], pairs: Sequence[Pair]) -> tuple[Load, ...]:
    before, after = Counter(key[1] for key in kept), Counter(pair.juror for pair in pairs)
    unread = Counter(pair.juror for pair in pairs if not pair.made)
    return tuple(
        Load(id, str(one["name"]), before[id], after[id] - before[id], one.get("load"), unread[id])
        for one in jurors
        for id in [str(one["id"])]
    )


def _lack(whole: Jury, nomination: Row, wanted: int, lack: int, pairs: Mapping[Key, Pair]) -> Lack:
    mine = [pairs[nomination["id"], one["id"]] for one in whole.jurors]
    barred = sum(bool(pair.conflict) for pair in mine)
    free = len(mine) - barred
    if free < wanted:
        why = ngettext("{free} juror may read it", "{free} jurors may read it", free).format(free=free)
        if barred:
            why += " · " + ngettext("{count} has a conflict", "{count} have a conflict", barred).format(count=barred)
    else:
        why = ngettext(
            "The {free} juror who may read it takes no more", "The {free} jurors who may read it take no more", free
        ).format(free=free)
    number = f"{nomination['number']} " if nomination.get("number") else ""
    return Lack(nomination["id"], number + Nomination.called(nomination), wanted - lack, wanted, why)


def _circles(pairs: Sequence[Pair]) -> int:
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while above.setdefault(one, one) != one:
            one = above[one]
        return one

    for pair in pairs:
        above[top(pair.nomination)] = top(pair.juror)
    return len({top(one) for one in tuple(above)})
