"""Jury packets: each juror's language and order, what is left out, contents, outline, the printer's file."""

from dataclasses import replace

import pytest
from pypdf import PdfReader

from iopd_desktop.actions.packets import own_order
from iopd_desktop.models import awards
from iopd_desktop.reports import jury_packet, make
from tests.reports import made_up, seen


def test_a_packet_speaks_its_jurors_language(files):
    languages = {path.stem: PdfReader(path).root_object["/Lang"] for path in files["jury-packet"]}
    assert languages["P-2024-J1-01"] == "en"
    assert languages["P-2024-J1-02"] == "fr"
    assert languages["P-2024-J1-03"] == "es"


def test_each_juror_reads_in_an_order_of_their_own_that_stays():
    nominations = [f"n{i}" for i in range(40)]
    first = own_order("juror-a", nominations)
    assert sorted(first) == sorted(nominations)
    assert first == own_order("juror-a", list(reversed(nominations)))
    assert first != own_order("juror-b", nominations)


def test_a_juror_gets_no_entry_with_a_conflict_nor_one_that_was_withdrawn(network, tmp_path):
    with network.read() as read:
        before = {packet.id: packet for packet in jury_packet.rows(read, edition=18)}
    assert len(before["P-2024-J1-01"].entries) == 11
    assert len(before["P-2024-J1-03"].entries) == 8
    with network.read() as read:
        first = read.all(awards.Nomination, order="number")[0]["id"]
    with network.work("Withdraw") as work:
        work.edit(awards.Nomination, first, {"status": "withdrawn"})
    with network.read() as read:
        assert len(jury_packet.rows(read, edition=18)[0].entries) == 10


def test_contents_tell_the_page_on_which_an_entry_begins(files):
    pages = seen.pages(files["jury-packet"][0])
    begins = [i for i, page in enumerate(pages, start=1) if ", p. 1/" in page]
    listed = next(page for page in pages if page.startswith("18th IOPD Award") and "Entries stand in an order" in page)
    assert len(begins) == 11
    assert all(number % 2 for number in begins)
    assert all(f" {number}" in listed for number in begins)


def test_the_outline_leads_to_each_entry(files):
    outline = PdfReader(files["jury-packet"][0]).outline
    names = [item.title for item in outline if not isinstance(item, list)]
    assert names[0] == "P-2024-J1-01"
    assert "Contents" in names
    assert sum(name.split(".")[0].isdigit() for name in names) == 11
    assert any("Nagarpur" in name for name in names)


@pytest.mark.parametrize(("entries", "criteria"), [(0, 0), (0, 8), (1, 0), (1, 3), (45, 1)])
def test_a_packet_of_nothing_or_of_much_is_whole(tmp_path, entries, criteria):
    one = replace(made_up.packet(entries), criteria=made_up.criteria(criteria))
    report = replace(jury_packet.REPORT, rows=lambda _read: [one], options=())
    (path,) = make(report, None, tmp_path, "en").paths
    words = seen.pages(path)
    assert len(words) % 2 == 0
    assert sum("One cross in one box per row" in page for page in words) == entries
    assert any("Summary grid" in page for page in words)
    assert {f"coi_{entry.code}" for entry in one.entries} <= set(seen.fields(path))


def test_file_names_tell_no_juror(files):
    names = [path.name for path in files["jury-packet"]]
    assert names == ["P-2024-J1-01.pdf", "P-2024-J1-02.pdf", "P-2024-J1-03.pdf", "all-packets.pdf"]


def test_the_printers_file_has_whole_sheets_and_the_packets_own_numbers(files):
    *single, collated = files["jury-packet"]
    counts = [len(PdfReader(path).pages) for path in single]
    assert all(count % 2 == 0 for count in counts)
    assert len(PdfReader(collated).pages) == sum(counts)
    assert f"1/{counts[1]}" in seen.pages(collated)[counts[0]]


def test_the_printers_file_speaks_the_language_of_each_packet_in_it(files):
    *single, collated = files["jury-packet"]
    alone = [page for path in single for page in seen.pages(path)]
    assert "Confidentiel" in alone[len(seen.pages(single[0]))]
    assert seen.pages(collated) == alone
