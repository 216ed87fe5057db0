"""The jury's packets are made from the window, by keys alone: one file a juror, one for the printer."""

from pypdf import PdfReader

from iopd_desktop.models.awards import Edition, Juror
from iopd_desktop.models.desk import Disclosure


def test_packets_for_every_juror(jury_secretary, tmp_path):
    secretary = jury_secretary
    folder = tmp_path / "packets"
    folder.mkdir()
    secretary.press("Ctrl+3")
    for _page in secretary.window.view.list.names():
        if secretary.window.view.page_name == "packets":
            break
        secretary.press("Ctrl+PageDown")

    def name_folder():
        secretary.press("Ctrl+A")
        secretary.type(str(folder))
        secretary.press("Return")

    secretary.press("Ctrl+K")
    secretary.type("make jury packets")
    secretary.meanwhile(name_folder)
    secretary.press("Return")
    secretary.until(lambda: (folder / "all-packets.pdf").exists() and not secretary.window.jobs.busy)

    [edition] = secretary.read(Edition, number=18)
    jurors = secretary.read(Juror, edition=edition["id"])
    packets = sorted(path for path in folder.glob("*.pdf") if path.name != "all-packets.pdf")
    assert len(packets) == len(jurors) == 3
    languages = set()
    for path in packets:
        document = PdfReader(path)
        languages.add(document.trailer["/Root"]["/Lang"])
        assert any(juror["name"] in document.pages[0].extract_text() for juror in jurors)
        assert document.get_fields()
    assert languages == {juror["language"] for juror in jurors}
    assert not PdfReader(folder / "all-packets.pdf").get_fields()
    assert len(secretary.read(Disclosure)) == 1
