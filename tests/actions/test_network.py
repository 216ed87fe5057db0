"""The network's name: brought in five languages, said otherwise by staff, and on papers in the paper's language."""

import pytest

from iopd_desktop.actions import network, planning
from iopd_desktop.actions.network import letterhead, ours
from iopd_desktop.models.desk import Network
from iopd_desktop.words import LANGUAGES, speaking


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_database_knows_its_network_in_every_language(planned, language):
    with planned.read() as read, speaking(language):
        house = letterhead(read)
        assert house.name == ours(read)["name"][language]["text"]
        assert house.acronym in ("IOPD", "OIDP")
        assert house.country == "ES"


def test_what_staff_say_stands_on_paper_in_the_language_of_the_paper(planned):
    with planned.work("Rename") as work:
        work.edit(Network, network.OURS, {"name": {"en": "The Network", "fr": "Le réseau"}, "acronym": None})
    with planned.read() as read:
        house = letterhead(read)
    assert (house.name, house.acronym) == ("The Network", "The Network")
    with speaking("fr"):
        assert house.name == "Le réseau"


def test_a_database_without_the_network_prints_under_the_brought_name(planned):
    with planned.work("Remove") as work:
        work.remove(Network, network.OURS)
    with planned.read() as read:
        assert ours(read) is None
        assert letterhead(read).acronym == letterhead(None).acronym == "IOPD"
    with planned.work("Again") as work:
        network.seed_network(work)
    with planned.read() as read:
        assert ours(read)["id"] == network.OURS


def test_beginning_twice_brings_one_network(planned):
    with planned.work("Again") as work:
        planning.begin(work)
    with planned.read() as read:
        assert read.count(Network) == 1
