"""A list is printed from the command line as it is asked for."""

from tests.reports import seen


def test_a_list_is_printed_as_it_is_asked_for(begun, tmp_path):
    begun("add", "organisation", "name=Ajuntament Example", "country=ES")
    begun("add", "organisation", "name=Commune Example", "country=FR")
    listing = '{"kind": "organisation", "where": [["country", "is", "FR"]], "columns": ["name", "country"]}'
    begun("add", "view", "name=French", "of=members/members", f"listing={listing}")
    out = tmp_path / "list.pdf"
    for words, there, not_there in (
        (("--kind", "organisation", "--where", "country=ES", "--fields", "name"), "Ajuntament", "Commune"),
        (("--view", "French"), "Commune", "Ajuntament"),
        (("--kind", "organisation", "--search", "commune"), "Commune", "Ajuntament"),
    ):
        begun("report", "list", "--out", out, *words)
        assert there in seen.text(out)
        assert not_there not in seen.text(out)
    assert begun("report", "list", "--out", out, ok=False).code == 1
    assert "--kind" in begun("report", "list", "--out", out, "--search", "x", ok=False).err
    assert begun("report", "list", "--out", out, "--kind", "person", "--fields", "nose", ok=False).code == 1
