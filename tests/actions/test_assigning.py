"""Nominations find readers: without conflicts, in a language read, evenly, and what was given by hand stays."""

import pytest

from iopd_desktop.actions import assigning
from iopd_desktop.models.awards import Assignment, Conflict, Nomination, Score
from iopd_desktop.models.members import Organisation
from iopd_desktop.models.refusal import Refused
from tests.actions import juries


def pairs(read):
    return {(row["nomination"], row["juror"]): row["origin"] for row in read.all(Assignment)}


def test_dealing_out_gives_each_nomination_its_readers_and_jurors_even_loads(store):
    with store.work("Set up") as work:
        edition, _criteria, nominations, jurors = juries.whole(work, 10, 4)
    with store.read() as read:
        offered = assigning.offer(read, edition)
    with store.work("Deal out") as work:
        made = assigning.deal_out(work, edition)
    assert made == offered
    with store.read() as read:
        given = pairs(read)
    assert len(given) == 30
    assert set(given.values()) == {"dealt"}
    assert all(sum(key[0] == one for key in given) == 3 for one in nominations)
    assert sorted(sum(key[1] == one for key in given) for one in jurors) == [7, 7, 8, 8]
    assert [load.more for load in made.loads] == [sum(key[1] == one for key in given) for one in jurors]
    assert (made.lacks, made.circles) == ((), 1)
    store.undo()
    with store.read() as read:
        assert read.count(Assignment) == 0


def test_nobody_is_dealt_what_a_conflict_forbids(store):
    with store.work("Set up") as work:
        edition = juries.edition(work, readers=2)
        own = work.add(Organisation, {"name": "Ajuntament of Exampleton"})
        first = juries.nomination(work, edition, 1, country="FR")
        second = juries.nomination(work, edition, 2, organisation=own)
        third = juries.nomination(work, edition, 3)
        home = juries.juror(work, edition, "Home Example", country="FR")
        inside = juries.juror(work, edition, "Inside Example", organisation=own)
        friend = juries.juror(work, edition, "Friend Example")
        work.add(Conflict, {"nomination": third, "juror": friend, "reason": "Sister of the mayor"})
        assigning.deal_out(work, edition)
        assert pairs(work).keys() == {(first, inside), (first, friend), (second, home), (second, friend),
                                      (third, home), (third, inside)}  # fmt: skip
        said = [assigning.between(work, *pair).why() for pair in ((first, home), (second, inside), (third, friend))]
    assert said == [
        "The juror comes from the same country, France",
        "The juror belongs to the organisation that nominates",
        "A conflict of interest is declared: Sister of the mayor",
    ]


def test_a_language_that_is_read_weighs_more_than_an_even_load(store):
    with store.work("Set up") as work:
        edition = juries.edition(work, readers=1)
        french = [
            juries.nomination(work, edition, n, title={"fr": f"Exemple {n}"}, language="fr") for n in range(1, 6)
        ]
        reads = juries.juror(work, edition, "Claire Exemple", languages=["fr"], language="fr")
        juries.juror(work, edition, "Karl Beispiel", languages=["de"])
        offered = assigning.offer(work, edition)
        assert {(one.nomination, one.juror) for one in offered.give} == {(one, reads) for one in french}
        assert {one.why() for one in offered.give} == {"Read in French, as it came"}
        work.edit(Nomination, french[0], {"title": {"fr": "Exemple", "de": {"text": "Beispiel", "by": "machine"}}})
        assert sorted(load.more for load in assigning.offer(work, edition).loads) == [1, 4]


def test_a_limit_is_kept_and_what_lacks_readers_is_told_while_the_rest_is_dealt(store):
    with store.work("Set up") as work:
        edition = juries.edition(work, readers=2)
        lonely = juries.nomination(work, edition, 1, country="PL")
        for number in (2, 3):
            juries.nomination(work, edition, number)
        for name in ("Ewa Example", "Jan Example"):
            juries.juror(work, edition, name, country="PL")
        juries.juror(work, edition, "Busy Example", load=1)
        made = assigning.deal_out(work, edition)
        assert [(lack.nomination, lack.has, lack.of) for lack in made.lacks] == [(lonely, 1, 2)]
        assert made.lacks[0].title == "90-001 Example practice 1"
        assert made.lacks[0].why == "1 juror may read it · 2 have a conflict"
        assert len(pairs(work)) == 5
        work.edit(Nomination, lonely, {"country": None})
        assert assigning.offer(work, edition).lacks == ()
        none = assigning.offer(work, edition, readers=3).lacks
        assert {lack.why for lack in none} == {"The 3 jurors who may read it take no more"}


