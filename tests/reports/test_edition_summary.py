"""An edition in figures on paper, with the names of its jurors and without."""

from tests.reports import seen
from tests.reports.conftest import printed


def test_without_names_it_is_no_personal_paper(network, tmp_path):
    named = printed(network, tmp_path, "edition-summary", edition=18)
    assert "Ada Example" in seen.text(named.paths[0])
    assert named.disclosure["count"] == 3

    unnamed = printed(network, tmp_path, "edition-summary", edition=18, unnamed="yes")
    words = seen.text(unnamed.paths[0])
    assert "Ada Example" not in words
    assert "Juror 1" in words
    assert "The jurors are not named." in words
    assert unnamed.disclosure is None
