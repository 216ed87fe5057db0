"""Small, plainly fictitious editions of the award for tests."""

from iopd_desktop.models.awards import Criterion, Edition, Juror, Nomination

PLACES = ("FR", "ES", "PT", "CM", "IN", "EC", "TR", "PL")


def edition(work, **more):
    """An edition with a scale from 1 to 10 and three readers."""
    scale = {"lowest": 1, "highest": 10, "readers": 3}
    values = {"number": 90, "year": 2090, "name": {"en": "90th Example Award"}} | scale
    return work.add(Edition, values | more)


def criteria(work, of, weights=(1, 1)):
    """Criteria of these weights, in order."""
    return [
        work.add(Criterion, {"edition": of, "rank": rank, "name": {"en": f"Criterion {rank}"}, "weight": weight})
        for rank, weight in enumerate(weights, 1)
    ]


def nomination(work, of, number, **more):
    """A nomination in English, from no country unless told."""
    values = {"edition": of, "number": f"90-{number:03d}", "title": {"en": f"Example practice {number}"}}
    return work.add(Nomination, values | more)


def juror(work, of, name, **more):
    """A juror of the first jury who reads English unless told."""
    return work.add(Juror, {"edition": of, "name": name, "languages": ["en"]} | more)


def whole(work, nominations=8, jurors=4, weights=(1, 1)):
    """An edition with criteria, nominations and jurors; their ids."""
    of = edition(work)
    return (
        of,
        criteria(work, of, weights),
        [nomination(work, of, number) for number in range(1, nominations + 1)],
        [juror(work, of, f"Juror {letter} Example") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:jurors]],
    )
