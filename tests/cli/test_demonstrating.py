"""A demonstration shows everything that the program makes, in one folder."""

from pypdf import PdfReader

from iopd_desktop.cli import main
from iopd_desktop.reports import REPORTS

_AT_LEAST = {"room-signs": 5, "mission-report": 2, "attendance-certificates": 30, "sign-in-sheet": 5}
"""Of papers that would be one page of excuses where the network had no such events."""


def test_a_demonstration_shows_everything_and_takes_the_place_of_an_earlier_one_only(tmp_path, sample_database):
    asked = []
    folder = tmp_path / "demo"
    words = ["demo", "--out", str(folder), "--language", "fr"]
    for name, content in (("README.txt", b"earlier"), ("secretariat.iopd", sample_database), ("papers/old.pdf", b"")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    assert main(words, lambda out, code: asked.append((out, code))) == 0
    assert asked == [(folder / "secretariat.iopd", "fr")]
    assert not (folder / "papers/old.pdf").exists()
    made = {str(path.relative_to(folder)) for path in folder.rglob("*")}
    assert {"secretariat.iopd", "lists/event.ics", "lists/person.xlsx", "mailing/bcc/suppressed.csv"} <= made
    assert all(any(name.startswith(f"papers/{report.name}") for name in made) for report in REPORTS)
    assert all(len(PdfReader(folder / f"papers/{name}.pdf").pages) >= least for name, least in _AT_LEAST.items())
    assert "2024" in PdfReader(folder / "papers/calendar-year.pdf").pages[0].extract_text()
    assert "8 mai 2024" in PdfReader(folder / "papers/work-plan-progress.pdf").pages[0].extract_text()  # its own day
    (folder / "README.txt").unlink()
    assert main(words, lambda *_asked: None) == 1
    assert (folder / "secretariat.iopd").exists()
