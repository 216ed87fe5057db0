"""The sample network: invented members, practices, nominations and a jury at work, to try the program out."""

from datetime import date
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.presets import brought_rows
from iopd_desktop.models.awards import Assignment, Category, Criterion, Edition, Juror, Nomination, Score
from iopd_desktop.models.base import known_id
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.members import Consent, Contact, ContactPoint, Organisation, Person, Seat
from iopd_desktop.models.registrations import Registration
from iopd_desktop.models.repository import Practice, Term, Vocabulary
from iopd_desktop.models.tasks import Task

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = dict[str, Any]
DAY = date(2024, 5, 8)
"""The day on which the sample lives: nominations still come in, the first jury reads, the conference lies ahead."""
NETWORK = known_id("network", "sample")
"""The network of every sample database, so that none is ever taken for anybody's work."""
_READERS, _ASKED, _NO_YEAR = 3, "2024-02-12", 0
_PURPOSES = {"n": ("newsletter", "given"), "d": ("directory", "given"), "w": ("newsletter", "withdrawn")}


def seed_sample(work: "Work") -> None:
    """Bring the sample network into a database that began with the 2024 plan."""
    brought = brought_rows("sample.toml")
    bodies = _organisations(work, brought["organisations"])
    persons = _persons(work, brought["persons"], bodies)
    for seat in brought["seats"]:
        organ, role, body, since = seat["who"]
        place = {"organ": known_id("organ", organ), "organisation": bodies[body]}
        work.add(Seat, {**place, "role": role, "begins": _date(since)})
    edition = work.all(Edition, {"number": 18})[0]["id"]
    nominations = _practices(work, brought["practices"], bodies, edition)
    _jury(work, brought["jurors"], nominations, edition)
    _conference(work, persons)
    _tasks(work, brought["tasks"])


def _date(edtf: str) -> dict[str, str]:
    """A date as somebody would have typed it."""
    return FuzzyDate.from_edtf(edtf, short(FuzzyDate.from_edtf(edtf), "en", _NO_YEAR)).plain()


def _organisations(work: "Work", rows: list[Row]) -> dict[str, str]:
    found = {}
    for row in rows:
        values = {name: value for name, value in row.items() if name != "key"}
        for name in ("since", "until"):
            if name in values:
                values[name] = _date(values[name])
        found[row["key"]] = id = work.add(Organisation, values)
        if row["stage"] in ("active", "contacted"):
            work.add(
                Contact,
                {"organisation": id, "date": _ASKED, "channel": "email", "subject": "Data check 2024",
                 "answered": row["stage"] == "active"},
            )  # fmt: skip
    return found


def _persons(work: "Work", rows: list[Row], bodies: dict[str, str]) -> list[tuple[str, Row]]:
    found = []
    for place, row in enumerate(rows, 1):
        given, family, body, language, job, role, consents = row["who"]
        organisation = work.get(Organisation, bodies[body])
        values = {
            "given_name": given, "family_name": family, "organisation": bodies[body], "language": language, "job": job,
            "roles": [role], "country": organisation["country"],
        }  # fmt: skip
        id = work.add(Person, values)
        address = f"person{place}@{body}.example.org"
        work.add(ContactPoint, {"person": id, "means": "email", "value": address, "preferred": True})
        for sign in consents:
            purpose, act = _PURPOSES[sign]
            work.add(
                Consent,
                {"person": id, "purpose": purpose, "act": act, "date": _ASKED, "how": "email", "source": "Data check"},
            )
        found.append((id, {**values, "email": address, "body": organisation["name"]}))
    return found


def _practices(work: "Work", rows: list[Row], bodies: dict[str, str], edition: str) -> list[Row]:
    terms = _terms(work)
    categories = {row["code"]: row["id"] for row in work.all(Category, {"edition": edition, "group": "theme"})}
    nominations = []
    for place, row in enumerate(rows, 1):
        body = work.get(Organisation, bodies[row["organisation"]])
        texts = {"title": row["title"], "summary": {code: text.strip() for code, text in row["summary"].items()}}
        shared = {**texts, "organisation": body["id"], "place": body["city"], "country": body["country"]}
        work.add(
            Practice,
            {**shared, "type": row["type"], "stage": row["stage"], "begins": _date(row["begins"]),
             "themes": terms["themes", row["theme"]], "methods": terms["methods", row["method"]], "sdgs": row["sdgs"],
             "edition": edition, "outcome": "nominated"},
        )  # fmt: skip
        values = {
            **shared, "edition": edition, "number": f"18-{place:03}", "language": row["language"],
            "category": categories[row["category"]], "received": f"2024-04-{place + 10}", "eligibility": "eligible",
            "status": "jury",
        }  # fmt: skip
        nominations.append({"id": work.add(Nomination, values), **values})
    return nominations


def _terms(work: "Work") -> dict[tuple[str, str], list[str]]:
    """The ids of the brought terms by vocabulary and key, each as a list of one."""
    codes = {row["id"]: row["code"] for row in work.all(Vocabulary)}
    there = {row["id"]: codes.get(row["vocabulary"]) for row in work.all(Term)}
    found = {}
    for vocabulary in brought_rows("vocabularies.toml")["vocabularies"]:
        code = vocabulary.get("code", vocabulary.get("key"))
        for term in vocabulary["terms"]:
            id = known_id("term", code, term["key"])
            found[code, term["key"]] = [id] if there.get(id) == code else []
    return found


def _jury(work: "Work", rows: list[Row], nominations: list[Row], edition: str) -> None:
    jurors: list[str] = []
    for row in rows:
        name, country, language, reads = row["who"]
        values = {
            "edition": edition, "name": name, "country": country, "language": language, "languages": reads.split(),
            "email": f"juror{len(jurors) + 1}@example.org",
        }  # fmt: skip
        jurors.append(work.add(Juror, values))
    criteria = [row["id"] for row in work.all(Criterion, {"edition": edition}, "rank")]
    for place, nomination in enumerate(nominations):
        for turn in range(_READERS):
            juror = jurors[(place + turn * 2) % len(jurors)]
            work.add(Assignment, {"nomination": nomination["id"], "juror": juror, "origin": "dealt"})
            if (place + turn) % 4 != 3:  # the others are still awaited
                for number, criterion in enumerate(criteria):
                    points = 1 + (place * 7 + turn * 3 + number * 5) % 5
                    work.add(
                        Score,
                        {"nomination": nomination["id"], "juror": juror, "criterion": criterion, "round": 1,
                         "points": points},
                    )  # fmt: skip


def _tasks(work: "Work", rows: list[Row]) -> None:
    there = {row["number"]: row["id"] for row in work.all(Task)}
    for row in rows:
        number, owner, status, progress, begins, due = row["who"]
        values = {"owner": owner or None, "status": status, "progress": progress, "due": _date(due)}
        work.edit(Task, there[number], values | ({"begins": _date(begins)} if begins else {}))


def _conference(work: "Work", persons: list[tuple[str, Row]]) -> None:
    events = [row for row in work.all(Event) if "onference" in str(row["title"])]
    if not events:
        return
    for id, values in persons[:10]:
        work.add(
            Registration,
            {"event": events[0]["id"], "person": id, "name": f"{values['given_name']} {values['family_name']}",
             "organisation": values["body"], "country": values["country"], "email": values["email"],
             "language": values["language"]},
        )  # fmt: skip