def test_what_was_given_by_hand_or_begun_stays_when_all_is_dealt_anew(store):
    with store.work("Set up") as work:
        edition, criteria, nominations, jurors = juries.whole(work, 6, 3)
        by_hand = [(one, jurors[0]) for one in nominations]
        for pair in by_hand:
            assigning.assign(work, *pair)
        assigning.deal_out(work, edition, readers=2)
        begun = next(key for key, origin in pairs(work).items() if origin == "dealt")
        work.add(Score, {"nomination": begun[0], "juror": begun[1], "criterion": criteria[0], "points": 5})
        made = assigning.deal_out(work, edition, readers=1, keep="hand")
        assert pairs(work).keys() == {*by_hand, begun}
        assert len(made.take_back) == 5
        assert assigning.offer(work, edition, readers=1).give == ()


def test_withdrawn_and_refused_nominations_are_left_out_and_the_second_jury_reads_finalists(store):
    with store.work("Set up") as work:
        edition = juries.edition(work, readers=1)
        juries.nomination(work, edition, 1, status="withdrawn")
        juries.nomination(work, edition, 2, eligibility="refused")
        kept, final = juries.nomination(work, edition, 3), juries.nomination(work, edition, 4, status="finalist")
        juries.juror(work, edition, "First Example")
        juries.juror(work, edition, "Second Example", phase="jury2")
        assert {one.nomination for one in assigning.offer(work, edition).give} == {kept, final}
        assert {one.nomination for one in assigning.offer(work, edition, "jury2").give} == {final}


def test_nominations_that_nobody_checked_yet_are_dealt_and_counted(store):
    with store.work("Set up") as work:
        edition, _criteria, nominations, _jurors = juries.whole(work, 4, 4)
        for nomination, state in zip(nominations, ("eligible", "open", "correct", "refused"), strict=True):
            work.edit(Nomination, nomination, {"eligibility": state})
    with store.read() as read:
        made = assigning.offer(read, edition)
    assert {pair.nomination for pair in made.give} == set(nominations[:3])
    assert made.unchecked == 2


def test_an_empty_jury_is_refused_with_a_sentence(store):
    with store.work("Set up") as work:
        edition = juries.edition(work)
        with pytest.raises(Refused, match="no juror in this jury"):
            assigning.offer(work, edition)
        juries.juror(work, edition, "Alone Example")
        with pytest.raises(Refused, match="no nomination for this jury"):
            assigning.offer(work, edition)


def test_by_hand_a_conflict_is_refused_unless_it_is_only_of_the_records_and_overruled(store):
    with store.work("Set up") as work:
        edition = juries.edition(work)
        one = juries.nomination(work, edition, 1, country="IN")
        home, friend = juries.juror(work, edition, "Home", country="IN"), juries.juror(work, edition, "Friend")
        with pytest.raises(Refused, match="the same country, India"):
            assigning.assign(work, one, home)
        assigning.assign(work, one, home, anyway=True)
        assigning.declare_conflict(work, one, friend, "Worked on it")
        with pytest.raises(Refused, match="Worked on it"):
            assigning.assign(work, one, friend, anyway=True)
        assert pairs(work) == {(one, home): "hand"}


def test_a_declared_conflict_takes_the_nomination_back_and_offers_the_next_reader(store):
    with store.work("Set up") as work:
        _edition, _criteria, nominations, jurors = juries.whole(work, 2, 3)
        for nomination in nominations:
            assigning.assign(work, nomination, jurors[0])
        assigning.assign(work, nominations[1], jurors[1])
    with store.work("Declare") as work:
        following = assigning.declare_conflict(work, nominations[0], jurors[0], "Advised the city", "2090-05-02")
        assert following.juror == jurors[2]
        assert (nominations[0], jurors[0]) not in pairs(work)
        assert work.all(Conflict)[0]["declared"] == "2090-05-02"
        again = assigning.declare_conflict(work, nominations[0], jurors[0], "Advised the city and its mayor")
        assert (again, work.count(Conflict)) == (following, 1)


def test_a_scored_nomination_is_not_taken_back_from_its_juror(store):
    with store.work("Set up") as work:
        _edition, criteria, nominations, jurors = juries.whole(work, 1, 1)
        assigning.assign(work, nominations[0], jurors[0])
        score = work.add(
            Score, {"nomination": nominations[0], "juror": jurors[0], "criterion": criteria[0], "points": 4}
        )
        with pytest.raises(Refused, match="scored this nomination"):
            assigning.unassign(work, nominations[0], jurors[0])
        work.remove(Score, score)
        assigning.unassign(work, nominations[0], jurors[0])
        assert work.count(Assignment) == 0


def test_juries_that_share_nothing_are_counted(store):
    with store.work("Set up") as work:
        edition = juries.edition(work, readers=1)
        for number, code in enumerate(("en", "pt"), 1):
            juries.nomination(work, edition, number, title={code: "Example"}, language=code)
            juries.juror(work, edition, f"Reader of {code}", languages=[code])
        assert assigning.offer(work, edition).circles == 2
