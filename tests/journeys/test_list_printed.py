"""A list is sought, and what is in view is printed, by keys alone."""

from iopd_desktop.paths import previews
from iopd_desktop.views.kit.preview import Preview
from tests.reports import seen


def test_the_list_in_view_is_printed(jury_secretary):
    secretary = jury_secretary
    secretary.press("Ctrl+1", "Ctrl+F")
    secretary.type("oberbeispielburg")
    secretary.until(lambda: secretary.window.page.list.model.rowCount() == 1)
    secretary.press("Ctrl+P")
    secretary.until(lambda: not secretary.window.jobs.busy and len(secretary.window.findChildren(Preview)) == 1)
    words = seen.text(previews() / "list.pdf")
    sought = ("Search: “oberbeispielburg”", "Stadt Oberbeispielburg")
    for told in ("All members", "1 record", *sought, "Last contact", "Hints"):
        assert told in words
    assert "Ajuntament" not in words
